import { credentialOf } from '../../binding/binding.js';
import { IDENTITY } from '../../cases/case.js';
import type { Refusal } from '../../cases/case.js';
import type { Run } from '../run.js';

/** Bad credentials of each kind: how a target refuses those is learnt before anything else. */
export function credentialProbes({ tools }: Run): Refusal[] {
  const app = credentialOf(tools.binding, 'app').name;
  const secret = credentialOf(tools.binding, 'secret').name;
  const probes = [
    [app, 'absent'],
    [app, 'unknown'],
    [secret, 'absent'],
    [secret, 'wrong'],
    [IDENTITY, 'absent'],
    [IDENTITY, 'wrong'],
  ] as const;
  return probes.map(([at, fault]) => ({
    trial: `bad-auth.${at}.${fault}`,
    changes: [{ at, fault }],
    about: 'credentials',
    requirements: [],
  }));
}
