import { DictionaryError, type SkipCode } from './entry.ts';
import { partOfSpeech, type PartOfSpeech } from './part-of-speech.ts';
import { hasMarkup, plainText, sensesOf } from './plain-text.ts';

/** What the `.ifo` file of a StarDict dictionary says. */
export interface StarDictInfo {
  name: string;
  /** How many entries the index has. */
  words: number;
  /** Bits of an offset. */
  offsetBits: 32 | 64;
  /** The types of the fields of every article, where they are the same; else each field begins with its type. */
  fieldTypes: string | null;
}

/**
 * Reads the description of a StarDict dictionary, by the format's own description ("Format for StarDict dictionary files").
 *
 * @throws DictionaryError for one that is none
 */
export function readInfo(text: string): StarDictInfo {
  const [first = '', ...lines] = text.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  if (!/^StarDict's (?:dict|treedict|storage) ifo file\s*$/u.test(first)) {
    throw new DictionaryError(
      'bad-file',
      `an .ifo file begins with "StarDict's dict ifo file", not ${first.slice(0, 60)}`,
    );
  }
  const values = new Map(
    lines.flatMap((line) => {
      const at = line.indexOf('=');
      return at < 0 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()] as const];
    }),
  );
  const bits = values.get('idxoffsetbits') ?? '32';
  if (bits !== '32' && bits !== '64') {
    throw new DictionaryError('bad-file', `idxoffsetbits must be 32 or 64, not ${bits}`);
  }
  const words = Number(values.get('wordcount') ?? '');
  const types = values.get('sametypesequence') ?? '';
  if (!/^[a-zA-Z]*$/u.test(types)) {
    throw new DictionaryError('bad-file', `sametypesequence must be letters, not ${types}`);
  }
  return {
    name: (values.get('bookname') ?? '').slice(0, 200),
    words: Number.isSafeInteger(words) && words > 0 ? words : 0,
    offsetBits: bits === '64' ? 64 : 32,
    fieldTypes: types === '' ? null : types,
  };
}

/** Bytes of the longest word; the format allows 255. */
const longestWord = 2048;

/** Takes bytes bit by bit. */
export interface ByteReader {
  push: (bytes: Uint8Array) => void;
  /** Nothing more comes. */
  end: () => void;
}

type Skip = (code: SkipCode, place: string, detail: string) => void;

/**
 * Reads the index (`.idx`): where the article of each word stands in the `.dict` file. Entries are numbered from 0.
 *
 * @throws DictionaryError from `push` where the words have no end: what follows cannot be told apart any more
 */
export function indexReader(
  offsetBits: 32 | 64,
  each: (word: string, offset: number, size: number, number: number) => void,
  skip: Skip,
): ByteReader {
  const offsetBytes = offsetBits / 8;
  return wordReader(offsetBytes + 4, skip, (word, tail, number) => {
    const offset = offsetBits === 64 ? Number(tail.getBigUint64(0)) : tail.getUint32(0);
    each(word, offset, tail.getUint32(offsetBytes), number);
  });
}

/** Reads the synonyms (`.syn`): other spellings, and the number of the entry in the index that each stands for. */
export function synonymReader(each: (word: string, entry: number) => void, skip: Skip): ByteReader {
  return wordReader(4, skip, (word, tail) => {
    each(word, tail.getUint32(0));
  });
}

/** Words that end in a zero byte, each with `tailBytes` bytes of numbers behind it. */
function wordReader(
  tailBytes: number,
  skip: Skip,
  each: (word: string, tail: DataView, number: number) => void,
): ByteReader {
  let rest = new Uint8Array(0);
  let number = 0;
  return {
    push: (bytes) => {
      const all = joined(rest, bytes);
      let at = 0;
      for (;;) {
        const end = all.indexOf(0, at);
        if ((end < 0 ? all.length : end) - at > longestWord) {
          throw new DictionaryError('bad-file', `entry ${number + 1}: a word of more than ${longestWord} bytes`);
        }
        if (end < 0 || end + 1 + tailBytes > all.length) break;
        const word = utf8(all.subarray(at, end));
        const place = `entry ${number + 1}`;
        if (word === null) skip('not-text', place, '');
        else if (word === '') skip('no-headword', place, '');
        else each(word, new DataView(all.buffer, all.byteOffset + end + 1, tailBytes), number);
        number++;
        at = end + 1 + tailBytes;
      }
      rest = all.slice(at);
    },
    end: () => {
      if (rest.length > 0) skip('cut-short', `entry ${number + 1}`, `${rest.length} bytes are left`);
    },
  };
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

/** UTF-8, read strictly: `null` for bytes that are none. */
function utf8(bytes: Uint8Array): string | null {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const [point, length] = codePoint(bytes, at);
    if (point < 0) return null;
    text += String.fromCodePoint(point);
    at += length;
  }
  return text;
}

