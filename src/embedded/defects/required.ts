import { readingAs } from '../alterations/reading.js';
import { isMembers } from '../json.js';
import type { Defect } from './defect.js';
import { REQUIRED_MEMBERS } from './members.js';
import type { RequiredMember } from './members.js';

interface Lack {
  readonly slug: string;
  readonly words: string;
  readonly test: (value: unknown) => boolean;
}

const ABSENT: Lack = { slug: 'absent', words: 'absent', test: (value) => value === undefined };
const NULL: Lack = { slug: 'null', words: 'null', test: (value) => value === null };
const EMPTY_TEXT: Lack = { slug: 'empty', words: 'empty', test: (value) => value === '' };
const EMPTY_OBJECT: Lack = {
  slug: 'empty',
  words: 'an empty object',
  test: (value) => isMembers(value) && Object.keys(value).length === 0,
};

const EMPTY: Readonly<Record<string, string>> = {
  bk_obj_asst_id: 'request.bk_obj_asst_id.exists',
  metadata: 'request.metadata.label.required',
  'metadata.label': 'request.metadata.label.bk_biz_id.required',
  'metadata.label.bk_biz_id': 'request.metadata.label.bk_biz_id.nonempty',
};

/** Each required member not required: absent, null, or empty where that is as good as absent. */
export const REQUIRED: readonly Defect[] = REQUIRED_MEMBERS.flatMap((member) =>
  [ABSENT, NULL, ...emptyForms(member)].map((lack): Defect => {
    return {
      id: `${member.slug}-${lack.slug}-accepted`,
      does: `Accepts a request whose ${member.name} is ${lack.words}, and creates an association.`,
      breaks: member.breaks,
      requirement: requirementOf(member, lack),
      alter: readingAs(member.path, lack.test, () => member.fallback),
    };
  }),
);

/** What is empty lacks something else, or names nothing that there is. */
function requirementOf({ name }: RequiredMember, { slug }: Lack): string {
  return (slug === 'empty' ? EMPTY[name] : undefined) ?? `request.${name}.required`;
}

function emptyForms({ fallback }: RequiredMember): readonly Lack[] {
  if (typeof fallback === 'string') return [EMPTY_TEXT];
  return isMembers(fallback) ? [EMPTY_OBJECT] : [];
}
