import type { ChosenReleases, Deviation } from '../../record/declaration.js';
import type { Family } from '../../record/profile.js';
import type { RequirementResult } from '../../record/record.js';
import type { Waiver } from '../../record/waiver.js';
import type { Text } from '../../text.js';
import { cut } from '../visible.js';

/** UTF-16 units of what a user or a profile wrote. */
const MAX_WORDS = 300;

/** What a release is called, the same in both languages: CMDB 3.12, ESB b. */
export function releaseName(family: Family, release: string): string {
  const id = cut(release, 40);
  return family === 'cmdb' ? `CMDB ${id.replace(/^cmdb-/, '')}` : `ESB ${id}`;
}

/** What releases an installation consists of; undefined where none is named. */
export function releasesName(chosen: ChosenReleases): Text | undefined {
  const cmdb = chosen.cmdb && releaseName('cmdb', chosen.cmdb);
  const esb = chosen.esb && releaseName('esb', chosen.esb);
  if (cmdb && esb) return { en: `${cmdb} behind ${esb}`, zh: `${cmdb}（经 ${esb}）` };
  const only = cmdb ?? esb;
  return only === undefined ? undefined : { en: only, zh: only };
}

/** What is known of a release, and from where. */
export function deviationSentence({ family, release, about, observed, read }: Deviation): Text {
  const from = [
    ...(observed === undefined ? [] : [{ en: 'observed', zh: '实测', words: observed }]),
    ...(read === undefined ? [] : [{ en: 'read', zh: '源码', words: read }]),
  ].map(({ en, zh, words }) => ({ en: `${en}: ${words}`, zh: `${zh}：${words}` }));
  const name = releaseName(family, release);
  return {
    en: `known of ${name}: ${about.en} (${from.map(({ en }) => en).join('; ')})`,
    zh: `${name} 的已知表现：${about.zh}（${from.map(({ zh }) => zh).join('；')}）`,
  };
}

/** That a failure is accepted, by whom, until when and why. */
export function waiverSentence({ reason, ticket, owner, expires }: Waiver): Text {
  const words = (text: string): string => cut(text, MAX_WORDS);
  const en = [
    ...(owner === undefined ? [] : [` by ${words(owner)}`]),
    ...(expires === undefined ? [] : [` until ${words(expires)}`]),
    ...(ticket === undefined ? [] : [` (${words(ticket)})`]),
  ];
  const zh = [
    ...(owner === undefined ? [] : [`负责人 ${words(owner)}`]),
    ...(expires === undefined ? [] : [`至 ${words(expires)}`]),
    ...(ticket === undefined ? [] : [words(ticket)]),
  ];
  return {
    en: `waived${en.join('')}: ${words(reason)}`,
    zh: `已豁免${zh.length === 0 ? '' : `（${zh.join('，')}）`}：${words(reason)}`,
  };
}

/**
 * What declares that a requirement failed, or that what did so has run out.
 *
 * @returns undefined where nothing was declared
 */
export function declaredSentence({
  status,
  deviation = [],
  waiver = [],
}: Pick<RequirementResult, 'status' | 'deviation' | 'waiver'>): Text | undefined {
  const all = [
    ...deviation.map(deviationSentence),
    ...waiver.map((one) => (status === 'failed' ? expiredSentence(one) : waiverSentence(one))),
  ];
  return all.length === 0
    ? undefined
    : { en: all.map(({ en }) => en).join('; '), zh: all.map(({ zh }) => zh).join('；') };
}

function expiredSentence({ expires = '', reason, owner }: Waiver): Text {
  const who = owner === undefined ? undefined : cut(owner, MAX_WORDS);
  return {
    en: `its waiver${who === undefined ? '' : ` by ${who}`} ran out on ${expires}: ${cut(reason, MAX_WORDS)}`,
    zh: `其豁免${who === undefined ? '' : `（负责人 ${who}）`}已于 ${expires} 到期：${cut(reason, MAX_WORDS)}`,
  };
}
