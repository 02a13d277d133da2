import { headwordGuesser, type HeadwordGuesser } from '#core/glossary/guess.ts';
import { language } from '#core/language/language.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Term } from '#core/records/term.ts';
import type { Edition } from '#core/records/work.ts';
import type { TextRange } from '#core/text/range.ts';
import { textRange } from '#renderer/annotations/dom.ts';
import { library } from '#renderer/app/library-store.ts';
import { loadTexts, openedWork } from '#renderer/app/work-store.ts';
import type { TextPart } from '#renderer/reader/reader-state.ts';
import { originalSection } from '../beside.ts';
import { isLearned, marksOf, unmarkedWords } from '../marks-layer.ts';
import { textOf, wordsIn } from '../meant-word.ts';
import { freeHeadwords, restOf, type PartWords, type Rest } from './rest-known.ts';

/** What is left of a part of the open work, and the language it is in. */
export interface PartRest {
  rest: Rest;
  /** BCP 47 tag. */
  language: string;
}

/** How often, and after how many milliseconds, it is looked for texts that are on their way. */
const patience = 40;
const pause = 50;

/**
 * Reads a part of the open work and tells what is left of it to be made known; `null` without a work, or when the part has no
 * text in the language that is learned.
 *
 * @throws ApiFailure when its texts cannot be loaded
 */
export async function restOfPart(part: TextPart): Promise<PartRest | null> {
  const inView = part.part === 'page' ? wordsInView() : null;
  const ids = part.part === 'page' ? [...(inView?.keys() ?? [])] : sectionParagraphs(part.section);
  await loadAll(ids);
  const paragraphs = ids.flatMap((id) => textOf(id) ?? []).filter(({ edition }) => isLearned(edition));
  const edition = openedWork.getState().current?.editions.find(({ id }) => id === paragraphs[0]?.edition);
  if (edition === undefined) return null;
  const { terms } = library.getState();
  const words = partWords(paragraphs, terms, inView);
  const rest = restOf(words, guesserFor(paragraphs, edition), freeHeadwords(edition.language, terms.values()));
  return { rest, language: edition.language };
}

/** Reads texts, also those that somebody else is reading just now. */
async function loadAll(ids: readonly string[]): Promise<void> {
  await loadTexts(ids);
  for (let left = patience; left > 0 && ids.some((id) => textOf(id) === null); left--) {
    await new Promise((resolve) => {
      setTimeout(resolve, pause);
    });
    await loadTexts(ids);
  }
}

function partWords(
  paragraphs: readonly Paragraph[],
  known: ReadonlyMap<string, Term>,
  inView: ReadonlyMap<string, (range: TextRange) => boolean> | null,
): PartWords {
  const terms = new Map<Term, number>();
  const unmarked: string[] = [];
  for (const paragraph of paragraphs) {
    const isIn = inView?.get(paragraph.id) ?? (() => true);
    for (const { role, start, end, terms: ids } of marksOf(paragraph)) {
      if (role !== 'headword' || !isIn([start, end])) continue;
      for (const id of ids) {
        const term = known.get(id);
        if (term !== undefined) terms.set(term, (terms.get(term) ?? 0) + 1);
      }
    }
    for (const range of unmarkedWords(paragraph)) {
      if (isIn(range)) unmarked.push(paragraph.text.slice(...range));
    }
  }
  return { terms, unmarked };
}

/** Paragraphs whose words tell of headwords, besides those of the part: those that are here, from the beginning of the text. */
const mostEvidence = 300;

function guesserFor(paragraphs: readonly Paragraph[], { id, language: tag }: Edition): HeadwordGuesser {
  const { current } = openedWork.getState();
  const others = (current?.outline[id] ?? []).flatMap(([paragraph]) => current?.texts.get(paragraph) ?? []);
  const evidence = new Set([...paragraphs, ...others.slice(0, mostEvidence)]);
  return headwordGuesser(
    [...evidence].flatMap(({ text }) => wordsIn(text, tag)),
    language(tag),
  );
}

/** The paragraphs of a section; of one of a translation, those of the original's section that it begins in. */
function sectionParagraphs(section: string): string[] {
  const { current } = openedWork.getState();
  if (current === null) return [];
  const found = originalSection(section, current);
  return (current.outline[current.work.original] ?? []).filter(([, of]) => of === found).map(([id]) => id);
}

/** The paragraphs in view, each with what tells whether a range of it can be seen now. */
function wordsInView(): Map<string, (range: TextRange) => boolean> {
  const view = document.querySelector('main [role=region]')?.getBoundingClientRect();
  const found = new Map<string, (range: TextRange) => boolean>();
  if (view === undefined) return found;
  for (const element of document.querySelectorAll<HTMLElement>('main [data-paragraph]')) {
    const { top, bottom } = element.getBoundingClientRect();
    const id = element.dataset['paragraph'];
    if (id === undefined || bottom <= view.top || top >= view.bottom) continue;
    const isWhole = top >= view.top && bottom <= view.bottom;
    found.set(id, ([start, end]) => {
      if (isWhole) return true;
      const box = textRange(id, start, end)?.getBoundingClientRect();
      return box !== undefined && box.bottom > view.top && box.top < view.bottom;
    });
  }
  return found;
}
