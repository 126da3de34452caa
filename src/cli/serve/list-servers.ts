import { DEFECTS, FURTHER_DEFECTS } from '../../embedded/defects/defects.js';
import type { Defect } from '../../embedded/defects/defect.js';
import { VARIANTS } from '../../embedded/variants/variants.js';
import type { Lang } from '../../report/lang.js';
import { drawRows } from '../draw-rows.js';

const ALL_DEFECTS: readonly Defect[] = [...DEFECTS, ...FURTHER_DEFECTS];

const WORDS = {
  en: {
    defect: 'defect',
    variant: 'variant',
    does: 'what the server does',
    breaks: 'breaks: ',
    caught: 'caught by: ',
    right: 'Unusual, but right.',
    release: 'release',
    answers: 'Answers as this release of CMDB does behind this generation of the ESB.',
  },
  zh: {
    defect: '缺陷',
    variant: '变体',
    does: '服务端的表现',
    breaks: '违反：',
    caught: '应由此要求发现：',
    right: '少见但正确。',
    release: '版本',
    answers: '按该版本 CMDB 置于该代 ESB 之后的方式应答。',
  },
} as const;

/**
 * Lists the servers that the embedded CMDB can be.
 *
 * @param wanted - which kinds
 * @param width - columns of the terminal
 * @returns one table for each kind
 */
export function listServers(
  wanted: { readonly defects: boolean; readonly variants: boolean },
  lang: Lang,
  width: number,
): string {
  const words = WORDS[lang];
  const defects = ALL_DEFECTS.map((defect) => ({ cells: [defect.id], told: told(defect, lang) }));
  const variants = VARIANTS.map(({ id, does }) => ({ cells: [id], told: [does] }));
  return [
    ...(wanted.defects
      ? [drawRows({ cells: [words.defect], told: [words.does] }, defects, width)]
      : []),
    ...(wanted.variants
      ? [drawRows({ cells: [words.variant], told: [words.does] }, variants, width)]
      : []),
  ].join('\n\n');
}

/**
 * Says what is wrong or unusual about a server that is started.
 *
 * @returns lines; none for the sound one
 */
export function describeServer(
  options: {
    readonly defect?: string;
    readonly variant?: string;
    readonly release?: string;
    readonly esb?: string;
  },
  lang: Lang,
): string[] {
  const words = WORDS[lang];
  const { release, esb } = options;
  if (release !== undefined && esb !== undefined) {
    return [`${words.release}: ${release}, ESB ${esb}`, `  ${words.answers}`];
  }
  const defect = ALL_DEFECTS.find(({ id }) => id === options.defect);
  if (defect !== undefined) {
    return [`${words.defect}: ${defect.id}`, ...told(defect, lang).map((line) => `  ${line}`)];
  }
  const variant = VARIANTS.find(({ id }) => id === options.variant);
  return variant === undefined
    ? []
    : [`${words.variant}: ${variant.id}`, `  ${variant.does}`, `  ${words.right}`];
}

function told({ does, breaks, requirement }: Defect, lang: Lang): string[] {
  const words = WORDS[lang];
  return [does, words.breaks + breaks, words.caught + requirement];
}
