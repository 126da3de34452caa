import { describe, expect, it } from 'vitest';
import { drawHtml } from '../../src/report/html/draw-html.js';
import { aRecord } from './a-record.js';
import { aSeveralRecord } from './a-grouped-record.js';

/** The page as text; its Chinese stands in a script. */
const textOf = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the ground of an endpoint', () => {
  it.each([
    ['given', 'as it is set', '按设置'],
    ['completed', 'one instance as set, the other made', '另一个由套件创建'],
    ['made', 'instances made by the suite', '实例由套件创建'],
    ['proposed', 'chosen and made by the suite', '由套件选择并创建'],
  ])('is told with what the fixture was: %s', (fixture, en, zh) => {
    const [endpoint = { endpoint: '', ground: {} }] = aRecord().endpoints;
    const ground = { ...endpoint.ground, fixture };
    const html = drawHtml(aRecord({ endpoints: [{ ...endpoint, ground }] }));
    expect(html).toContain(zh);
    const text = textOf(html);
    expect(text).toContain(`Fixture ${en} ${fixture}`);
    expect(text).toContain('bk_switch_default_bk_router');
    expect(text).toContain('bk_switch → bk_router');
    expect(text).toContain('Mapping many to many n:n');
  });

  it('stands with each of several endpoints', () => {
    expect(textOf(drawHtml(aSeveralRecord()))).toContain('Mapping : many to many');
  });
});
