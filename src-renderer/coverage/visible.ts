/** The ids of the paragraphs of which something is in sight, of all editions that are shown, in the order of the page. */
export function visibleParagraphs(): string[] {
  const view = document.querySelector('main')?.getBoundingClientRect();
  if (view === undefined) return [];
  const ids = [...document.querySelectorAll<HTMLElement>('main [data-paragraph]')].flatMap((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const id = element.dataset['paragraph'];
    return id !== undefined && bottom > view.top && top < view.bottom && bottom > top ? [id] : [];
  });
  return [...new Set(ids)];
}
