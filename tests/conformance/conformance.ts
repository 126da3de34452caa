import { test } from '@playwright/test';
import type { NamedCase } from './case-list.js';
import { ask } from './host/ask.js';

/**
 * Has a case run, and passes, skips or fails the test by what came of it.
 *
 * @throws Error with the reason, the document's sentence and a line that repeats it
 */
export async function verdictOn(entry: NamedCase): Promise<void> {
  const info = test.info();
  const { status, told, remarks, exchanges } = await ask(entry.id);
  info.annotations.push(...remarks);
  if (exchanges !== undefined) {
    await info.attach('exchanges.json', { body: exchanges, contentType: 'application/json' });
  }
  test.skip(status === 'skipped', told);
  if (status === 'failed') throw new NotKept(told);
}

/** Its stack would show this file instead of what the server did. */
class NotKept extends Error {
  override readonly name = 'NotKept';

  constructor(told: string) {
    super(told);
    this.stack = told;
  }
}
