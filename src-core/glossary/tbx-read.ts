import { languageTag } from '#core/records/record.ts';
import { termCategories, termLevels } from '#core/records/term.ts';
import { isReserved } from './columns.ts';
import type { ReadProblem } from './read-problem.ts';
import { madeByEgiz, readOwnValue } from './tbx.ts';
import { KeptOfEntry } from './tbx-foreign.ts';
import type { TermContent } from './tsv.ts';
import { BrokenXml, childrenOf, descendantsOf, readXml, textOf, type XmlElement } from '#core/xml/tree.ts';

/** What a termbase holds. */
export interface ReadTermbase {
  terms: TermContent[];
  problems: ReadProblem[];
  /** The languages of its terms, the most used first. */
  languages: string[];
}

/** Keeps an element for writing it back; answers whether it can be kept. */
type Keep = (element: XmlElement) => boolean;

/** Terms in a language, and what is said of them. */
interface Section {
  tag: string;
  element: XmlElement;
  terms: XmlElement[];
}

/**
 * Reads the terms of a termbase: TBX v3 (`tbx`) in both styles, and TBX v2 (`martif`). Of an entry the first term in the
 * language of the headwords becomes the headword, all others become glosses in their languages. Definitions and notes become
 * notes, a subject field that is a category becomes the category, what else is said of the headword becomes a field of the
 * name of its data category. What has no place is kept for writing it back; what cannot be kept is named.
 *
 * @param headwords the language of the headwords; where it is `null`, or an entry has none in it, that of its first section
 */
export function readTbx(text: string, headwords: string | null): ReadTermbase {
  let root: XmlElement;
  try {
    root = readXml(text, true);
  } catch (cause) {
    if (!(cause instanceof BrokenXml)) throw cause;
    return { terms: [], problems: [{ line: cause.line, code: 'broken-xml', detail: cause.message }], languages: [] };
  }
  if (root.name !== 'tbx' && root.name !== 'martif') {
    return { terms: [], problems: [{ line: root.line, code: 'not-tbx', detail: root.name }], languages: [] };
  }
  const reader = new TbxReader(root, headwords);
  const terms = descendantsOf(root, 'conceptEntry', 'termEntry').flatMap((entry) => reader.entry(entry) ?? []);
  return { terms, problems: reader.problems(), languages: reader.languages() };
}

/** What a termbase holds elements for that are not data categories. */
const structure = new Set(['langSec', 'langSet', 'termSec', 'tig', 'ntig', 'term']);
const groups = new Set(['termGrp', 'descripGrp', 'termNoteGrp', 'adminGrp']);

class TbxReader {
  readonly #language: string;
  readonly #headwords: string | null;
  readonly #problems: ReadProblem[] = [];
  readonly #uses = new Map<string, number>();
  /** Parts without a place: where the first stands, and how many there are. */
  readonly #left = new Map<string, { line: number; count: number }>();

  constructor(root: XmlElement, headwords: string | null) {
    this.#language = tagOf(root) ?? 'en';
    // In a file by Egiz the headword comes first in its entry, whatever its language.
    const own = descendantsOf(root, 'sourceDesc').some((element) => textOf(element) === madeByEgiz);
    this.#headwords = own ? null : headwords;
  }

