import type { Verdict } from '../../verdict.js';

/** The colour of each verdict by day; pictures have it as an attribute too, for pages without style. */
export const VERDICT_COLOURS: Readonly<Record<Verdict, string>> = {
  passed: '#08734d',
  failed: '#b8231a',
  warning: '#8b5000',
  inconclusive: '#6039bd',
  waived: '#8a2f6b',
  deviation: '#1f5fa8',
  'not-applicable': '#5b6472',
  observed: '#0f6b78',
};

/**
 * Colours of day and night. Every text colour keeps at least 4.5:1 on every ground it stands on
 * (WCAG 2.2, 1.4.3).
 */
const DAY = `
  --ground: #f5f6f8; --card: #ffffff; --sunk: #f1f3f6; --ink: #171b22; --soft: #566071;
  --edge: #dde1e8; --strong-edge: #b9c1cd; --link: #1c57c7; --focus: #1c57c7; --on-sign: #ffffff;
  --passed: ${VERDICT_COLOURS.passed}; --passed-ground: #e2f4eb;
  --failed: ${VERDICT_COLOURS.failed}; --failed-ground: #fcebe9;
  --warning: ${VERDICT_COLOURS.warning}; --warning-ground: #fdf1da;
  --inconclusive: ${VERDICT_COLOURS.inconclusive}; --inconclusive-ground: #efeafb;
  --waived: ${VERDICT_COLOURS.waived}; --waived-ground: #fae9f3;
  --deviation: ${VERDICT_COLOURS.deviation}; --deviation-ground: #e6f0fa;
  --na: ${VERDICT_COLOURS['not-applicable']}; --na-ground: #eceff3;
  --observed: ${VERDICT_COLOURS.observed}; --observed-ground: #e0f2f4;
  --mark: #fff2b8; --shadow: 0 1px 2px rgb(20 30 50 / .06), 0 6px 20px rgb(20 30 50 / .05);`;

const NIGHT = `
  --ground: #0f1217; --card: #171b22; --sunk: #11151b; --ink: #e8ebf0; --soft: #a0a9b8;
  --edge: #2a303a; --strong-edge: #47505e; --link: #8ab4ff; --focus: #8ab4ff; --on-sign: #10141a;
  --passed: #4fcf9b; --passed-ground: #10291f;
  --failed: #ff8a80; --failed-ground: #351816;
  --warning: #f3b659; --warning-ground: #30230d;
  --inconclusive: #bba2ff; --inconclusive-ground: #251d3d;
  --waived: #f09ac8; --waived-ground: #34152a;
  --deviation: #85bbf5; --deviation-ground: #142539;
  --na: #a0a9b8; --na-ground: #222831;
  --observed: #6cc9d6; --observed-ground: #0f2a2f;
  --mark: #4a3f12; --shadow: none;`;

const VERDICTS = [
  'passed',
  'failed',
  'warning',
  'inconclusive',
  'waived',
  'deviation',
  'observed',
] as const;

/** Colours, and for each verdict its own as `--own` and `--own-ground`. */
export const COLOURS = `:root {${DAY}
  color-scheme: light dark;
}
@media screen and (prefers-color-scheme: dark) { :root {${NIGHT} } }
${VERDICTS.map((verdict) => `.v-${verdict} { --own: var(--${verdict}); --own-ground: var(--${verdict}-ground); }`).join('\n')}
.v-not-applicable { --own: var(--na); --own-ground: var(--na-ground); }`;
