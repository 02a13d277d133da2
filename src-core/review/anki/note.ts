import { isStamp } from '#core/records/clock.ts';
import type { Term } from '#core/records/term.ts';
import type { TextRange } from '#core/text/range.ts';
import { guidOf } from './guid.ts';
import { fieldHtml } from './html.ts';
import { clozeType, wordType, type NoteType } from './note-types.ts';

/** A note for Anki: what makes its cards. */
export interface AnkiNote {
  readonly guid: string;
  readonly type: NoteType;
  /** In the order of the type's fields, as HTML. */
  readonly fields: readonly string[];
  readonly tags: readonly string[];
  /** With `::` between the names of nested decks. */
  readonly deck: string;
  /** When what it consists of was last changed, in seconds since 1970: Anki takes a note over when this is newer. */
  readonly modified: number;
  /** By the place of its template, the card of our own that asks the same, where there is one. */
  readonly cards: readonly (string | null)[];
}

/** A sentence in which something stands, with what stands beside it. */
export interface Example {
  readonly sentence: string;
  /** Of what is asked, in the sentence. */
  readonly range: TextRange;
  /** The aligned sentence or paragraph; `null` where nothing is aligned. */
  readonly aligned: string | null;
  /** The work and its section. */
  readonly source: string;
  /** The newest stamp of the records that it comes from. */
  readonly modified: string;
}

/** What a note is made of, beside its example. */
export interface Asked {
  /** Of glosses and notes; others are left out, where there is one in this. */
  readonly language: string;
  readonly deck: string;
  readonly cards: readonly (string | null)[];
}

/** The glosses of a term in a language as one line; those of all languages where there are none in it. */
export function glossOf(term: Term, language: string): string {
  const chosen = term.glosses[language];
  const senses = chosen !== undefined && chosen.length > 0 ? chosen : Object.values(term.glosses).flat();
  return senses.join('; ');
}

/** The note of a term in a language; the first there is where there is none in it. */
export function termNote({ notes }: Term, language: string): string {
  return notes[language] ?? Object.values(notes)[0] ?? '';
}

/** A word asked in both directions, with the sentence in which it stands. */
export function wordNote(term: Term, example: Example | null, asked: Asked): AnkiNote {
  return {
    guid: guidOf('word', term.id),
    type: wordType,
    fields: [
      fieldHtml(term.headword),
      fieldHtml(glossOf(term, asked.language)),
      example === null ? '' : marked(example, (text) => `<b>${text}</b>`),
      fieldHtml(example?.aligned ?? ''),
      fieldHtml(example?.source ?? ''),
      fieldHtml(termNote(term, asked.language)),
    ],
    tags: tagsOf(term),
    deck: asked.deck,
    modified: newest(term.modified, example?.modified ?? ''),
    cards: asked.cards,
  };
}

/** The gap of a word in its sentence. */
export function clozeNote(term: Term, example: Example, asked: Asked): AnkiNote {
  return {
    guid: guidOf('cloze', term.id),
    type: clozeType,
    fields: [
      marked(example, (text) => `{{c1::${text}}}`),
      fieldHtml(term.headword),
      fieldHtml(glossOf(term, asked.language)),
      fieldHtml(example.aligned ?? ''),
      fieldHtml(example.source),
      fieldHtml(termNote(term, asked.language)),
    ],
    tags: tagsOf(term),
    deck: asked.deck,
    modified: newest(term.modified, example.modified),
    cards: asked.cards,
  };
}

/** A highlighted passage as a gap in its sentence. */
export function highlightNote(
  highlight: { work: string; id: string; body: string; tags: readonly string[] },
  example: Example,
  asked: Asked,
): AnkiNote {
  return {
    guid: guidOf('highlight', highlight.id, highlight.work),
    type: clozeType,
    fields: [
      marked(example, (text) => `{{c1::${text}}}`),
      '',
      '',
      fieldHtml(example.aligned ?? ''),
      fieldHtml(example.source),
      fieldHtml(highlight.body),
    ],
    tags: ['egiz', 'highlight', ...highlight.tags.map(tagName)],
    deck: asked.deck,
    modified: newest(example.modified),
    cards: asked.cards,
  };
}

function marked({ sentence, range: [start, end] }: Example, mark: (text: string) => string): string {
  const before = fieldHtml(sentence.slice(0, start));
  return `${before}${mark(fieldHtml(sentence.slice(start, end)))}${fieldHtml(sentence.slice(end))}`;
}

function tagsOf(term: Term): string[] {
  return ['egiz', term.category, ...(term.level === undefined ? [] : [`level-${term.level}`])].map(tagName);
}

/** A tag as Anki can have it: without white space, which separates tags, and without quotation marks. */
function tagName(text: string): string {
  return text.replace(/[\s"\p{Cc}]+/gu, '_').slice(0, 100);
}

const timeLength = '0000-00-00T00:00:00.000Z'.length;

/** The newest of stamps in seconds since 1970, at least 1: what came with Egiz bears stamps of a far past. */
function newest(...stamps: readonly string[]): number {
  const times = stamps.filter(isStamp).map((text) => Math.ceil(Date.parse(text.slice(0, timeLength)) / 1000));
  return Math.max(1, ...times);
}

/** The name of a deck: that of the work under `Egiz`. Its parts have neither `::` nor quotation marks, as Anki wants them. */
export function deckName(title: string | null): string {
  const clean = (title ?? '')
    .replace(/::+|["\p{Cc}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 100);
  return clean === '' ? 'Egiz' : `Egiz::${clean}`;
}
