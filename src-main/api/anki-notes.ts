import { cardId } from '#core/review/make.ts';
import { clozeNote, deckName, highlightNote, wordNote, type AnkiNote, type Example } from '#core/review/anki/note.ts';
import type { LocalisedText } from '#core/records/record.ts';
import type { Card, CardSubject } from '#core/records/review.ts';
import type { Term } from '#core/records/term.ts';
import type { Library } from '#main/library/library.ts';
import { ApiError } from './failure.ts';
import { presentWork } from './opened.ts';
import type { CardSentence } from './review-shapes.ts';
import { contentOf, highlightsOf, termsOf } from './review.ts';

/** What is to be exported to Anki. */
export interface AnkiChoice {
  /** Of which words and highlights: those with cards, those of a work, or all. */
  of: 'cards' | 'work' | 'all';
  /** For `work`. */
  work: string | null;
  /** Notes that ask a word and its translation, gaps of words in their sentences, highlights as gaps. */
  words: boolean;
  clozes: boolean;
  highlights: boolean;
  /** Of glosses, notes and aligned sentences, where there are such. BCP 47. */
  language: string;
}

/** A note to be made: of what, and which. */
export interface Wanted {
  kind: 'word' | 'cloze' | 'highlight';
  subject: CardSubject;
}

/** A note that was made, with the sentence it was made of. */
export interface Made {
  note: AnkiNote;
  sentence: CardSentence | null;
}

/** The notes that a choice asks for, in the order of the text, each subject's together. */
export async function wantedNotes(library: Library, choice: AnkiChoice, signal: AbortSignal): Promise<Wanted[]> {
  if (choice.of === 'cards') return ofCards(library.top.state().cards, choice);
  if (choice.of === 'work' && choice.work === null) throw new ApiError('bad-request', 'no work is chosen', 'work');
  const work = choice.of === 'work' ? choice.work : null;
  const levels = new Map(library.top.state().terms.map((term) => [term.id, term.level]));
  const wanted: Wanted[] = [];
  for (const { subject, hasSentence, hasTranslation } of await termsOf(library, work, null, signal)) {
    if (subject.type === 'term' && levels.get(subject.term) === 'ignored') continue;
    if (choice.words && hasTranslation) wanted.push({ kind: 'word', subject });
    if (choice.clozes && hasSentence) wanted.push({ kind: 'cloze', subject });
  }
  if (!choice.highlights) return wanted;
  const works = work === null ? (await library.works()).map((entry) => entry.work.id) : [work];
  for (const id of works) {
    const found = highlightsOf(await presentWork(library, id));
    wanted.push(...found.map(({ subject }): Wanted => ({ kind: 'highlight', subject })));
  }
  return wanted;
}

/** What cards ask is a note each: both directions of a word are one note. */
function ofCards(cards: readonly Card[], choice: AnkiChoice): Wanted[] {
  const wanted = new Map<string, Wanted>();
  for (const { subject, face } of cards.toSorted((a, b) => (a.created < b.created ? -1 : 1))) {
    const kind = subject.type === 'highlight' ? 'highlight' : face === 'cloze' ? 'cloze' : 'word';
    const isChosen = { word: choice.words, cloze: choice.clozes, highlight: choice.highlights }[kind];
    if (isChosen) wanted.set(`${kind} ${cardId(subject, 'word')}`, { kind, subject });
  }
  return [...wanted.values()];
}

/** Makes a note; `null` where what it is of is gone, or a gap has no sentence, or a word nothing to be told by. */
export async function makeNote(
  library: Library,
  { kind, subject }: Wanted,
  { language }: AnkiChoice,
  signal: AbortSignal,
): Promise<Made | null> {
  const { gone, sentence, note: body } = await contentOf(library, subject, [language], signal);
  if (gone || signal.aborted) return null;
  const example = sentence === null ? null : await exampleOf(library, sentence);
  const asked = (title: string | null, faces: readonly Card['face'][]) => ({
    language,
    deck: deckName(title),
    cards: faces.map((face) => cardId(subject, face)),
  });
  if (subject.type === 'highlight') {
    if (example === null || sentence === null) return null;
    const state = await presentWork(library, subject.work);
    const annotation = state.annotations.find(({ id }) => id === subject.annotation);
    const newest = [example.modified, annotation?.modified ?? ''].toSorted().at(-1) ?? '';
    const highlight = { work: subject.work, id: subject.annotation, body, tags: annotation?.tags ?? [] };
    const title = titleIn(sentence.titles, sentence.language);
    return { note: highlightNote(highlight, { ...example, modified: newest }, asked(title, ['cloze'])), sentence };
  }
  const term = library.top.state().terms.find(({ id }) => id === subject.term);
  if (term === undefined) return null;
  const title = sentence === null ? await titleOf(library, term) : titleIn(sentence.titles, sentence.language);
  if (kind === 'word') {
    if (Object.values(term.glosses).every((senses) => senses.length === 0)) return null;
    return { note: wordNote(term, example, asked(title, ['word', 'translation'])), sentence };
  }
  return example === null ? null : { note: clozeNote(term, example, asked(title, ['cloze'])), sentence };
}

async function exampleOf(library: Library, sentence: CardSentence): Promise<Example> {
  const { work, titles, section, language, text, form, beside, edition, place } = sentence;
  const state = await presentWork(library, work);
  const stamps = [
    modifiedOf(state.paragraphs.get(edition), place.paragraph),
    beside === null ? '' : modifiedOf(state.paragraphs.get(beside.edition), beside.paragraph),
  ];
  const source = [titleIn(titles, language), section === null ? null : titleIn(section, language)];
  return {
    sentence: text,
    range: form,
    aligned: beside?.text ?? null,
    source: source.filter((part) => part !== null).join(' · '),
    modified: stamps.toSorted().at(-1) ?? '',
  };
}

interface Stamped {
  readonly id: string;
  readonly modified: string;
}

/** Lists are values, so the stamps of one are looked up once. */
const stampsOf = new WeakMap<readonly Stamped[], ReadonlyMap<string, string>>();

function modifiedOf(list: readonly Stamped[] | undefined, id: string): string {
  if (list === undefined) return '';
  const known = stampsOf.get(list) ?? new Map(list.map((record) => [record.id, record.modified]));
  stampsOf.set(list, known);
  return known.get(id) ?? '';
}

/** A title in a language; a reader's own, or any, where there is none in it. */
function titleIn(titles: LocalisedText, language: string): string | null {
  return titles.und ?? titles[language] ?? Object.values(titles)[0] ?? null;
}

async function titleOf(library: Library, term: Term): Promise<string | null> {
  const entry = (await library.works()).find(({ work }) => work.id === term.work);
  return entry === undefined ? null : titleIn(entry.work.titles, term.language);
}
