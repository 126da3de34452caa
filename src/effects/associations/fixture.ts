import type { EndpointOutline } from '../../contract/outline.js';
import { BUSINESS } from './members.js';

/** What the settings name, as far as they do. */
export interface Fixture {
  readonly association: string | undefined;
  readonly sourceModel: string | undefined;
  readonly targetModel: string | undefined;
  readonly source: bigint | undefined;
  readonly target: bigint | undefined;
  /** What the document says in its sample, where the settings name none. */
  readonly business: string;
  /** The supplier account that instances are made under. */
  readonly account: string;
  /** Whether the association that the suite proposes is taken, where the settings name none. */
  readonly takesProposed: boolean;
}

/**
 * What of a fixture the settings name.
 *
 * - `given`: both instances
 * - `completed`: one of them; the suite makes the other
 * - `made`: the association alone; the suite makes instances
 * - `proposed`: nothing; the suite chooses the association too
 */
export type FixtureKind = 'given' | 'completed' | 'made' | 'proposed';

/**
 * Reads the fixture from settings that were checked.
 *
 * @param setting - the text of a variable; empty where it is not set
 * @param outline - of the document, whose sample says what stands in for a business
 */
export function fixtureOf(
  setting: (variable: string) => string,
  { members }: Pick<EndpointOutline, 'members'>,
): Fixture {
  const text = (variable: string): string | undefined => setting(variable) || undefined;
  const id = (variable: string): bigint | undefined => {
    const digits = text(variable);
    return digits === undefined ? undefined : BigInt(digits);
  };
  return {
    association: text('CMDB_OBJ_ASST_ID'),
    sourceModel: text('CMDB_OBJ_ID'),
    targetModel: text('CMDB_ASST_OBJ_ID'),
    source: id('CMDB_INST_ID'),
    target: id('CMDB_ASST_INST_ID'),
    business: text('CMDB_BIZ_ID') ?? members.find(({ path }) => path === BUSINESS)?.sample ?? '',
    account: setting('CMDB_SUPPLIER_ACCOUNT'),
    takesProposed: setting('CMDB_FIXTURE') === 'auto',
  };
}

/** What of it the settings name. */
export function kindOf({ association, source, target }: Fixture): FixtureKind {
  if (association === undefined) return 'proposed';
  if (source !== undefined && target !== undefined) return 'given';
  return source === undefined && target === undefined ? 'made' : 'completed';
}
