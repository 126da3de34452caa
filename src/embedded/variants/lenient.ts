import type { Alteration } from '../alterations/alteration.js';
import { registeredAs } from '../app-lookup.js';
import type { Registry } from '../seed.js';
import type { Variant } from './variant.js';

/** What is cut off a credential before it is compared. */
type Cut = (text: string) => string;

const asIs: Cut = (text) => text;
const around: Cut = (text) => text.trim();
const oneBehind: Cut = (text) => text.replace(/ $/, '');

/** Cuts; what nothing would be left of stays, since nothing is no credential at all. */
function cutting(cut: Cut, value: unknown): unknown {
  return typeof value === 'string' && cut(value) !== '' ? cut(value) : value;
}

function asRegistered(code: unknown, registry: Registry): unknown {
  return typeof code === 'string' ? (registeredAs(code, registry)?.[0] ?? code) : code;
}

/**
 * An ESB that looks apps up in MySQL and cuts white space off secret and token. Which app may do
 * without a login it looks up by the exact code that was sent.
 */
function lenient(secret: Cut, token: Cut): Alteration {
  return (sound) => ({
    verifyApp: (given, call) =>
      sound.verifyApp(
        {
          ...given,
          bk_app_code: asRegistered(given.bk_app_code, call.site.registry),
          bk_app_secret: cutting(secret, given.bk_app_secret),
        },
        call,
      ),
    verifyUser: (given, call) =>
      sound.verifyUser({ ...given, bk_token: cutting(token, given.bk_token) }, call),
  });
}

/** Credentials compared as the ESBs of three generations compare them. */
export const LENIENT: readonly Variant[] = [
  {
    id: 'esb-a-lenient',
    does: 'Takes an app code in any letter case and with spaces behind it, and one space behind the token.',
    alter: lenient(asIs, oneBehind),
  },
  {
    id: 'esb-b-lenient',
    does: 'Takes an app code in any letter case and with spaces behind it, and white space around the token.',
    alter: lenient(asIs, around),
  },
  {
    id: 'esb-c-lenient',
    does: 'Takes an app code in any letter case and with spaces behind it, and white space around secret and token.',
    alter: lenient(around, around),
  },
];
