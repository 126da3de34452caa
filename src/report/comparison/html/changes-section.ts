import type {
  Comparison,
  Difference,
  RequirementChange,
  Severity,
} from '../../../record/comparison/comparison.js';
import { CAUSES, SEVERITIES } from '../../../record/comparison/comparison.js';
import type { Text } from '../../../text.js';
import { drawIcon } from '../../html/icons.js';
import { both, type Markup, markup } from '../../html/markup.js';
import { shorten } from '../../html/shorten.js';
import {
  differenceSentence,
  differenceTitle,
  placesWords,
} from '../../sentences/comparison/difference.js';
import { CAUSE_WORDS, CHANGE_WORDS, SEVERITY_WORDS } from '../../sentences/comparison/words.js';
import type { Verdict } from '../../verdict.js';
import { LEVEL_WORDS } from '../../words.js';
import { cut } from '../../visible.js';
import { changeReason } from '../change-reason.js';
import { type Item, itemsOf } from '../items.js';
import { drawWording } from './draw-wording.js';
import type { PlaceDrawer } from './places.js';

/** So many things that changed stand in the page; comparison.json has them all. */
const MAX_ITEMS = 500;
const MAX_VALUES = 20;
/** So many requirements that changed with it are shown, the others behind a fold. */
const MAX_REQUIREMENTS = 5;

const SHAPES: Readonly<Record<Severity, Verdict>> = {
  breaking: 'failed',
  risky: 'warning',
  additive: 'observed',
};

/** Everything that changed, what got worse first, with both exchanges behind each. */
export function drawChanges(comparison: Comparison, places: PlaceDrawer): Markup {
  const items = itemsOf(comparison);
  const left = items.length - MAX_ITEMS;
  const heading = markup`<h2 id="changes">${both({ en: 'What changed', zh: '变化' })} <span class="count">${items.length}</span></h2>`;
  if (items.length === 0) {
    return markup`<section aria-labelledby="changes">${heading}<p>${both({ en: 'Nothing that counts.', zh: '没有计入的变化。' })}</p></section>`;
  }
  return markup`<section class="matrix" aria-labelledby="changes">${heading}
${drawFilters(items, places.endpoints)}
<p class="shown needs-js" hidden role="status" aria-live="polite"></p>
<ul class="rows">${items.slice(0, MAX_ITEMS).map((item) => drawItem(item, comparison, places))}</ul>
<p class="empty" hidden>${both({ en: 'Nothing matches these filters.', zh: '没有符合筛选条件的变化。' })} <button type="button" class="plain" data-clear>${both({ en: 'Show all', zh: '显示全部' })}</button></p>
${left > 0 ? markup`<p class="soft">${both({ en: `${left} more stand in comparison.json.`, zh: `另有 ${left} 项见 comparison.json。` })}</p>` : undefined}
</section>`;
}

function drawFilters(items: readonly Item[], endpoints: readonly string[]): Markup {
  const chips = SEVERITIES.flatMap((severity) => {
    const count = items.filter((item) => item.severity === severity).length;
    return count === 0
      ? []
      : markup`<button type="button" class="chip v-${SHAPES[severity]}" data-verdict="${severity}" aria-pressed="false">${drawIcon(SHAPES[severity])}${both(SEVERITY_WORDS[severity])} <b>${count}</b></button>`;
  });
  return markup`<form class="filters needs-js" hidden role="search">
<div class="chips" role="group" data-label-en="Severity" data-label-zh="影响">${chips}</div>
<div class="fields"><input type="search" name="text" autocomplete="off" spellcheck="false" data-label-en="Search what changed, members, cases" data-label-zh="搜索变化、字段或用例">
<select name="level" data-label-en="Who changed" data-label-zh="变化来源">${drawOption('', { en: 'whoever changed', zh: '全部来源' })}
${CAUSES.map((cause) => drawOption(cause, CAUSE_WORDS[cause]))}</select>
<select name="category" data-label-en="Endpoint" data-label-zh="接口">${drawOption('', { en: 'all endpoints', zh: '全部接口' })}
${endpoints.slice(0, 100).map((endpoint, at) => drawOption(`e${at}`, { en: cut(endpoint, 80), zh: cut(endpoint, 80) }))}</select></div>
</form>`;
}

function drawOption(value: string, words: Text): Markup {
  return markup`<option value="${value}" data-en="${words.en}" data-zh="${words.zh}">${words.en}</option>`;
}

