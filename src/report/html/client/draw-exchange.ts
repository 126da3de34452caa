import type { PackedExchange, PackedRecord } from '../packed.js';
import type { Builder } from './make-builder.js';
import type { PageElement } from './page.js';

/** What an exchange is drawn with. */
export interface ExchangeTools {
  readonly builder: Builder;
  readonly data: PackedRecord;
  readonly drawBody: (text: string, twin: string | undefined) => PageElement;
}

/**
 * Draws one exchange, folded; what it holds is drawn when it is opened first. Self-contained: the
 * page's script carries this function's source.
 *
 * @param tools - builder, data, how bodies are drawn
 * @param exchange - the exchange
 * @param twin - its twin, when it has one
 * @param decisive - whether it decided the verdict of the requirement it is shown under
 */
export function drawExchange(
  { builder, data, drawBody }: ExchangeTools,
  exchange: PackedExchange,
  twin: PackedExchange | undefined,
  decisive: boolean,
): PageElement {
  const { make, both, button } = builder;
  const text = (ref: number): string => data.texts[ref] ?? '';
  const purpose = data.words.purposes[exchange.purpose] ?? { en: '', zh: '' };
  const came =
    exchange.answer === undefined
      ? make('span', 'v-inconclusive', exchange.fault?.[0] ?? '')
      : make('span', '', `HTTP ${exchange.answer[0]}`);
  const summary = make(
    'summary',
    '',
    make('span', 'number', `#${exchange.n}`),
    make('span', `tag p-${exchange.purpose}`, both(purpose.en, purpose.zh)),
    make('code', 'endpoint', text(exchange.endpoint)),
    make(
      'code',
      'peek',
      exchange.answer === undefined ? '' : text(exchange.answer[2]).slice(0, 200),
    ),
    came,
    make('span', 'soft', `${exchange.ms} ms`),
  );
  if (decisive) summary.append(make('span', 'tag decisive', both('evidence', '判定依据')));
  const details = make('details', 'exchange', summary);
  const headers = (ref: number, zh: string): PageElement =>
    make(
      'details',
      'headers',
      make('summary', '', both('headers', zh)),
      make('pre', 'body', text(ref)),
    );
  const drawSent = (): PageElement =>
    make(
      'div',
      'side',
      make('h4', '', both('Sent', '发送')),
      make('p', 'request-line', text(exchange.line)),
      headers(exchange.headers, '请求头'),
      drawBody(text(exchange.body), twin && text(twin.body)),
    );
  const drawCame = (): PageElement => {
    const side = make('div', 'side', make('h4', '', both('Came back', '返回')));
    if (exchange.answer !== undefined) {
      const [status, answerHeaders, body, bytes] = exchange.answer;
      side.append(make('p', 'request-line', `HTTP ${status} · ${bytes} B · ${exchange.ms} ms`));
      side.append(headers(answerHeaders, '应答头'), drawBody(text(body), undefined));
    }
    if (exchange.fault !== undefined) {
      side.append(make('p', 'reason', `${exchange.fault[0]}: ${text(exchange.fault[1])}`));
    }
    return side;
  };
  details.addEventListener('toggle', () => {
    if (!details.open || details.childElementCount > 1) return;
    const command = make('pre', '', make('code', '', text(exchange.curl)));
    command.setAttribute('tabindex', '0');
    details.append(
      make('div', 'sides', drawSent(), drawCame()),
      make('div', 'command', command, button('copy', 'Copy', '复制')),
      make('p', 'soft when', exchange.at),
    );
  });
  return details;
}
