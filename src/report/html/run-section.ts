import type { Text } from '../../text.js';
import type { RunRecord } from '../../record/record.js';
import { EFFORT_WORDS, FROM_WORDS } from '../words.js';
import { both, type Markup, markup, type Part } from './markup.js';

/** Settings, versions and hashes: what is needed to repeat the run. */
export function drawRunSection(record: RunRecord): Markup {
  return markup`<section class="run" aria-labelledby="run"><h2 id="run">${both({ en: 'This run', zh: '本次运行' })}</h2>
<div class="pair"><div><h3>${both({ en: 'Settings in force', zh: '生效的设置' })}</h3>
<table class="list"><tbody>${settingRows(record).map(([name, value]) => markup`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table></div>
<div><h3>${both({ en: 'Variables that were set', zh: '已设置的变量' })}</h3>${drawVariables(record)}</div></div>
<h3>${both({ en: 'Documents and versions', zh: '文档与版本' })}</h3>
${drawVersions(record)}</section>`;
}

function settingRows({ settings, suite, target }: RunRecord): readonly [name: Part, value: Part][] {
  const { limits } = settings;
  const option = (name: string): Markup => markup`<code>${name}</code>`;
  const all: Text = { en: 'everything', zh: '全部' };
  return [
    [option('--only'), settings.only.length === 0 ? both(all) : settings.only.join(', ')],
    [option('--effort'), both(EFFORT_WORDS[suite.effort])],
    [both({ en: 'Way in', zh: '接入方式' }), target.binding],
    [option('--strict'), yesOrNo(settings.strict)],
    [option('--insecure'), yesOrNo(settings.insecure)],
    [option('--redact-users'), yesOrNo(settings.redactUsers)],
    [both({ en: 'Run', zh: '运行标识' }), target.runId],
    [both({ en: 'Wait for lookups', zh: '查询等待时间' }), `${settings.lookupWaitMs} ms`],
    [
      both({ en: 'Cases at once', zh: '并发用例数' }),
      settings.concurrency === 0 ? both({ en: 'auto', zh: '自动' }) : settings.concurrency,
    ],
    [
      both({ en: 'Connect / first byte / in all', zh: '连接 / 首字节 / 总时限' }),
      `${limits.connectMs} / ${limits.firstByteMs} / ${limits.totalMs} ms`,
    ],
    [
      both({ en: 'Headers / body / expanded', zh: '应答头 / 应答体 / 解压后' }),
      [limits.headerBytes, limits.bodyBytes, limits.expandedBytes].map(inBytes).join(' / '),
    ],
  ];
}

function yesOrNo(it: boolean): Markup {
  return both(it ? { en: 'yes', zh: '是' } : { en: 'no', zh: '否' });
}

/** A size in the largest unit that it is a whole number of. */
function inBytes(bytes: number): string {
  if (bytes > 0 && bytes % 1_048_576 === 0) return `${bytes / 1_048_576} MiB`;
  return bytes > 0 && bytes % 1024 === 0 ? `${bytes / 1024} KiB` : `${bytes} B`;
}

/** Those that were set; what was left to its default stands among the settings, so it is only named. */
function drawVariables({ settings }: RunRecord): Markup {
  const set = settings.variables.filter(({ from }) => from !== 'default');
  const left = settings.variables.filter(({ from }) => from === 'default');
  return markup`<table class="list"><tbody>${set.map(
    ({ name, value, from }) =>
      markup`<tr><th scope="row"><code>${name}</code></th><td><code>${value}</code></td><td class="from">${both(FROM_WORDS[from])}</td></tr>`,
  )}</tbody></table>${
    left.length === 0
      ? undefined
      : markup`<details class="defaults"><summary>${both({ en: `${left.length} left at their default`, zh: `${left.length} 个取默认值` })}</summary><table class="list"><tbody>${left.map(
          ({ name, value }) =>
            markup`<tr><th scope="row"><code>${name}</code></th><td><code>${value}</code></td></tr>`,
        )}</tbody></table></details>`
  }`;
}

function drawVersions({ suite }: RunRecord): Markup {
  return markup`<table class="list versions"><tbody><tr><th scope="row">cmdb-conformance</th><td>${suite.version}</td></tr>
<tr><th scope="row">Node.js</th><td>${suite.node}</td></tr>
${suite.documents.map(({ path, sha256 }) => markup`<tr><th scope="row">${path}</th><td><code class="hash">sha256 ${sha256}</code></td></tr>`)}</tbody></table>`;
}