function endpointsOf({ difference, requirements }: Item): string[] {
  return [...(difference?.endpoints ?? []), ...requirements.map(({ endpoint }) => endpoint)];
}

function drawItem(item: Item, comparison: Comparison, places: PlaceDrawer): Markup {
  const { severity, difference, requirements } = item;
  const [first] = requirements;
  const cause = difference?.cause ?? first?.cause ?? 'server';
  const endpoints = [...new Set(endpointsOf(item))];
  const categories = endpoints.map((name) => `e${places.endpoints.indexOf(name)}`).join(' ');
  const title =
    difference === undefined
      ? first && requirementTitle(first.change, first.title)
      : (differenceTitle(difference.kind) ?? shorten(differenceSentence(difference), 700));
  return markup`<li class="row change" data-verdict="${severity}" data-level="${cause}" data-categories="${categories}"><details><summary>
<span class="cell-verdict"><span class="verdict v-${SHAPES[severity]}">${drawIcon(SHAPES[severity])} ${both(SEVERITY_WORDS[severity])}</span></span>
<span class="cell-rule"><b class="title">${title && both(title)}</b>${(difference && drawWording(difference)) ?? markup`<br>`}<span class="where"><code>${cut(endpoints.join(', '), 300)}</code>${difference === undefined ? undefined : markup` · ${both(placesWords(difference.count))}`}</span>${requirementsLine(item)}</span>
<span class="cell-cases">${both(CAUSE_WORDS[cause])}</span>
</summary><div class="behind">${drawRequirements(item, comparison)}${difference === undefined ? undefined : drawValues(difference)}${places.draw(item)}</div></details></li>`;
}

function requirementTitle(change: keyof typeof CHANGE_WORDS, title: Text): Text {
  const words = CHANGE_WORDS[change];
  return { en: `${words.en}: ${title.en}`, zh: `${words.zh}：${title.zh}` };
}

function requirementsLine({ difference, requirements }: Item): Markup | undefined {
  const [first] = requirements;
  if (difference === undefined || first === undefined) return undefined;
  const count = requirements.length;
  return markup`<br><span class="reason">${both({
    en: `${count === 1 ? '1 requirement changed' : `${count} requirements changed`} with it: ${first.id}${count > 1 ? ' …' : ''}`,
    zh: `随之变化的要求 ${count} 条：${first.id}${count > 1 ? ' …' : ''}`,
  })}</span>`;
}

function drawRequirements({ requirements }: Item, comparison: Comparison): Markup | undefined {
  if (requirements.length === 0) return undefined;
  const items = requirements.map((one) => drawRequirement(one, comparison));
  const rest = items.slice(MAX_REQUIREMENTS);
  const folded =
    rest.length === 0
      ? undefined
      : markup`<details><summary>${both({ en: `${rest.length} more requirements`, zh: `其余 ${rest.length} 条要求` })}</summary><ul class="together-list">${rest}</ul></details>`;
  return markup`<div><ul class="together-list">${items.slice(0, MAX_REQUIREMENTS)}</ul>${folded}</div>`;
}

function drawRequirement(one: RequirementChange, comparison: Comparison): Markup {
  const reason = changeReason(comparison, one);
  return markup`<li>${one.before && drawIcon(one.before)}<span class="arrow">→</span>${one.after && drawIcon(one.after)} <b>${both(CHANGE_WORDS[one.change])}</b> <code class="id">${one.id}</code> <span class="tag l-${one.level}">${both(LEVEL_WORDS[one.level])}</span> ${both(shorten(one.title, 500))}${reason && markup` <span class="soft">${both(shorten(reason, 700))}</span>`}</li>`;
}

/** All values, where there are more than the sentence shows. */
function drawValues({ before, after }: Difference): Markup | undefined {
  if (before.length < 2 && after.length < 2) return undefined;
  const list = (values: readonly string[]): Markup =>
    markup`<ul>${values.slice(0, MAX_VALUES).map((value) => markup`<li><code>${value === '' ? '∅' : cut(value, 500)}</code></li>`)}${values.length > MAX_VALUES ? markup`<li class="soft">+${values.length - MAX_VALUES}</li>` : undefined}</ul>`;
  return markup`<div class="values"><div><h4>${both({ en: 'Was', zh: '原先' })}</h4>${list(before)}</div><div><h4>${both({ en: 'Is', zh: '现在' })}</h4>${list(after)}</div></div>`;
}
