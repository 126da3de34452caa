import type { PageDocument, PageElement } from './page.js';

/**
 * Makes each matrix filter by verdict, level, category and text. Self-contained: the page's script
 * carries this function's source.
 *
 * @param page - the page's document
 */
export function filterRows(page: PageDocument): void {
  /** What is read of an element, and what would be in the other language. */
  const textOf = (element: PageElement | null): string =>
    [...(element?.querySelectorAll('[data-en], [data-zh]') ?? [])]
      .flatMap(({ dataset: { en = '', zh = '' } }) => [en, zh])
      .join(' ')
      .concat(' ', element?.textContent ?? '');
  const start = (matrix: PageElement): void => {
    const form = matrix.querySelector('.filters');
    const rows = [...matrix.querySelectorAll('.row')].map((row) => ({
      row,
      text: textOf(row.querySelector('summary')).toLowerCase(),
      categories: new Set((row.dataset['categories'] ?? '').split(' ')),
    }));
    const chips = [...matrix.querySelectorAll('.chip')];
    const field = (name: string): string => form?.querySelector(`[name=${name}]`)?.value ?? '';
    const empty = matrix.querySelector('.empty');
    const shown = matrix.querySelector('.shown');

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
    matrix.querySelector('[data-clear]')?.addEventListener('click', () => {
      for (const chip of chips) chip.setAttribute('aria-pressed', 'false');
      for (const input of form?.querySelectorAll('input, select') ?? []) input.value = '';
      apply();
    });
    apply();
  };
  for (const matrix of page.querySelectorAll('.matrix')) start(matrix);
}
