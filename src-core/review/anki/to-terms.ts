import { languageTag } from '#core/records/record.ts';
import type { Term } from '#core/records/term.ts';
import type { ForeignNote, ForeignType } from './foreign.ts';
import { readGuid } from './guid.ts';
import { fieldHtml, fieldText } from './html.ts';
import { clozeType, wordType } from './note-types.ts';
import { glossOf, termNote } from './note.ts';

/** Which field of a note type is what. Fields are counted from 0. */
export interface Mapping {
  /** `null`: the notes of this type are left out. */
  readonly headword: number | null;
  readonly gloss: number | null;
  readonly note: number | null;
}

/** What a note says of a term. */
export interface NoteTerm {
  /** The id of the term of which we made the note; `null` where another program did. */
  readonly id: string | null;
  readonly headword: string;
  /** `[]` where the note has none. */
  readonly senses: readonly string[];
  readonly note: string;
}

/** Names of fields that hold a word, a translation, a remark, in the languages of the interface, in small letters. */
const usual: Readonly<Record<keyof Mapping, readonly RegExp[]>> = {
  headword: [/^(word|headword|expression|term|сөз|слово|термин)$/u, /word|kazakh|қазақ|казах|front|сөз|слово|target/u],
  gloss: [
    /^(translation|meaning|definition|gloss|аударма|перевод|значение)$/u,
    /transl|mean|defin|english|русск|орыс|back|аударма|мағына|перевод|значен/u,
  ],
  note: [/^(note|notes|comment|жазба|заметка|примечание)$/u],
};

/** What the fields of a note type probably are: ours are known, others are told by their names, else by their places. */
export function guessMapping({ name, fields }: Pick<ForeignType, 'name' | 'fields'>): Mapping {
  if (name === clozeType.name && fields.length >= clozeType.fields.length) return { headword: 1, gloss: 2, note: 5 };
  if (name === wordType.name && fields.length >= wordType.fields.length) return { headword: 0, gloss: 1, note: 5 };
  const taken = new Set<number>();
  const find = (patterns: readonly RegExp[]): number | null => {
    for (const pattern of patterns) {
      const at = fields.findIndex((field, place) => !taken.has(place) && pattern.test(field.toLowerCase()));
      if (at >= 0) {
        taken.add(at);
        return at;
      }
    }
    return null;
  };
  const gloss = find(usual.gloss.slice(0, 1));
  const headword = find(usual.headword);
  const note = find(usual.note);
  const free = fields.map((_, at) => at).filter((at) => at !== headword && at !== gloss && at !== note);
  const first = headword ?? free.shift() ?? null;
  return { headword: first, gloss: gloss ?? find(usual.gloss.slice(1)) ?? free[0] ?? null, note };
}

/** Longest headword that is taken, in UTF-16 code units: more is a sentence, not a word. */
const longestHeadword = 200;

/**
 * What the notes of a type say of terms, in their order. A note without a headword, or with a whole text for one, says nothing;
 * of several notes that we made of one term, the first counts.
 */
export function termsOfNotes(notes: readonly ForeignNote[], mapping: Mapping): NoteTerm[] {
  const known = new Set<string>();
  return notes.flatMap((note): NoteTerm[] => {
    const headword = fieldOf(note, mapping.headword).replace(/\s+/gu, ' ').trim();
    if (headword === '' || headword.length > longestHeadword) return [];
    const own = note.guid === null ? null : readGuid(note.guid);
    const id = own === null || own.kind === 'highlight' ? null : own.id;
    if (id !== null && known.has(id)) return [];
    if (id !== null) known.add(id);
    return [{ id, headword, senses: sensesOf(fieldOf(note, mapping.gloss)), note: fieldOf(note, mapping.note).trim() }];
  });
}

function fieldOf(note: ForeignNote, at: number | null): string {
  return at === null ? '' : (note.fields[at] ?? '');
}

/** Senses stand on lines of their own, or have semicolons between them. */
function sensesOf(text: string): string[] {
  const senses = text.split(/[;\n]/u).map((sense) => sense.trim());
  return [...new Set(senses.filter((sense) => sense !== ''))];
}

/**
 * What becomes of a term that we made a note of, when the note comes back: the headword, glosses and note that it has now.
 * The very same term where the note says what we would write.
 *
 * @throws RangeError when `language`, in which glosses and note are, is no BCP 47 tag
 */
export function updatedTerm(from: Term, said: NoteTerm, language: string): Term {
  if (!languageTag.safeParse(language).success) throw new RangeError(`not a language: ${language}`);
  const to = { ...from };
  if (said.headword !== asRead(from.headword)) to.headword = said.headword;
  const isNew = said.senses.join('\n') !== sensesOf(asRead(glossOf(from, language))).join('\n');
  if (isNew && said.senses.length > 0) to.glosses = { ...from.glosses, [language]: [...said.senses] };
  if (said.note !== '' && said.note !== asRead(termNote(from, language))) {
    to.notes = { ...from.notes, [language]: said.note };
  }
  return to.headword === from.headword && to.glosses === from.glosses && to.notes === from.notes ? from : to;
}

function asRead(text: string): string {
  return fieldText(fieldHtml(text));
}
