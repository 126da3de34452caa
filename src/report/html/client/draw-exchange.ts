import type { CurlTerms } from '../../curl-terms.js';
import type { WholeRequest } from '../../../record/whole-exchange.js';
import type { PackedExchange, PackedRecord, TextRef } from '../packed.js';
import type { Builder } from './make-builder.js';
import type { PageElement } from './page.js';

/** What an exchange is drawn with. */
export interface ExchangeTools {
  readonly builder: Builder;
  readonly data: PackedRecord;
  readonly text: (ref: TextRef) => string;
  readonly drawBody: (text: string, twin: string | undefined) => PageElement;
  readonly curlLine: (request: WholeRequest, terms: CurlTerms) => string;
}

/**
 * Draws one exchange, folded; what it holds is drawn when it is opened first. Self-contained: the
 * page's script carries this function's source.
 *
 * @param tools - builder, data, how texts, bodies and commands are drawn
 * @param exchange - the exchange
 * @param twin - its twin, when it has one
 * @param decisive - whether it decided the verdict of the requirement it is shown under
 */
export function drawExchange(
  { builder, data, text, drawBody, curlLine }: ExchangeTools,
  exchange: PackedExchange,
  twin: PackedExchange | undefined,
  decisive: boolean,
): PageElement {
  const { make, both, button } = builder;
  const [n, endpointRef, purposeAt, at, ms, bodyRef, answer, unusual] = exchange;
  const endpoint = text(endpointRef);
  const purpose = data.purposes[purposeAt] ?? { name: '', en: '', zh: '' };
  const usual = data.usual[endpoint];
  const request: WholeRequest = {
    method: unusual?.method ?? usual?.method ?? '',
    path: unusual?.path ?? usual?.path ?? '',
    headers: unusual?.headers ?? usual?.headers ?? [],
    body: text(bodyRef),
  };
  const fault = unusual?.fault;
  const came =
    answer === 0
      ? make('span', 'v-inconclusive', fault?.[0] ?? '')
      : make('span', '', `HTTP ${answer[0]}`);
  const summary = make(
    'summary',
    '',
    make('span', 'number', `#${n}`),
    make('span', `tag p-${purpose.name}`, both(purpose.en, purpose.zh)),
    make('code', 'endpoint', endpoint),
    make('code', 'peek', answer === 0 ? '' : text(answer[2]).slice(0, 200)),
    came,
    make('span', 'soft', `${ms} ms`),
  );
  if (decisive) summary.append(make('span', 'tag decisive', both('evidence', '判定依据')));
  const details = make('details', 'exchange', summary);
  const headers = (lines: string, zh: string): PageElement =>
    make(
      'details',
      'headers',
      make('summary', '', both('headers', zh)),
      make('pre', 'body', lines),
    );
  const drawSent = (): PageElement =>
    make(
      'div',
      'side',
      make('h4', '', both('Sent', '发送')),
      make('p', 'request-line', `${request.method} ${request.path}`),
      headers(request.headers.map(([name, value]) => `${name}: ${value}`).join('\n'), '请求头'),
      drawBody(request.body, twin && text(twin[5])),
    );
  const drawCame = (): PageElement => {
    const side = make('div', 'side', make('h4', '', both('Came back', '返回')));
    if (answer !== 0) {
      const [status, answerHeaders, bodyOf, bytes] = answer;
      const body = text(bodyOf);
      const length = bytes ?? new TextEncoder().encode(body).length;
      side.append(make('p', 'request-line', `HTTP ${status} · ${length} B · ${ms} ms`));
      side.append(headers(text(answerHeaders), '应答头'), drawBody(body, undefined));
    }
    if (fault !== undefined) side.append(make('p', 'reason', `${fault[0]}: ${fault[1]}`));
    return side;
  };
  details.addEventListener('toggle', () => {
    if (!details.open || details.childElementCount > 1) return;
    const command = make('div', 'shell', make('code', '', curlLine(request, data.curl)));
    command.setAttribute('tabindex', '0');
    details.append(
      make('div', 'sides', drawSent(), drawCame()),
      make('div', 'command', command, button('copy', 'Copy', '复制')),
      make('p', 'soft when', new Date(Date.parse(data.startedAt) + at).toISOString()),
    );
  });
  return details;
}
