import type { Codes } from '../binding.js';

/**
 * Codes that the family keeps for what is not about a request: 1306xxx are the ESB's own, 16xxxxx those
 * of the API gateway in front of a newer one, 99xxxxx CMDB's for what its permission service says.
 */
export const codes: Codes = {
  // RATE_LIMIT_RESTRICTION; by stage, for one app on a stage, for one resource, and at once.
  limit: new Set([1306429n, 1642901n, 1642902n, 1642903n, 1642904n]),
  // BAD_GATEWAY, ERROR_REQUESTING_RESOURCE, SERVICE_UNAVAILABLE, REQUEST_BACKEND_TIMEOUT.
  away: new Map([
    [1650200n, 502],
    [1650201n, 502],
    [1650300n, 503],
    [1650401n, 504],
  ]),
  // Component request third-party system error: the CMDB refuses connections, or breaks them.
  unreached: new Map([[1306201n, 502]]),
  // APP_PERMISSION_DENIED, APP_NO_PERMISSION, CCNoPermission.
  permission: new Set([1306403n, 1640301n, 9900403n]),
  // IP_NOT_ALLOWED; inactive channel.
  shutOut: new Set([1640302n, 1306405n]),
  // Component class missing, API_NOT_FOUND.
  notFound: new Set([1306404n, 1640401n]),
  isOfTheWay: (code) =>
    (code >= 1_306_000n && code <= 1_306_999n) || (code >= 1_600_000n && code <= 1_699_999n),
};