/** The code point that begins at a byte, and its bytes; -1 for none. */
function codePoint(bytes: Uint8Array, at: number): [point: number, length: number] {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return [first, 1];
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) return [-1, 1];
  let point = first & (0xff >> (length + 1));
  for (let more = 1; more < length; more++) {
    const next = bytes[at + more] ?? 0;
    if ((next & 0xc0) !== 0x80) return [-1, 1];
    point = (point << 6) | (next & 0x3f);
  }
  const least = length === 4 ? 0x1_0000 : length === 3 ? 0x800 : 0x80;
  const isSurrogate = point >= 0xd800 && point < 0xe000;
  return point < least || point > 0x10_ffff || isSurrogate ? [-1, 1] : [point, length];
}

/** What an article says, in plain text. */
export interface Article {
  senses: string[];
  partOfSpeech: PartOfSpeech | null;
  pronunciation: string | null;
}

/**
 * Reads an article of the `.dict` file. Types of fields: `m` and `l` text, `g` Pango, `h` HTML, `x` XDXF, `k` and `n` XML, `w` wiki markup, `t`
 * and `y` pronunciation; others (pictures, sounds, lists of files) are passed over. `null` where its sizes lead out of it or
 * it is no UTF-8.
 */
export function readArticle(bytes: Uint8Array, fieldTypes: string | null, headword: string): Article | null {
  const fields = fieldTypes === null ? namedFields(bytes) : sameFields(bytes, fieldTypes);
  if (fields === null) return null;
  const article: Article = { senses: [], partOfSpeech: null, pronunciation: null };
  for (const [type, data] of fields) {
    if (!'mlghxknwty'.includes(type)) continue;
    const text = utf8(data);
    if (text === null) return null;
    if (type === 't' || type === 'y') article.pronunciation ??= text;
    else article.senses.push(...sensesOf(readable(type, text, article), headword));
  }
  takeHead(article, headword);
  return article;
}

/** Many articles begin with the headword and its part of speech, on a line of their own. */
function takeHead(article: Article, headword: string): void {
  const [first = ''] = article.senses;
  const rest = first.startsWith(headword) ? first.slice(headword.length).trim() : first;
  const part = rest.length > 40 ? null : partOfSpeech(rest);
  if (part === null) return;
  article.partOfSpeech = part;
  article.senses.shift();
}

function readable(type: string, text: string, article: Article): string {
  switch (type) {
    case 'g':
    case 'h':
    case 'k':
    case 'n':
      return plainText(text);
    case 'x': {
      const spoken = /<tr>([^<]*)<\/tr>/u.exec(text)?.[1];
      if (spoken !== undefined) article.pronunciation ??= plainText(spoken);
      // The headword and how it is spoken stand apart.
      return plainText(text.replace(/<k>[^<]*<\/k>|<tr>[^<]*<\/tr>/gu, '\n'));
    }
    case 'w':
      return wikiText(text);
    default:
      return hasMarkup(text) ? plainText(text) : text;
  }
}

/** Links by what they show, without signs of emphasis, headings and lists. */
function wikiText(text: string): string {
  return plainText(text.replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/gu, '$1').replace(/'{2,5}|^[=#*:;]+|=+$/gmu, ''));
}

type Field = readonly [type: string, data: Uint8Array];

const isSized = (type: string): boolean => type >= 'A' && type <= 'Z';

/** Fields whose types the description gives: the last of them has neither a zero byte nor a size. */
function sameFields(bytes: Uint8Array, types: string): Field[] | null {
  const fields: Field[] = [];
  let at = 0;
  for (const [index, type] of Array.from(types).entries()) {
    if (index === types.length - 1) fields.push([type, withoutEnd(bytes.subarray(at))]);
    else {
      const [data, next] = fieldAt(bytes, at, type);
      if (data === null) return null;
      fields.push([type, data]);
      at = next;
    }
  }
  return fields;
}

/** Fields that begin with their type. */
function namedFields(bytes: Uint8Array): Field[] | null {
  const fields: Field[] = [];
  for (let at = 0; at < bytes.length;) {
    const type = String.fromCharCode(bytes[at] ?? 0);
    const [data, next] = fieldAt(bytes, at + 1, type);
    if (data === null) return null;
    fields.push([type, data]);
    at = next;
  }
  return fields;
}

function fieldAt(bytes: Uint8Array, at: number, type: string): [data: Uint8Array | null, next: number] {
  if (isSized(type)) {
    if (at + 4 > bytes.length) return [null, at];
    const size = new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0);
    return at + 4 + size > bytes.length ? [null, at] : [bytes.subarray(at + 4, at + 4 + size), at + 4 + size];
  }
  const end = bytes.indexOf(0, at);
  // The zero byte of the very last field is left out by some writers.
  return end < 0 ? [bytes.subarray(at), bytes.length] : [bytes.subarray(at, end), end + 1];
}

function withoutEnd(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === 0 ? bytes.subarray(0, -1) : bytes;
}
