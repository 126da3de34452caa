import type { MemberPath } from '../alterations/reading.js';
import { USUAL_ASSOCIATION } from '../alterations/storing.js';
import { SAYS } from './sentences.js';

/** A required member of the request, as the defects see it. */
export interface RequiredMember {
  /** As in the ids of requirements, for example `metadata.label`. */
  readonly name: string;
  /** For ids of defects, for example `metadata-label`. */
  readonly slug: string;
  readonly path: MemberPath;
  readonly breaks: string;
  /** What a careless server puts in its place. */
  readonly fallback: unknown;
}

/** The six required members, in the document's order. */
export const REQUIRED_MEMBERS: readonly RequiredMember[] = [
  required(['bk_obj_asst_id'], SAYS.association, USUAL_ASSOCIATION),
  required(['bk_inst_id'], SAYS.source, 0n),
  required(['bk_asst_inst_id'], SAYS.target, 0n),
  required(['metadata'], SAYS.metadata, { label: { bk_biz_id: '2' } }),
  required(['metadata', 'label'], SAYS.label, { bk_biz_id: '2' }),
  required(['metadata', 'label', 'bk_biz_id'], SAYS.business, '2'),
];

function required(path: MemberPath, breaks: string, fallback: unknown): RequiredMember {
  const name = path.join('.');
  return { name, slug: name.replaceAll('_', '-').replaceAll('.', '-'), path, breaks, fallback };
}
