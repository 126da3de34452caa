import type { DryRun, PlannedRequest } from '../../record/planned-request.js';
import { type Paint, padTo, painter } from './text.js';
import { forecastSentence } from './forecast.js';
import type { Lang } from '../lang.js';
import { oneLine } from '../visible.js';
import { PURPOSE_WORDS } from '../words.js';

/** Bodies are short; what is longer is cut, and says so. */
const MOST = 4000;

/**
 * Draws what a run would send: two lines for each request, then the counts.
 *
 * @param color - whether to use colours
 */
export function drawDryRun(run: DryRun, lang: Lang, color: boolean): string {
  const paint = painter(color);
  const lines = run.requests.flatMap((request) => drawRequest(request, lang, paint));
  return [...lines, '', ...endOf(run, lang).map((line) => paint(line, 'bold')), ''].join('\n');
}

function drawRequest(request: PlannedRequest, lang: Lang, paint: Paint): string[] {
  const { n, method, path, endpoint, purpose, case: of } = request;
  const head = `${String(n).padStart(5)}  ${method} ${oneLine(path, MOST)}`;
  const why = [endpoint, PURPOSE_WORDS[purpose][lang], ...(of === undefined ? [] : [of])];
  const told = why.map((word) => oneLine(word, 200)).join(' · ');
  return [`${head}  ${paint(told, 'dim')}`, `${padTo('', 7)}${oneLine(request.body, MOST)}`];
}

function endOf({ target, counts, forecast }: DryRun, lang: Lang): string[] {
  const address = oneLine(target.baseUrl, 300);
  const { requests, creations } = counts;
  const counted =
    lang === 'zh'
      ? `将向 ${address} 发送 ${requests} 个请求，其中 ${creations} 个会创建数据。以上均未发送。`
      : `A run would send ${requests} requests to ${address}; ${creations} of them create something. None of them was sent.`;
  const before = forecastSentence(forecast, lang);
  return [
    counted,
    lang === 'zh' ? `运行前的预告：${before}` : `What it says before it begins: ${before}`,
  ];
}
