import { languageTag } from '#core/records/record.ts';
import { termCategories, termLevels } from '#core/records/term.ts';

/**
 * What a column of a table holds, as text: `headword`, `language`, `category`, `level`, `gloss:en`, `note:kk`, a field that
 * Egiz does not know (`field:pos`), or `none` for what is left out.
 */
export type Column =
  'headword' | 'language' | 'category' | 'level' | 'none' | `gloss:${string}` | `note:${string}` | `field:${string}`;

/** Fields of a term that no column may set. */
const reserved = new Set([
  'id',
  'kind',
  'modified',
  'deleted',
  'glosses',
  'notes',
  '__proto__',
  'constructor',
  'prototype',
]);

/** May a column set a field of this name? */
export function isReserved(name: string): boolean {
  return reserved.has(name);
}

/** How the columns of glossaries and word lists are called, in small letters; `*` takes the language that is asked for. */
const names: Readonly<Record<string, readonly string[]>> = {
  headword: [
    'headword',
    'head word',
    'term',
    'word',
    'lemma',
    'front',
    'сөз',
    'бас сөз',
    'атау',
    'слово',
    'заглавное слово',
    'термин',
  ],
  language: ['language', 'lang', 'тіл', 'тілі', 'язык'],
  category: ['category', 'санат', 'санаты', 'категория'],
  level: ['level', 'деңгей', 'деңгейі', 'уровень'],
  'gloss:*': ['gloss', 'translation', 'meaning', 'definition', 'back', 'аударма', 'мағынасы', 'перевод', 'значение'],
  'note:*': ['note', 'notes', 'comment', 'жазба', 'ескерту', 'ескертпе', 'заметка', 'примечание', 'комментарий'],
};

/** How languages are called, in small letters. */
const languageNames: Readonly<Record<string, readonly string[]>> = {
  kk: ['kazakh', 'қазақша', 'қазақ', 'қазақ тілі', 'казахский', 'казахский язык', 'kaz', 'каз', 'қаз'],
  en: ['english', 'ағылшынша', 'ағылшын', 'английский', 'английский язык', 'eng', 'англ', 'ағыл'],
  ru: ['russian', 'русский', 'русский язык', 'по-русски', 'орысша', 'орыс', 'rus', 'рус', 'орыс тілі'],
  tr: ['turkish', 'türkçe', 'түрікше', 'турецкий'],
  uz: ['uzbek', 'oʻzbekcha', "o'zbekcha", 'өзбекше', 'узбекский'],
  ky: ['kyrgyz', 'кыргызча', 'қырғызша', 'киргизский', 'кыргызский'],
  tt: ['tatar', 'татарча', 'татарша', 'татарский'],
  de: ['german', 'deutsch', 'немісше', 'немецкий'],
  fr: ['french', 'français', 'французша', 'французский'],
  zh: ['chinese', '中文', '汉语', 'қытайша', 'китайский'],
};

const byName = new Map<string, Column>();
for (const table of [
  names,
  Object.fromEntries(Object.entries(languageNames).map(([tag, all]) => [`gloss:${tag}`, all])),
]) {
  for (const [column, all] of Object.entries(table)) for (const name of all) byName.set(name, column as Column);
}

/**
 * What a column of this name holds. Names are taken in any case and in the languages of the interface: `Headword`,
 * `Қазақша`, `Перевод`, `Note (English)`. `own` is the language of glosses and notes whose column names none. A name that says
 * nothing names a field; `null` for one that no column may set.
 */
export function columnNamed(name: string, own: string): Column | null {
  const trimmed = name.trim();
  if (trimmed === '') return 'none';
  if (isReserved(trimmed)) return null;
  const [, field] = /^field_(.+)$/su.exec(trimmed) ?? [];
  if (field !== undefined) return isReserved(field) ? null : `field:${field}`;
  const [, prefix, tag = trimmed] = /^(gloss|note)_(.+)$/u.exec(trimmed) ?? [];
  if (languageTag.safeParse(tag).success && (prefix !== undefined || isBareTag(tag))) {
    return prefix === 'note' ? `note:${tag}` : `gloss:${tag}`;
  }
  return lenient(trimmed.toLowerCase(), own) ?? `field:${trimmed}`;
}

