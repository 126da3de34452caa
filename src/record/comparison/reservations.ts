import type { CaseResult, RunRecord } from '../record.js';
import type { Reservation, Side } from './comparison.js';
import type { ChangedBesides } from './changed-besides.js';

/**
 * In what two runs differ besides their target, and what of them could not be compared.
 *
 * @param common - the endpoints that both judged
 */
export function reservationsOf(
  before: RunRecord,
  after: RunRecord,
  common: ReadonlySet<string>,
  besides: ChangedBesides,
): Reservation[] {
  return [
    ...partial('before', before),
    ...partial('after', after),
    ...leftOut(before, after, common),
    ...casesLeftOut(before, after, common),
    ...(besides.documents.size === 0
      ? []
      : [{ kind: 'documents-differ', paths: [...besides.documents] } as const]),
    ...(besides.suite
      ? [
          {
            kind: 'suite-differs',
            before: before.suite.version,
            after: after.suite.version,
          } as const,
        ]
      : []),
    ...(besides.binding
      ? [
          {
            kind: 'binding-differs',
            before: before.target.binding,
            after: after.target.binding,
          } as const,
        ]
      : []),
    ...releases(before, after),
    ...(before.suite.effort === after.suite.effort
      ? []
      : [
          {
            kind: 'effort-differs',
            before: before.suite.effort,
            after: after.suite.effort,
          } as const,
        ]),
    ...grounds(before, after, common),
    ...variables(before, after),
    ...(before.settings.strict === after.settings.strict
      ? []
      : [{ kind: 'strictness-differs' } as const]),
    ...(before.settings.redactUsers === after.settings.redactUsers
      ? []
      : [{ kind: 'user-names-differ' } as const]),
  ];
}

function partial(side: Side, { partial: part, ended }: RunRecord): Reservation[] {
  if (part === undefined && ended === undefined) return [];
  return [{ kind: 'partial', side, ...(ended && { ended }) }];
}

function leftOut(before: RunRecord, after: RunRecord, common: ReadonlySet<string>): Reservation[] {
  const all = [...before.endpoints, ...after.endpoints].map(({ endpoint }) => endpoint);
  const endpoints = [...new Set(all)].filter((endpoint) => !common.has(endpoint));
  return endpoints.length === 0 ? [] : [{ kind: 'endpoints-left-out', endpoints }];
}

function casesLeftOut(
  before: RunRecord,
  after: RunRecord,
  common: ReadonlySet<string>,
): Reservation[] {
  const sent = ({ cases }: RunRecord): Set<string> =>
    new Set(cases.filter((of) => common.has(of.endpoint) && isSent(of)).map(keyOf));
  const [was, is] = [sent(before), sent(after)];
  const counts = {
    before: [...was].filter((key) => !is.has(key)).length,
    after: [...is].filter((key) => !was.has(key)).length,
  };
  return counts.before + counts.after === 0 ? [] : [{ kind: 'cases-left-out', ...counts }];
}

function isSent({ exchanges, also = [] }: CaseResult): boolean {
  return exchanges.length + also.length > 0;
}

function keyOf({ endpoint, id }: CaseResult): string {
  return JSON.stringify([endpoint, id]);
}

function grounds(before: RunRecord, after: RunRecord, common: ReadonlySet<string>): Reservation[] {
  return after.endpoints.flatMap(({ endpoint, ground }): Reservation[] => {
    const was = before.endpoints.find((one) => one.endpoint === endpoint);
    if (was === undefined || !common.has(endpoint)) return [];
    const names = new Set([...Object.keys(was.ground), ...Object.keys(ground)]);
    return [...names].flatMap((name): Reservation[] => {
      const [one = '', other = ''] = [was.ground[name], ground[name]];
      return one === other
        ? []
        : [{ kind: 'ground-differs', endpoint, name, before: one, after: other }];
    });
  });
}

function variables(before: RunRecord, after: RunRecord): Reservation[] {
  const set = ({ settings }: RunRecord): string[] =>
    settings.variables.filter(({ from }) => from !== 'default').map(({ name }) => name);
  const [was, is] = [set(before), set(after)];
  // The embedded CMDB sets its own; an address is what differs between any two targets.
  const only = (names: readonly string[], others: readonly string[]): string[] =>
    names.filter((name) => !others.includes(name) && name !== 'CMDB_ALLOW_WRITES');
  const differ = { before: only(was, is), after: only(is, was) };
  return differ.before.length + differ.after.length === 0
    ? []
    : [{ kind: 'variables-differ', ...differ }];
}

function releases(before: RunRecord, after: RunRecord): Reservation[] {
  const { releases: was = {} } = before.target;
  const { releases: is = {} } = after.target;
  if (was.cmdb === is.cmdb && was.esb === is.esb) return [];
  return [{ kind: 'releases-differ', before: was, after: is }];
}
