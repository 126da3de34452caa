import type { XmlElement } from './well-formed.js';

/** What an element may hold. */
interface Allowed {
  readonly attributes: Readonly<Record<string, 'required' | 'optional' | RegExp>>;
  readonly children: readonly string[];
  readonly text: boolean;
}

/** Digits in groups of three, and decimals behind a point. */
const TIME = /^(([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\.[0-9]*)?$/;
const TOLD: Allowed = {
  attributes: { type: 'optional', message: 'optional' },
  children: [],
  text: true,
};
const OUTPUT: Allowed = { attributes: {}, children: [], text: true };

/** What Jenkins' xUnit plugin takes as JUnit, in the part that a report of ours may use. */
const STRUCTURE: ReadonlyMap<string, Allowed> = new Map<string, Allowed>([
  [
    'testsuites',
    {
      attributes: {
        name: 'optional',
        time: TIME,
        tests: 'optional',
        failures: 'optional',
        errors: 'optional',
      },
      children: ['testsuite'],
      text: false,
    },
  ],
  [
    'testsuite',
    {
      attributes: {
        name: 'required',
        tests: 'required',
        failures: 'required',
        errors: 'required',
        skipped: 'optional',
        time: TIME,
        timestamp: 'optional',
      },
      children: ['properties', 'testcase', 'system-out', 'system-err'],
      text: false,
    },
  ],
  ['properties', { attributes: {}, children: ['property'], text: false }],
  ['property', { attributes: { name: 'required', value: 'required' }, children: [], text: false }],
  [
    'testcase',
    {
      attributes: { name: 'required', time: 'optional', classname: 'optional' },
      children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
      text: false,
    },
  ],
  ['skipped', TOLD],
  ['error', TOLD],
  ['failure', TOLD],
  ['system-out', OUTPUT],
  ['system-err', OUTPUT],
]);

/**
 * What the plugin would refuse.
 *
 * @returns one line for each thing, empty for a valid report
 */
export function refusedByXunit(root: XmlElement): string[] {
  return root.name === 'testsuites' ? refusedIn(root) : [`the root is <${root.name}>`];
}

function refusedIn({ name, attributes, children, text }: XmlElement): string[] {
  const allowed = STRUCTURE.get(name);
  if (allowed === undefined) return [`<${name}> is unknown`];
  const known = Object.entries(allowed.attributes);
  return [
    ...Object.keys(attributes).flatMap((each) =>
      each in allowed.attributes ? [] : [`<${name}> has ${each}`],
    ),
    ...known.flatMap(([each, rule]) => {
      const value = attributes[each];
      if (value === undefined) return rule === 'required' ? [`<${name}> lacks ${each}`] : [];
      return rule instanceof RegExp && !rule.test(value) ? [`<${name}> has ${each}=${value}`] : [];
    }),
    ...(allowed.text || text.trim() === '' ? [] : [`<${name}> has text`]),
    ...children.flatMap((child) =>
      allowed.children.includes(child.name) ? refusedIn(child) : [`<${name}> has <${child.name}>`],
    ),
  ];
}
