import type { Evidence, Form, KnownDeviation, Profile, Span } from '../../record/profile.js';
import { releasesIn } from '../../record/profile.js';
import { changesBetween } from '../../record/release-changes.js';
import type { Text } from '../../text.js';
import { releaseName } from '../sentences/declared.js';

/** A part of what is told of releases: what is it about, and what is known of that. */
export interface KnownPart {
  readonly title: Text;
  readonly rows: readonly { readonly name: Text; readonly told: readonly Text[] }[];
}

const OBSERVED: Text = { en: 'observed', zh: '实测' };
const READ: Text = { en: 'read, not observed', zh: '仅阅读源码，未实测' };
const ALL: Text = { en: 'all', zh: '全部' };
const NOTHING: Text = { en: 'nothing is known', zh: '未知' };

/** Everything that is known of the releases of a family. */
export function knownOf(profile: Profile): readonly KnownPart[] {
  const { family, releases, deviations, manners } = profile;
  const name = family === 'cmdb' ? 'CMDB' : 'ESB';
  return [
    {
      title: { en: `Releases of the ${name}`, zh: `${name} 的版本` },
      rows: releases.map(({ id, about, observed }) => ({
        name: both(id),
        told: [joined(about, observed ? OBSERVED : READ)],
      })),
    },
    {
      title: {
        en: `Where the ${name} deviates from the documents`,
        zh: `${name} 与文档不一致之处`,
      },
      rows: deviations.map((known) => ({
        name: both(`${known.endpoint} ${known.requirement}`),
        told: [beginning(spanOf(profile, known), known.about), evidenceOf(known)],
      })),
    },
    {
      title: { en: `What releases of the ${name} do otherwise`, zh: `${name} 各版本的差异` },
      rows: manners.map(({ endpoint, about, forms }) => ({
        name: beginning(both(endpoint), about),
        told: forms.flatMap((form) => [
          beginning(spanOf(profile, form), form.about),
          evidenceOf(form),
        ]),
      })),
    },
  ];
}

/** What changes from one release to another. */
export function changesOf(profile: Profile, from: string, to: string): KnownPart {
  const { begun, ended, otherwise } = changesBetween(profile, from, to);
  const [before, after] = [from, to].map((id) => releaseName(profile.family, id));
  const row = (known: KnownDeviation, words: Text) => ({
    name: both(`${known.endpoint} ${known.requirement}`),
    told: [beginning(words, known.about)],
  });
  const form = (name: string | undefined, of: Form | undefined): Text =>
    beginning(both(name ?? ''), of?.about ?? NOTHING);
  return {
    title: { en: `From ${before} to ${after}`, zh: `从 ${before} 到 ${after}` },
    rows: [
      ...otherwise.map((one) => ({
        name: beginning(both(one.manner.endpoint), one.manner.about),
        told: [form(before, one.before), form(after, one.after)],
      })),
      ...begun.map((known) => row(known, { en: 'deviates now', zh: '开始不一致' })),
      ...ended.map((known) => row(known, { en: 'no longer', zh: '不再如此' })),
    ],
  };
}

/** The releases that something holds for, in words: the same as their options take them. */
function spanOf(profile: Profile, span: Span): Text {
  const all = releasesIn(profile, {});
  const own = releasesIn(profile, span);
  if (own.length === all.length) return ALL;
  const [first = ''] = own;
  const last = own.at(-1) ?? '';
  const isWhole = all.indexOf(last) - all.indexOf(first) === own.length - 1;
  if (!isWhole) return { en: own.join(', '), zh: own.join('、') };
  if (first === last) return both(first);
  return { en: `${first} to ${last}`, zh: `${first} 至 ${last}` };
}

function evidenceOf({ observed, read }: Evidence): Text {
  const from = [
    ...(observed === undefined ? [] : [{ en: `observed: ${observed}`, zh: `实测：${observed}` }]),
    ...(read === undefined ? [] : [{ en: `read: ${read}`, zh: `源码：${read}` }]),
  ];
  return { en: from.map(({ en }) => en).join('; '), zh: from.map(({ zh }) => zh).join('；') };
}

function both(text: string): Text {
  return { en: text, zh: text };
}

function beginning(first: Text, rest: Text): Text {
  return { en: `${first.en}: ${rest.en}`, zh: `${first.zh}：${rest.zh}` };
}

function joined(first: Text, rest: Text): Text {
  return { en: `${first.en}; ${rest.en}`, zh: `${first.zh}；${rest.zh}` };
}
