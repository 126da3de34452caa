import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { allVariables } from '../../src/config/variables.js';
import { EFFECTS } from '../../src/effects/effects.js';

const own = EFFECTS.flatMap(({ variables }) => variables);

describe('a variable', () => {
  it.each(allVariables(own))('$name has a JSON Schema, which its default keeps', (variable) => {
    const ajv = new Ajv({ strict: true });
    addFormats.default(ajv, ['uri']);
    const validate = ajv.compile(variable.schema);
    const { fallback } = variable;
    expect(fallback === undefined || validate(fallback)).toBe(true);
  });
});
