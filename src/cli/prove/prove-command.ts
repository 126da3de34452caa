import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { DEFECTS, FURTHER_DEFECTS } from '../../embedded/defects/defects.js';
import { VARIANTS } from '../../embedded/variants/variants.js';
import { ConformanceError } from '../../error.js';
import type { Effort } from '../../record/record.js';
import type { Lang } from '../../report/lang.js';
import { EXIT_CODES } from '../../record/exit-code.js';
import { loadContract } from '../document/load-contract.js';
import { makeFolder } from '../file/make-folder.js';
import { PROJECT } from '../project.js';
import { PROOF_FILE } from '../run/proof-file.js';
import { isAsItMust, judgeProof } from './judge-proof.js';
import type { Proof } from './judge-proof.js';
import { drawProof } from './proof-page.js';
import { publish, published, stale } from './published.js';
import { runAll } from './run-all.js';
import { suiteHash } from './suite-hash.js';
import type { ProofRun, ProofTarget } from './target.js';

/** The options of `prove`. */
export interface ProveOptions {
  readonly out: string;
  /** Only these defects and variants; the proof is partial then and nothing is published. */
  readonly only: readonly string[];
  /** True runs the further defects too, close relatives of the others. */
  readonly further: boolean;
  /** `quick` shows what a run without rounds would miss; nothing is published. */
  readonly effort: Effort;
  /** True writes the checked-in summary and the sentence of each README. */
  readonly update: boolean;
  readonly lang: Lang;
}

/**
 * Runs the suite against the sound server, every variant and every defect.
 *
 * @returns the exit code: 0 only when every defect is caught by the requirement that it names, no
 *   right server is blamed or wrongly told of, every `must` is named by a defect that it catches, and what is published
 *   of the proof is fresh
 */
export async function proveCommand(options: ProveOptions): Promise<number> {
  const begun = performance.now();
  const partial = options.only.length > 0 || options.further || options.effort === 'quick';
  const targets = targetsOf(options).map((target) => ({ ...target, effort: options.effort }));
  makeFolder(options.out);
  const { outlines, conventions } = await loadContract();
  const judged = [...outlines.values()].filter(({ ours }) => !ours);
  const levels = new Map(
    [...judged.flatMap(({ requirements }) => requirements), ...conventions].map(
      ({ id, level }) => [id, level] as const,
    ),
  );
  let done = 0;
  const runs = await runAll(targets, (run) => {
    done += 1;
    tell(run, done, targets.length);
  });
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  const proof = judgeProof(runs, partial ? new Map() : levels);
  const seconds = (performance.now() - begun) / 1000;
  await writeFile(
    join(options.out, 'proof.json'),
    `${JSON.stringify({ format: 'cmdb-conformance/proof@1', ...proof, runs }, null, 2)}\n`,
  );
  await writeFile(join(options.out, 'proof.html'), drawProof(proof, runs));
  const old = partial ? [] : freshness(proof, options.update);
  process.stdout.write(summary(proof, seconds, old, options));
  const { survivors, falseAlarms, wronglyTold, untested } = proof;
  const problems = [...survivors, ...falseAlarms, ...wronglyTold, ...untested, ...old];
  return problems.length === 0 ? 0 : EXIT_CODES.nonconformant;
}

/** Those that mostly wait are begun first. */
const SLOW = /^(always|slow|lagging|endless|hang)/;

function targetsOf({ only, further }: ProveOptions): ProofTarget[] {
  const all: ProofTarget[] = [
    ...VARIANTS.map(({ id, does, expects }): ProofTarget => ({
      kind: 'variant',
      id,
      does,
      ...(expects === undefined ? {} : { expects }),
    })),
    ...[...DEFECTS, ...(further || only.length > 0 ? FURTHER_DEFECTS : [])].map(
      ({ id, does, breaks, requirement, noAnswer }): ProofTarget => ({
        kind: 'defect',
        id,
        does,
        breaks,
        requirement,
        ...(noAnswer === undefined ? {} : { noAnswer }),
      }),
    ),
    { kind: 'sound', id: 'sound', does: 'the embedded CMDB as it is' },
  ];
  const unknown = only.filter((id) => !all.some((target) => target.id === id));
  if (unknown.length > 0) {
    throw new ConformanceError(
      'usage',
      {
        en: `There is no defect or variant ${unknown.join(', ')}.`,
        zh: `没有名为 ${unknown.join('、')} 的缺陷或变体。`,
      },
      {
        en: 'List them with `npx cmdb-conformance serve --defects` and `--variants`.',
        zh: '请用 `npx cmdb-conformance serve --defects` 与 `--variants` 查看列表。',
      },
    );
  }
  const wanted = only.length === 0 ? all : all.filter(({ id }) => only.includes(id));
  const slow = wanted.filter(({ id }) => SLOW.test(id));
  return [...slow, ...wanted.filter(({ id }) => !SLOW.test(id))];
}

function tell(run: ProofRun, done: number, total: number): void {
  const good = isAsItMust(run);
  const line = `${done}/${total} ${run.target.kind} ${run.target.id}`;
  if (!good) process.stderr.write(`${process.stderr.isTTY ? '\r\x1b[K' : ''}✗ ${line}\n`);
  else if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K✓ ${line}`);
  else if (done % 25 === 0) process.stderr.write(`  ${done}/${total}\n`);
}

/** What is published of the proof and is not fresh, after an update where one is wanted. */
function freshness(proof: Proof, update: boolean): string[] {
  const hash = suiteHash(PROJECT);
  if (hash === undefined) return [];
  const { defects, caught, variants } = proof;
  const blamed = proof.blamed + proof.wronglyTold.length;
  const files = published({ defects, caught, variants, blamed, suiteHash: hash }, PROOF_FILE, {
    en: join(PROJECT, 'README.md'),
    zh: join(PROJECT, 'README.zh.md'),
  });
  if (update) publish(files);
  return stale(files).map((file) => relative(PROJECT, file));
}

function summary(
  proof: Proof,
  seconds: number,
  old: readonly string[],
  { lang, out }: ProveOptions,
): string {
  const zh = lang === 'zh';
  const lines = [
    zh
      ? `缺陷服务器：${proof.caught}/${proof.defects} 被识别；正确服务器：${proof.blamed}/${proof.variants} 被误判（${seconds.toFixed(1)} 秒）`
      : `wrong servers caught: ${proof.caught} of ${proof.defects}; right servers blamed: ${proof.blamed} of ${proof.variants} (${seconds.toFixed(1)} s)`,
    ...proof.survivors.map(({ id, problem }) => `  ✗ ${id}: ${problem}`),
    ...proof.falseAlarms.map(({ id, problem }) => `  ✗ ${id}: ${problem}`),
    ...proof.wronglyTold.map(({ id, problem }) =>
      zh ? `  ✗ ${id}：说明有误：${problem}` : `  ✗ ${id}, wrongly told of: ${problem}`,
    ),
    ...proof.untested.map((id) =>
      zh ? `  ✗ ${id}：没有缺陷证明它有效` : `  ✗ ${id}: no defect shows that it catches anything`,
    ),
    ...old.map((file) =>
      zh
        ? `  ✗ ${file} 已过期，运行 npx cmdb-conformance prove --update`
        : `  ✗ ${file} is stale; run npx cmdb-conformance prove --update`,
    ),
    zh ? `报告：${join(out, 'proof.html')}` : `report: ${join(out, 'proof.html')}`,
  ];
  return `${lines.join('\n')}\n`;
}
