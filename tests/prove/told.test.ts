import { describe, expect, it } from 'vitest';
import { toldIn } from '../../src/cli/prove/told.js';
import { aRecord, aRequirement } from '../report/a-record.js';

const REFUSED = {
  kind: 'identity-refused',
  settings: ['BK_TOKEN'],
  said: { code: '1306000', message: 'no' },
} as const;

describe('what the reader of a record is told', () => {
  it('is why it ended, what was noted, and why requirements are open, each once', () => {
    const open = { status: 'inconclusive', problem: REFUSED } as const;
    const record = aRecord({
      outcome: 'incomplete',
      ended: { kind: 'permission', said: { code: '1306403', message: 'not you' } },
      notes: [{ kind: 'healed', times: 2, statuses: [502] }],
      requirements: [
        aRequirement({ id: 'auth.bk_token.accepted', ...open }),
        aRequirement({ id: 'auth.bk_token.verified', ...open }),
        aRequirement({ id: 'endpoint.method' }),
      ],
    });
    const told = toldIn(record);
    expect(told.map(({ kind }) => kind)).toEqual(['permission', 'healed', 'identity-refused']);
    expect(told[0]?.says).toContain('code 1306403, not you');
    expect(told[1]?.says).toContain('HTTP 502');
    expect(told[2]?.says).toContain('BK_TOKEN');
  });

  it('is nothing where nothing happened', () => {
    const requirements = [
      aRequirement(),
      aRequirement({ status: 'not-applicable', problem: { kind: 'no-effect' } }),
    ];
    expect(toldIn(aRecord({ notes: [], requirements }))).toEqual([]);
  });
});
