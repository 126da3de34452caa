import { ESB, refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';

/** The app or the user is refused, or a crash while they are looked at. */
export function denied(message: string, code: number = ESB.common): Refusal {
  return refuse('credentials', code, message);
}

/** The ESB crashed and says so. */
export function crashed(): Refusal {
  return denied('Component error, please contact the component developer to handle it.');
}

/** What the ESB's HTTP library said when CMDB was to be asked. */
export function notPassedOn(component: string | undefined, cause: string): Refusal {
  return denied(
    `Component request third-party system [CC] interface [${component ?? ''}] error: ${cause}, please try again later or contact component developer to handle this`,
    ESB.thirdParty,
  );
}

/** CMDB has nothing at the address that the ESB made. */
export function noSuchAddress(): Refusal {
  return refuse(
    'state',
    ESB.common,
    'Request interface error, the response content is not a json string: 404: Page Not Found',
  );
}
