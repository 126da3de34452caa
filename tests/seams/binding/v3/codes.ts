import type { Codes } from '../../../../src/binding/binding.js';

/** Codes of its own. */
export const codes: Codes = {
  limit: new Set([42900n]),
  away: new Map(),
  unreached: new Map(),
  permission: new Set([40300n]),
  shutOut: new Set(),
  notFound: new Set([40400n]),
  isOfTheWay: (code) => code === 40400n,
};
