import type { WrongValue } from '../record/ending.js';
import { VARIABLES } from './variables.js';

/** As shells, CI systems and templates write a variable. */
const VARIABLE_FORMS: readonly RegExp[] = [
  /^\$[A-Z_][A-Z0-9_]*$/,
  /^\$(?:env:)?\w*(?:secret|token|app_?code|username)\w*$/i,
  /\$\{[^{}]+\}|\{\{[^{}]+\}\}/,
  /^\$\([^()]+\)$/,
  /^(%|@|__)[A-Za-z]\w*\1$/,
  /^#\{[^{}]+\}#?$/,
  /^<%.*%>$/,
];

const PLACEHOLDERS: readonly RegExp[] = [
  /^(?:undefined|null|nil|none|nan|todo|tbd|fixme|placeholder|change[-_ ]?(?:me|it)|\[object object\])$/i,
  /^(?:x{3,}|\*{3,}|\.{3,}|…+|\?+|-+)$/i,
  /^<[^<>]*>$/,
  /^(?:your|insert|enter)[-_ ]/i,
  /^(?:你的|您的|请填|请输)/,
];

/** The name of a variable in the place of its value; that of a model, `bk_switch`, is none. */
const NAME = /^(?:CMDB|BK)(?:_[A-Z]+)+$/;
const NAMES: ReadonlySet<string> = new Set(VARIABLES.map(({ name }) => name));

/** Shorter secrets are masked only where they stand, whatever they are (see `redact`). */
const SHORTEST_HIDDEN = 8;

/**
 * What is wrong with a value that nobody can have meant.
 *
 * @param value - of a variable
 * @param isOrdinary - whether reports contain a text anyway; without it, only the value itself counts
 * @returns undefined for a value that may be right
 */
export function whatIsWrong(
  value: string,
  isOrdinary: (value: string) => boolean = () => false,
): WrongValue['what'] | undefined {
  const text = value.trim();
  if (VARIABLE_FORMS.some((form) => form.test(text))) return 'unexpanded';
  const isName = NAME.test(text) || NAMES.has(text.toUpperCase());
  if (isName || PLACEHOLDERS.some((word) => word.test(text))) return 'placeholder';
  return text.length >= SHORTEST_HIDDEN && isOrdinary(value) ? 'ordinary' : undefined;
}

/**
 * Values that nobody can have meant, as a CI system hands them over where a variable is missing.
 *
 * @param values - what is set, by the name of its variable
 */
export function wrongValues(values: ReadonlyMap<string, { readonly value: string }>): WrongValue[] {
  return [...values].flatMap(([variable, { value }]) => wrongValue(variable, whatIsWrong(value)));
}

/** What of the settings holds secrets. */
interface SecretSettings {
  readonly credentials: {
    readonly appSecret: string;
    readonly token?: string;
    readonly other?: { readonly appSecret: string };
  };
}

/**
 * Secrets that reports contain anyway: to hide them would hide the reports.
 *
 * @param settings - of the run
 * @param isOrdinary - whether reports contain a text anyway
 */
export function ordinarySecrets(
  { credentials }: SecretSettings,
  isOrdinary: (value: string) => boolean,
): WrongValue[] {
  const secrets = [
    ['BK_APP_SECRET', credentials.appSecret],
    ['BK_TOKEN', credentials.token],
    ['CMDB_OTHER_APP_SECRET', credentials.other?.appSecret],
  ] as const;
  return secrets.flatMap(([variable, value]) =>
    value === undefined ? [] : wrongValue(variable, whatIsWrong(value, isOrdinary)),
  );
}

function wrongValue(variable: string, what: WrongValue['what'] | undefined): WrongValue[] {
  return what === undefined ? [] : [{ variable, what }];
}
