import { language } from '#core/language/language.ts';
import { noChange, type Change } from '#core/records/change.ts';
import type { Term, TermLevel } from '#core/records/term.ts';

/** A glossary entry as it stands in the form: what is typed, not yet what is kept. */
export interface TermDraft {
  language: string;
  headword: string;
  category: Term['category'];
  /** By language, the senses as they are typed: separated by semicolons. */
  glosses: Readonly<Record<string, string>>;
  /** By language. */
  notes: Readonly<Record<string, string>>;
}

const longestHeadword = 200;

/** A draft with nothing in it but what was selected in a text of `tag`. */
export function emptyDraft(tag: string, selected = ''): TermDraft {
  return { language: tag, headword: headwordOf(selected), category: 'word', glosses: {}, notes: {} };
}

/** The draft that shows an entry for editing. */
export function draftOf(term: Term): TermDraft {
  return {
    language: term.language,
    headword: term.headword,
    category: term.category,
    glosses: Object.fromEntries(Object.entries(term.glosses).map(([tag, senses]) => [tag, senses.join('; ')])),
    notes: { ...term.notes },
  };
}

/** What was selected, as a headword: on one line, without the punctuation around it; cut after a word when very long. */
export function headwordOf(selected: string): string {
  const line = selected
    .replaceAll('\u00AD', '')
    .replace(/\s+/gu, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  if (line.length <= longestHeadword) return line;
  const cut = line.slice(0, longestHeadword + 1);
  const space = cut.lastIndexOf(' ');
  return cut.slice(0, space > 0 ? space : longestHeadword);
}

/** The senses of a typed gloss: separated by semicolons, each once. */
export function sensesOf(typed: string): string[] {
  const senses = typed.split(/[;\n]/u).map((sense) => sense.replace(/\s+/gu, ' ').trim());
  return [...new Set(senses)].filter((sense) => sense !== '');
}

/** A typed gloss with one sense more; the same when it has that sense already. */
export function withSense(typed: string, sense: string): string {
  const senses = sensesOf(typed);
  return sense === '' || senses.includes(sense) ? typed : [...senses, sense].join('; ');
}

/**
 * The draft for a headword in another language. Where there is a gloss in that language already, the two change places: who
 * selected “Provisional Government” may want it to be the gloss of “Уақытша үкімет”. Further senses stay as they are, as
 * synonyms of the new headword.
 */
export function withLanguage(draft: TermDraft, tag: string): TermDraft {
  if (tag === draft.language) return draft;
  const { [tag]: there = '', ...others } = draft.glosses;
  const [first, ...rest] = sensesOf(there);
  if (first === undefined) return { ...draft, language: tag, glosses: others };
  const glosses = { ...others, [draft.language]: withSense(others[draft.language] ?? '', headwordLine(draft)) };
  return {
    ...draft,
    language: tag,
    headword: first,
    glosses: rest.length === 0 ? glosses : { ...glosses, [tag]: rest.join('; ') },
  };
}

/** May the draft be kept? An entry needs a headword. */
export function isComplete(draft: TermDraft): boolean {
  return headwordLine(draft) !== '';
}

/** The change that keeps a draft as a new entry. `work` is the work it was made in, if in any. */
export function added(draft: TermDraft, id: string, work: string | null, level: TermLevel | null = null): Change {
  const more = { ...(level === null ? {} : { level }), ...(work === null ? {} : { work }) };
  const term: Term = { id, kind: 'term', modified: '', ...content(draft, {}), ...more };
  return { ...noChange, added: [term] };
}

/** The change that makes `term` what the draft says, or `null` when it says the same. */
export function edited(term: Term, draft: TermDraft): Change | null {
  const next: Term = { ...term, ...content(draft, term.glosses) };
  if (sameContent(term, next)) return null;
  return { ...noChange, updated: [[term, next]] };
}

/** The change that deletes entries. */
export function removed(terms: readonly Term[]): Change {
  return { ...noChange, removed: [...terms] };
}

/** The other entries with the same headword in the same language: case and white space do not matter. */
export function sameHeadword(
  terms: Iterable<Term>,
  headword: Pick<Term, 'language' | 'headword'>,
  except: string | null = null,
): Term[] {
  const key = headwordKey(headword);
  if (headword.headword.trim() === '') return [];
  return [...terms].filter((term) => term.id !== except && headwordKey(term) === key);
}

/** What two headwords have in common when they are the same to a reader. */
export function headwordKey({ language: tag, headword }: Pick<Term, 'language' | 'headword'>): string {
  return `${tag}\n${language(tag).lower(headword).replace(/\s+/gu, ' ').trim()}`;
}

/** Do two entries say the same, but for the order of languages? */
export function sameContent(a: Term, b: Term): boolean {
  return (
    a.language === b.language &&
    a.headword === b.headword &&
    a.category === b.category &&
    sameByLanguage(a.glosses, b.glosses) &&
    sameByLanguage(a.notes, b.notes)
  );
}

function sameByLanguage(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const tags = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...tags].every((tag) => JSON.stringify(a[tag]) === JSON.stringify(b[tag]));
}

function headwordLine(draft: TermDraft): string {
  return draft.headword.replace(/\s+/gu, ' ').trim();
}

function content(
  draft: TermDraft,
  before: Term['glosses'],
): Pick<Term, 'language' | 'headword' | 'category' | 'glosses' | 'notes'> {
  const glosses: Record<string, string[]> = {};
  for (const [tag, typed] of Object.entries(draft.glosses)) {
    // A sense that holds a semicolon of its own would fall apart if it were read from the form again.
    const unchanged = before[tag]?.join('; ') === typed ? before[tag] : undefined;
    const senses = unchanged ?? sensesOf(typed);
    if (senses.length > 0) glosses[tag] = senses;
  }
  const notes = Object.fromEntries(
    Object.entries(draft.notes)
      .map(([tag, note]): [string, string] => [tag, note.trim()])
      .filter(([, note]) => note !== ''),
  );
  return { language: draft.language, headword: headwordLine(draft), category: draft.category, glosses, notes };
}
