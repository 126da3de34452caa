import { NOWHERE } from '../../../src/cli/file/ledger-file.js';
import { prepareRun } from '../../../src/cli/run/prepare-run.js';
import type { Variables } from '../../../src/config/origin.js';
import { diagnose } from '../../../src/engine/doctor/diagnose.js';
import type { Check, CheckKind } from '../../../src/record/diagnosis.js';

/** All checks of a target. */
export async function diagnosisOf(
  variables: Variables,
  more: { readonly mayWrite?: boolean } = {},
): Promise<Check[]> {
  const { options, way, close } = await prepareRun({
    commandLine: { CMDB_LOOKUP_WAIT_MS: '100' },
    environment: variables,
    out: '',
    only: [],
    strict: false,
    effort: 'full',
    endpoints: [],
    frontEnd: 'run',
    fullCommand: 'npx cmdb-conformance run',
    inMemory: true,
  });
  const settings = { ...options.settings, ...more };
  const checks: Check[] = [];
  try {
    const all = diagnose({ ...options, settings, way, writeLedger: NOWHERE.write });
    for await (const check of all) checks.push(check);
    return checks;
  } finally {
    await close();
  }
}

/** The checks of one kind. */
export function ofKind<K extends CheckKind>(
  checks: readonly Check[],
  kind: K,
): Extract<Check, { kind: K }>[] {
  return checks.filter((check): check is Extract<Check, { kind: K }> => check.kind === kind);
}
