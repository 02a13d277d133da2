import type { Paragraph } from '#core/records/paragraph.ts';
import { language } from '#core/language/language.ts';
import { wordIndex } from '#core/glossary/word-index.ts';
import { textWords, type TextState } from '#main/jobs/text-words.ts';
import type { WordAnswers } from '#main/jobs/word-messages.ts';
import type { Bench } from './bench.ts';
import { makeKazakhText, type TextSize } from './kazakh-text.ts';
import { megabytes, milliseconds, ratio } from './statistics.ts';

const book: TextSize = { words: 200_000, forms: 30_000, headwords: 5000 };
const long: TextSize = { words: 1_000_000, forms: 100_000, headwords: 5000 };
type Print = Parameters<Bench['run']>[0];

/** Paragraphs in a section. */
const sectionLength = 50;
const againLimit = 1000;
const matchLimit = 2000;
const memoryLimit = 200e6;

/** How long it takes to say how much of a text is known: at first, and after a change. */
export const coverage: Bench = {
  name: 'coverage',
  about: `known words of a book of ${book.words} words, from its thread; a text of ${long.words} in a thread`,
  run: async (print) => {
    await ofBook(print);
    await ofLongText(print);
    memory(print);
  },
};

async function ofBook(print: Print): Promise<void> {
  const words = textWords();
  const before = stateOf(book);
  const ask = (state: TextState): Promise<WordAnswers['coverage']> =>
    words.ask(state, { about: 'coverage', part: 'all', most: 500, signal: new AbortController().signal });
  const limited = async (what: string, state: TextState): Promise<void> => {
    const taken = await timed(() => ask(state));
    print(`  ${what} (limit ${milliseconds(againLimit)})`, milliseconds(taken), ratio(taken, againLimit));
  };
  let heldUp = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    heldUp = Math.max(heldUp, performance.now() - last - 10);
    last = performance.now();
  }, 10);
  print('  coverage of a book at first', milliseconds(await timed(() => ask(before))), '');
  clearInterval(timer);
  print('  meanwhile the main thread was held up for at most', milliseconds(heldUp), '');
  const [first, ...rest] = before.terms;
  if (first === undefined) throw new Error('no terms were made');
  const levelled = { ...before, terms: [{ ...first, level: 'known' as const }, ...rest] };
  await limited('again', before);
  await limited('again, after a level', levelled);
  const added = { ...levelled, terms: [...levelled.terms, { ...first, id: 'new', headword: `${first.headword}лық` }] };
  await limited('again, after a new term', added);
  await limited('again, after all terms got a level', {
    ...added,
    terms: added.terms.map((term) => ({ ...term, level: '3' as const })),
  });
  words.close();
}

async function ofLongText(print: Print): Promise<void> {
  const words = textWords();
  const state = stateOf(long);
  const { signal } = new AbortController();
  const taken = await timed(() => words.ask(state, { about: 'terms', part: 'all', signal }));
  print(
    `  ${long.words} words against ${long.headwords} headwords in a thread (limit ${milliseconds(matchLimit)})`,
    milliseconds(taken),
    ratio(taken, matchLimit),
  );
  words.close();
}

function memory(print: Print): void {
  const { terms, paragraphs } = makeKazakhText(long);
  const before = process.memoryUsage().heapUsed;
  const index = wordIndex(paragraphs, terms, language('kk'));
  const kept = process.memoryUsage().heapUsed - before;
  const found = [...index.termCounts(paragraphs.keys()).values()].reduce((sum, count) => sum + count, 0);
  print(
    `  heap of its words and ${found} matches, with garbage (limit ${megabytes(memoryLimit)})`,
    megabytes(kept),
    ratio(kept, memoryLimit),
  );
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function stateOf(size: TextSize): TextState {
  const { terms, paragraphs } = makeKazakhText(size);
  return {
    key: `made/${size.words}`,
    language: 'kk',
    paragraphs: paragraphs.map((text, at): Paragraph => ({
      kind: 'paragraph',
      id: String(at),
      modified: '1',
      edition: 'kk',
      section: String(Math.floor(at / sectionLength)),
      order: String(at),
      type: 'text',
      text,
      marks: [],
    })),
    terms,
    rejections: [],
    mismatches: [],
  };
}
