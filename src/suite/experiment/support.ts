import type { Sent } from '../../target/client.js';
import type { Endpoint } from '../../target/endpoints.js';
import type { Answer } from '../../judge/answer.js';
import type { Scene } from '../state.js';

/** Judges an answer of an endpoint that the suite itself uses; decides no outcome. */
export function keepSupport(scene: Scene, endpoint: Endpoint, answer: Answer, sent: Sent): void {
  const { state } = scene;
  if (answer.kind === 'none' || answer.kind === 'broken') return;
  for (const finding of state.envelope.support(endpoint, answer.body, sent.exchange.n)) {
    const known = state.support.get(finding.requirement);
    if (known === undefined || known.status === 'passed') {
      state.support.set(finding.requirement, finding);
    }
  }
}
