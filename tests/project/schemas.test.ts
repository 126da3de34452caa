import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ROOT } from './pages.js';

/** Folders of schemas that are written by hand; those of endpoints are derived. */
const FOLDERS = ['comparison', 'errata', 'profiles', 'record', 'statement', 'waivers'];
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(`${ROOT}schemas/${folder}`)
    .filter((name) => name.endsWith('.schema.json'))
    .map((name) => `${folder}/${name}`),
);

it('every folder has one', () => {
  expect(new Set(FILES.map((file) => file.split('/')[0]))).toEqual(new Set(FOLDERS));
});

it.each(FILES)('%s is a schema, strictly', (file) => {
  const schema: unknown = JSON.parse(readFileSync(`${ROOT}schemas/${file}`, 'utf8'));
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    discriminator: true,
  });
  addFormats.default(ajv);
  if (typeof schema !== 'object' || schema === null) throw new Error(`${file} is no object`);
  expect(ajv.validateSchema(schema), JSON.stringify(ajv.errors)).toBe(true);
  expect(() => ajv.compile(schema)).not.toThrow();
});
