import { LosslessNumber } from 'lossless-json';
import type { SampleNode } from '../document/json-sample.js';
import type { Data } from './schema-node.js';

/**
 * A sample as data.
 *
 * @param node - a value of the sample
 * @returns the same value, numbers exactly as they are written
 */
export function sampleData(node: SampleNode): Data {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(
        [...node.members].map(([name, value]) => [name, sampleData(value)]),
      );
    case 'array':
      return node.items.map(sampleData);
    case 'number':
      return new LosslessNumber(node.value);
    case 'null':
      return null;
    case 'string':
    case 'integer':
    case 'boolean':
      return node.value;
  }
}
