import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContract } from '../../src/cli/document/load-contract.js';
import { loadErrata } from '../../src/cli/declared/load-errata.js';
import { PROJECT } from '../../src/cli/project.js';
import { type Erratum, staleErrata } from '../../src/contract/erratum.js';

const ERRATUM: Erratum = {
  ...{ endpoint: 'store_thing', line: 2, quote: '| x | Yes |' },
  ...{ requirements: ['request.x.required'], about: { en: 'x is not required', zh: 'x 不是必填' } },
};

describe('an erratum', () => {
  it.each([
    ['first\n| x | Yes | x |\n', false],
    ['first\r\n  | x | Yes |\r\n', false],
    ['| x | Yes |\nsecond\n', true],
    ['first\n| x | No |\n', true],
    ['first', true],
    [undefined, true],
  ])('of %j: stale is %j', (text, isStale) => {
    const found = staleErrata([ERRATUM], (endpoint) =>
      endpoint === 'store_thing' ? text : undefined,
    );
    expect(found).toEqual(isStale ? [ERRATUM] : []);
  });
});

describe('the errata of the product', () => {
  const errata = loadErrata(join(PROJECT, 'docs', 'errata.yaml'));

  it('are borne out by the documents, and name requirements that there are', async () => {
    const { outlines } = await loadContract();
    expect(errata).not.toEqual([]);
    const texts = new Map<string, string>();
    for (const { endpoint, requirements } of errata) {
      texts.set(endpoint, await readFile(join(PROJECT, 'docs/api', `${endpoint}.md`), 'utf8'));
      const ids = outlines.get(endpoint)?.requirements.map(({ id }) => id) ?? [];
      expect(ids).toEqual(expect.arrayContaining([...requirements]));
    }
    expect(staleErrata(errata, (endpoint) => texts.get(endpoint))).toEqual([]);
  });
});
