import type { Profile } from '../../record/profile.js';
import { PROJECT } from '../project.js';
import { readYaml, schemaOf } from '../file/yaml-file.js';

/** Read and checked once in a process: a proof opens some hundred runs. */
let loaded: readonly Profile[] | undefined;

/**
 * What is known of releases: of CMDB, then of the ESB.
 *
 * @throws ConformanceError `usage` when a profile of the product is not of its form
 */
export function loadProfiles(): readonly Profile[] {
  if (loaded === undefined) {
    const validate = schemaOf<Profile>('profiles/profile.schema.json');
    loaded = ['cmdb', 'esb'].map(
      (name) => readYaml(`${PROJECT}/profiles/${name}.yaml`, validate).value,
    );
  }
  return loaded;
}