  problems(): ReadProblem[] {
    const left = [...this.#left].map(([name, { line, count }]): ReadProblem => ({
      line,
      code: 'left-out',
      detail: `${name} (${String(count)})`,
    }));
    return [...this.#problems, ...left].toSorted((a, b) => a.line - b.line);
  }

  languages(): string[] {
    return [...this.#uses].toSorted(([, a], [, b]) => b - a).map(([tag]) => tag);
  }

  entry(entry: XmlElement): TermContent | null {
    const sections = childrenOf(entry, 'langSec', 'langSet').flatMap((element) => this.#section(element) ?? []);
    for (const { tag } of sections) this.#uses.set(tag, (this.#uses.get(tag) ?? 0) + 1);
    const main = sections.find(({ tag }) => tag === this.#headwords) ?? sections[0];
    const [first] = main?.terms ?? [];
    const headword = first === undefined ? '' : wordOf(first);
    if (main === undefined || first === undefined || headword === '') {
      this.#problems.push({ line: entry.line, code: 'missing-headword', detail: entry.attributes.get('id') ?? '' });
      return null;
    }
    const content: TermContent = { language: main.tag, headword, category: 'word', glosses: {}, notes: {} };
    const kept = new KeptOfEntry();
    this.#data(content, entry, this.#language, (element) => kept.keep(element, {}));
    for (const section of sections) {
      const { tag: language } = section;
      this.#data(content, section.element, language, (element) => kept.keep(element, { language }));
      const senses = section.terms.filter((term) => term !== first);
      for (const term of senses) {
        this.#gloss(content, language, term, (element) => kept.keep(element, { language, term: wordOf(term) }));
      }
    }
    this.#data(content, first, main.tag, (element) => kept.keep(element, { language: main.tag, term: headword }));
    const foreign = kept.result(entry.attributes.get('id'));
    return foreign === null ? content : { ...content, foreign };
  }

  #section(element: XmlElement): Section | null {
    const tag = tagOf(element);
    const terms = childrenOf(element, 'termSec', 'tig', 'ntig');
    if (tag !== null) return { tag, element, terms };
    this.#problems.push({ line: element.line, code: 'bad-language', detail: element.attributes.get('lang') ?? '' });
    return null;
  }

  #gloss(content: TermContent, tag: string, term: XmlElement, keep: Keep): void {
    const word = wordOf(term);
    if (word !== '') (content.glosses[tag] ??= []).push(word);
    // Of a gloss Egiz knows its text and its notes.
    for (const { name, element } of dataOf(term)) {
      if (name === 'note') addNote(content, tagOf(element) ?? tag, textOf(element));
      else if (!keep(element)) this.#leave(name, element);
    }
  }

  /** Takes what stands directly in an element, about a term in `tag`. */
  #data(content: TermContent, holder: XmlElement, tag: string, keep: Keep): void {
    for (const { name, element } of dataOf(holder)) {
      const value = textOf(element) || (element.attributes.get('value') ?? '');
      if (value === '' && !noFields.has(name)) continue;
      if (isNote(name)) addNote(content, tagOf(element) ?? tag, value);
      else if (name === 'subjectField') addSubject(content, value);
      else if (name === 'projectSubset') addOwn(content, value);
      else if (isField(name) && !references.has(element.name)) addField(content, name, value);
      else if (!keep(element)) this.#leave(name, element);
    }
  }

  #leave(name: string, { line }: XmlElement): void {
    const before = this.#left.get(name);
    this.#left.set(name, { line: before?.line ?? line, count: (before?.count ?? 0) + 1 });
  }
}

/** The data categories that stand directly in an element, or in a group there. In DCA `type` names them, in DCT the element. */
function dataOf(holder: XmlElement): { name: string; element: XmlElement }[] {
  return holder.children.flatMap((child) => {
    if (typeof child === 'string' || structure.has(child.name)) return [];
    if (groups.has(child.name)) return dataOf(child);
    return [{ name: child.attributes.get('type') ?? child.name, element: child }];
  });
}

/** What explains a term in words. Some programs write a `descrip` of no type for that. */
function isNote(name: string): boolean {
  return name === 'note' || name === 'definition' || name === 'descrip' || name === 'explanation';
}

/** Logs of who changed what, references inside the file and pictures have no meaning outside of it. */
const noFields = new Set(['transacGrp', 'transac', 'date', 'ref', 'xref', 'crossReference', 'xGraphic']);

/** What leads elsewhere says nothing without its address. */
const references = new Set(['ref', 'xref']);

function isField(name: string): boolean {
  return /^\p{L}[\p{L}\p{N}_-]*$/u.test(name) && !noFields.has(name) && !isReserved(name) && !own.has(name);
}

const own = new Set(['language', 'headword', 'category', 'level', 'work']);

function wordOf(term: XmlElement): string {
  // In an `ntig` of TBX v2 it stands in a group.
  const [word] = descendantsOf(term, 'term');
  return word === undefined ? '' : textOf(word);
}

function addNote({ notes }: TermContent, tag: string, note: string): void {
  const before = notes[tag];
  notes[tag] = before === undefined ? note : `${before}\n${note}`;
}

function addSubject(content: TermContent, subject: string): void {
  const category = termCategories.find((one) => one === subject.toLowerCase());
  if (category !== undefined && content.category === 'word') content.category = category;
  else addField(content, 'subjectField', subject);
}

function addOwn(content: TermContent, value: string): void {
  const ours = readOwnValue(value);
  if (ours?.name === 'level') {
    const level = termLevels.find((one) => one === ours.value);
    if (level !== undefined) content.level = level;
    return;
  }
  const at = ours?.value.indexOf('=') ?? -1;
  const name = ours?.value.slice(0, at).replace(/%(25|3D)/gu, (_, code) => (code === '25' ? '%' : '=')) ?? '';
  if (ours === null || at <= 0) addField(content, 'projectSubset', value);
  else if (!isReserved(name) && !own.has(name)) addField(content, name, ours.value.slice(at + 1));
  else if (name === 'work') content[name] = ours.value.slice(at + 1);
}

function addField(content: TermContent, name: string, value: string): void {
  const before = content[name];
  content[name] = typeof before === 'string' ? `${before}; ${value}` : value;
}

/** The language of an element (`xml:lang`), its tag written as BCP 47 does: `EN_us` is `en-US`. */
function tagOf({ attributes }: XmlElement): string | null {
  const [primary = '', ...rest] = (attributes.get('lang') ?? '').replaceAll('_', '-').split('-');
  const tag = [primary.toLowerCase(), ...rest].join('-');
  return languageTag.safeParse(tag).success ? tag : null;
}
