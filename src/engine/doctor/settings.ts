import type { Settings } from '../../config/settings.js';
import type { Check } from '../../record/diagnosis.js';
import type { Ending, Note } from '../../record/ending.js';
import type { Tools } from '../run.js';

/** What is to be said of the settings themselves. */
export function checkConfiguration(
  { settings, redactor }: Pick<Tools, 'settings' | 'redactor'>,
  ends: Ending | undefined,
): Check {
  const notes = redactor.warnings().map((name): Note => ({ kind: 'weak-secret', name }));
  const { warnings: doubts } = settings;
  const isDoubtful = doubts.length + notes.length > 0;
  return {
    kind: 'configuration',
    result: ends !== undefined ? 'wrong' : isDoubtful ? 'warning' : 'ok',
    variables: settings.shown.filter(({ from }) => from !== 'default').length,
    doubts,
    notes,
    ...(ends === undefined ? {} : { ends }),
  };
}

/** Whether the settings let the suite write there. */
export function checkWrites({ baseUrl, mayWrite }: Pick<Settings, 'baseUrl' | 'mayWrite'>): Check {
  return { kind: 'writes', result: mayWrite ? 'ok' : 'wrong', host: new URL(baseUrl).host };
}
