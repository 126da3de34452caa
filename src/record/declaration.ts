import type { Text } from '../text.js';
import type { Evidence, Family } from './profile.js';
import type { Waiver } from './waiver.js';

/** What the profile of a release says of a failure. */
export interface Deviation extends Evidence {
  readonly family: Family;
  readonly release: string;
  readonly about: Text;
}

/** What declares a failure. */
export interface Declaration {
  readonly deviation?: Deviation;
  readonly waiver?: Waiver;
}

/** The releases that were chosen, by their ids. */
export type ChosenReleases = Readonly<Partial<Record<Family, string>>>;
