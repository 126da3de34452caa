import type { ContractFiles } from '../../contract/contract-files.js';
import { EFFECTS } from '../../effects/effects.js';
import { judgedEndpoint } from '../../engine/judged-endpoint.js';
import type { JudgedEndpoint, JudgedWith } from '../../engine/judged-endpoint.js';
import { ConformanceError } from '../../error.js';

/**
 * The endpoints that a run judges: those of the documents that are not ours, or the ones that are
 * named.
 *
 * @param names - of endpoints; empty for all that are not ours
 * @throws ConformanceError `usage` for one that no document describes
 */
export function judgedEndpoints(
  names: readonly string[],
  given: JudgedWith & { readonly contract: ContractFiles },
): JudgedEndpoint[] {
  const { outlines } = given.contract;
  const unknown = names.filter((name) => !outlines.has(name));
  if (unknown.length > 0) throw noSuchEndpoint(unknown, [...outlines.keys()]);
  return [...outlines.values()]
    .filter(({ endpoint, ours }) => (names.length === 0 ? !ours : names.includes(endpoint)))
    .map((outline) =>
      judgedEndpoint(
        outline,
        EFFECTS.find(({ endpoint }) => endpoint === outline.endpoint),
        given,
      ),
    );
}

function noSuchEndpoint(unknown: readonly string[], known: readonly string[]): ConformanceError {
  return new ConformanceError(
    'usage',
    {
      en: `No document describes the endpoint ${unknown.join(', ')}.`,
      zh: `没有文档描述接口 ${unknown.join('、')}。`,
    },
    {
      en: `Name one of: ${known.join(', ')}.`,
      zh: `可选的接口：${known.join('、')}。`,
    },
  );
}
