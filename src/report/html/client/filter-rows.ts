import type { PageDocument } from './page.js';

/**
 * Makes the matrix filter by verdict, level, category and text. Self-contained: the page's script
 * carries this function's source.
 *
 * @param page - the page's document
 */
export function filterRows(page: PageDocument): void {
  const form = page.querySelector('.filters');
  const rows = [...page.querySelectorAll('.matrix .row')].map((row) => ({
    row,
    text: (row.querySelector('summary')?.textContent ?? '').toLowerCase(),
    categories: new Set((row.dataset['categories'] ?? '').split(' ')),
  }));
  const chips = [...page.querySelectorAll('.chip')];
  const field = (name: string): string => form?.querySelector(`[name=${name}]`)?.value ?? '';
  const empty = page.querySelector('.empty');
  const shown = page.querySelector('.shown');

  const apply = (): void => {
    const verdicts = chips
      .filter((chip) => chip.getAttribute('aria-pressed') === 'true')
      .map((chip) => chip.dataset['verdict']);
    const words = field('text').toLowerCase().split(/\s+/);
    const level = field('level');
    const category = field('category');
    let count = 0;
    for (const { row, text, categories } of rows) {
      const fits =
        (verdicts.length === 0 || verdicts.includes(row.dataset['verdict'])) &&
        (level === '' || row.dataset['level'] === level) &&
        (category === '' || categories.has(category)) &&
        words.every((word) => text.includes(word));
      row.hidden = !fits;
      if (fits) count += 1;
    }
    if (empty !== null) empty.hidden = count > 0;
    if (shown !== null) shown.textContent = `${count} / ${rows.length}`;
  };

  for (const chip of chips) {
    chip.addEventListener('click', () => {
      const pressed = chip.getAttribute('aria-pressed') === 'true';
      chip.setAttribute('aria-pressed', String(!pressed));
      apply();
    });
  }
  form?.addEventListener('input', apply);
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  page.querySelector('[data-clear]')?.addEventListener('click', () => {
    for (const chip of chips) chip.setAttribute('aria-pressed', 'false');
    for (const input of form?.querySelectorAll('input, select') ?? []) input.value = '';
    apply();
  });
  apply();
}