function lenient(name: string, own: string): Column | null {
  const plain = name.replace(/[:.*]+$/u, '').trim();
  const known = byName.get(plain);
  if (known !== undefined) return known.endsWith(':*') ? (known.replace('*', own) as Column) : known;
  if (/^[a-z]{2}$/u.test(plain) && !isReserved(plain)) return `gloss:${plain}`;
  // `Note (Kazakh)`, `note kk`, `Translation: English`.
  const [, first = '', second = ''] = /^(\S+?)[\s:(_-]+([^()]+?)\)?$/u.exec(plain) ?? [];
  const kind = byName.get(first);
  const language = languageOf(second);
  return kind?.endsWith(':*') === true && language !== null ? (kind.replace('*', language) as Column) : null;
}

function languageOf(name: string): string | null {
  const known = byName.get(name);
  if (known?.startsWith('gloss:') === true && !known.endsWith('*')) return known.slice('gloss:'.length);
  return /^[a-z]{2}$/u.test(name) ? name : null;
}

/** A language whose tag names its column by itself: `en`, `kk-Arab`. Three letters are as likely a word: `gloss_tyv`. */
function isBareTag(tag: string): boolean {
  return /^[a-z]{2}(?:-|$)/u.test(tag) && !isReserved(tag);
}

/** The name under which `columnNamed` finds the column again. */
export function nameOf(column: Column): string {
  const [holds, tag] = split(column);
  if (holds === 'gloss') return isBareTag(tag) ? tag : `gloss_${tag}`;
  if (holds === 'note') return `note_${tag}`;
  if (holds === 'field') return columnNamed(tag, 'en') === column ? tag : `field_${tag}`;
  return column;
}

/** A column's kind, and its language or name where it has one. */
export function split(column: Column): [holds: string, tag: string] {
  const at = column.indexOf(':');
  return at < 0 ? [column, ''] : [column.slice(0, at), column.slice(at + 1)];
}

/** Is the first row a header: does one of its cells name a headword or a language? */
export function isHeader(cells: readonly string[]): boolean {
  return cells.some((cell) => {
    const column = columnNamed(cell, 'en');
    return column === 'headword' || column?.startsWith('gloss:') === true;
  });
}

/**
 * The columns, and the language of the headwords. Where no column is called the headword, it is that of `language`, else the
 * first that is called by a language: then headwords are in that one.
 */
export function withHeadword(columns: readonly Column[], language: string): { columns: Column[]; language: string } {
  const glosses = columns.filter((column) => column.startsWith('gloss:'));
  const found = glosses.find((column) => column === `gloss:${language}`) ?? glosses[0];
  if (columns.includes('headword') || found === undefined) return { columns: [...columns], language };
  return {
    columns: columns.map((column) => (column === found ? 'headword' : column)),
    language: split(found)[1],
  };
}

/** How many rows are looked at to guess what a column holds. */
const sample = 100;

/** What the columns of a table without a header hold, by what stands in them. The first is the headword. */
export function guessedColumns(rows: readonly (readonly string[])[]): Column[] {
  const some = rows.slice(0, sample);
  const width = Math.max(0, ...some.map((cells) => cells.length));
  const taken = new Set<Column>();
  return Array.from({ length: width }, (_, at): Column => {
    const cells = some.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '');
    const column = at === 0 ? 'headword' : guessed(cells);
    if (taken.has(column)) return 'none';
    taken.add(column);
    return column;
  });
}

/** Letters of an average cell from which on it is rather a note than a gloss. */
const noteLength = 60;

function guessed(cells: readonly string[]): Column {
  if (cells.length === 0) return 'none';
  const every = (among: readonly string[]): boolean => cells.every((cell) => among.includes(cell.toLowerCase()));
  if (every(termLevels)) return 'level';
  if (every(termCategories)) return 'category';
  if (every(Object.keys(languageNames))) return 'language';
  const all = cells.join(' ');
  const language = scriptLanguage(all);
  return all.length > cells.length * noteLength ? `note:${language}` : `gloss:${language}`;
}

/** The language of a text by its letters: Kazakh where a good part of them are only Kazakh, else Russian or English. */
export function scriptLanguage(text: string): string {
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0;
  const cyrillic = count(/\p{Script=Cyrillic}/gu);
  if (cyrillic <= count(/\p{Script=Latin}/gu)) return 'en';
  return count(/[әғқңөұүһі]/giu) > cyrillic / 50 ? 'kk' : 'ru';
}
