import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadWaivers } from '../../../src/cli/declared/load-waivers.js';
import { emptyFolder } from '../run-product.js';

const REQUIRED = 'request.metadata.required';
const NAMEABLE = [
  {
    endpoint: 'add_instance_association',
    requirements: [{ id: REQUIRED }, { id: 'endpoint.method' }],
    cases: ['missing-field.metadata.absent', 'wrong-type.metadata.as text'],
  },
];
const known = 'waivers:\n  - endpoint: add_instance_association\n    ';

async function load(text: string) {
  const folder = await emptyFolder();
  const path = join(folder, 'waivers.yaml');
  await writeFile(path, text);
  return loadWaivers(path, undefined, () => NAMEABLE);
}

describe('waivers', () => {
  it('are read with all that they say', async () => {
    const text = `${known}requirement: ${REQUIRED}
    case: missing-field.metadata.absent
    problem: created-all-the-same
    reason: we always send it
    ticket: OPS-1
    owner: platform team
    expires: 2027-03-31
`;
    expect(await load(text)).toEqual([
      {
        ...{ endpoint: 'add_instance_association', requirement: REQUIRED },
        ...{ case: 'missing-field.metadata.absent', problem: 'created-all-the-same' },
        ...{ reason: 'we always send it', ticket: 'OPS-1', owner: 'platform team' },
        expires: '2027-03-31',
      },
    ]);
  });

  it('need not be there', async () => {
    expect(loadWaivers('', await emptyFolder(), () => NAMEABLE)).toEqual([]);
    expect(await load('waivers: []\n')).toEqual([]);
  });

  it.each([
    ['a missing reason', `${known}requirement: ${REQUIRED}\n`, ':2:', 'reason'],
    ['an empty reason', `${known}requirement: ${REQUIRED}\n    reason: ' '\n`, ':4:', 'reason'],
    [
      'an unknown member',
      `${known}requirement: ${REQUIRED}\n    reason: x\n    why: x\n`,
      ':5:',
      'why',
    ],
    ['an unknown id', `${known}requirement: request.metadat\n    reason: x\n`, ':3:', REQUIRED],
    [
      'an unknown endpoint',
      'waivers:\n  - endpoint: add\n    requirement: x\n    reason: x\n',
      ':2:',
      '"add"',
    ],
    [
      'an unknown case',
      `${known}requirement: ${REQUIRED}\n    reason: x\n    case: missing-field.metadata.gone\n`,
      ':5:',
      'missing-field.metadata.absent',
    ],
    [
      'an unknown problem',
      `${known}requirement: ${REQUIRED}\n    reason: x\n    problem: broken\n`,
      ':5:',
      'created-all-the-same',
    ],
    [
      'a day that there is not',
      `${known}requirement: ${REQUIRED}\n    reason: x\n    expires: 2027-02-30\n`,
      ':5:',
      'date',
    ],
    [
      'a key twice',
      `${known}requirement: ${REQUIRED}\n    requirement: x\n    reason: x\n`,
      ':4:',
      'unique',
    ],
    ['an alias', `${known}requirement: &a x\n    reason: *a\n`, ':1:', 'Alias'],
    ['no list', 'waivers: none\n', ':1:', 'array'],
    ['nothing', '', ':1:', 'object'],
  ])('are refused for %s, and the line is named', async (_, text, line, says) => {
    const told = await load(text).then(
      () => '',
      (error: unknown) => String(error),
    );
    expect(told).toContain(`waivers.yaml${line}`);
    expect(told).toContain(says);
  });
});
