import { primaryTag } from '#core/language/primary-tag.ts';
import iconv from 'iconv-lite';

/** Thrown for bytes that are no text in any encoding that Egiz knows. */
export class NotText extends Error {
  override readonly name = 'NotText';
  /** The line, from 1, with which it becomes none, where one is known. */
  readonly line: number | null;

  constructor(message: string, line: number | null = null) {
    super(message);
    this.line = line;
  }
}

/** The encodings that a file may be in, by the names that iconv-lite has for them. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1251',
  'rk1048',
  'pt154',
  'koi8-r',
  'cp866',
  'windows-1252',
] as const;
export type Encoding = (typeof encodings)[number];

const cyrillic: readonly Encoding[] = ['windows-1251', 'rk1048', 'pt154', 'koi8-r', 'cp866'];
const latin: readonly Encoding[] = ['windows-1252'];
const inCyrillic = new Set('kk ru ky mn tg uk be bg sr mk tt ba cv uz'.split(' '));

/** A file's text, and the encoding that it was read in. */
export interface Decoded {
  text: string;
  encoding: Encoding;
}

/**
 * The text of a file: UTF-8, UTF-16, or one of the older encodings of Cyrillic and Latin script, found by what the bytes would
 * say in each. `language` (BCP 47) tells which are likely. Byte order marks are left out.
 *
 * @throws NotText
 */
export function decodeText(bytes: Uint8Array, language: string): string {
  return decode(bytes, language).text;
}

/** Like `decodeText`, with the encoding that was found. @throws NotText */
export function decode(bytes: Uint8Array, language: string): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = byMark(buffer) ?? wideEncoding(buffer);
  if (wide !== null) return decodeAs(buffer, wide);
  const nul = buffer.indexOf(0);
  if (nul >= 0) throw new NotText('it is not a text file', linesIn(buffer.toString('latin1', 0, nul)));
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(buffer), encoding: 'utf-8' };
  } catch {
    const line = brokenLine(buffer);
    if (line !== null) throw new NotText(`line ${line} is not UTF-8`, line);
    return decodeAs(buffer, olderEncoding(buffer, language));
  }
}

/** The text of a file in an encoding that is known; bytes that say nothing in it become U+FFFD. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { text: iconv.decode(buffer, encoding), encoding };
}

/** The line where UTF-8 breaks off, where the rest shows that it is meant; else `null`. */
function brokenLine(buffer: Buffer): number | null {
  const text = buffer.toString('utf8');
  // Counted without lists of what was found: those would take many times the memory of the file.
  let broken = 0;
  let whole = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0xfffd) broken += 1;
    else if (unit > 0x7f) whole += 1;
  }
  if (whole < broken * meantShare) return null;
  return linesIn(text.slice(0, text.indexOf('\uFFFD')));
}

function linesIn(text: string): number {
  let lines = 1;
  for (const _ of text.matchAll(/\r\n|\n|\r/gu)) lines += 1;
  return lines;
}

/** Letters beyond ASCII that are right, for each that is not, in a text that is meant to be UTF-8. */
const meantShare = 20;

function byMark(buffer: Buffer): Encoding | null {
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return 'utf-16le';
  return buffer[0] === 0xfe && buffer[1] === 0xff ? 'utf-16be' : null;
}

/** Bytes that are looked at to tell an encoding. */
const sample = 65_536;

/** High bytes of Latin, Cyrillic and Arabic letters and of punctuation. */
function isHigh(byte: number): boolean {
  return byte <= 0x06 || byte === 0x20;
}

/** UTF-16 without a mark has a zero, or the same high byte, in nearly every second place. */
function wideEncoding(buffer: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (buffer.length < 4 || buffer.length % 2 === 1) return null;
  const end = Math.min(buffer.length, sample);
  const high = { even: 0, odd: 0 };
  for (let at = 0; at < end; at++) {
    if (isHigh(buffer[at] ?? 0)) high[at % 2 === 0 ? 'even' : 'odd'] += 1;
  }
  const most = (end / 2) * 0.9;
  if (high.odd > most && high.even < most / 2) return 'utf-16le';
  return high.even > most && high.odd < most / 2 ? 'utf-16be' : null;
}

function olderEncoding(buffer: Buffer, language: string): Encoding {
  const primary = primaryTag(language);
  const likely = inCyrillic.has(primary) ? [...cyrillic, ...latin] : [...latin, ...cyrillic];
  const part = buffer.subarray(0, sample);
  const [best] = likely
    .map((encoding) => ({ encoding, value: plausibility(iconv.decode(part, encoding), encoding, primary) }))
    .toSorted((a, b) => b.value - a.value);
  if (best === undefined || best.value < 0) throw new NotText('its encoding is not known; save it as UTF-8');
  return best.encoding;
}

/** Letters of Russian and Kazakh by how often they are met; capitals are few in any text. */
const often = /[оеаинтсрвлкмдпуыбгзьяіқұғәңөү]/gu;
const seldom = /[чйхжшюцщэфъёһ]/gu;
const capital = /[А-ЯЁӘҒҚҢӨҰҮҺІ]/gu;
const westEuropean = /[à-öø-ÿœßÀ-ÖØ-ÞŒ]/gu;
/** Those inside words of plain Latin letters, and what no such word has. */
const insideWords = /(?<=[A-Za-z])[à-öø-ÿœßÀ-ÖØ-ÞŒ]|[à-öø-ÿœÀ-ÖØ-ÞŒ](?=[A-Za-z])/gu;
const inRows = /[À-ÖØ-öø-ÿ]{3}/gu;
const punctuation = /[«»“”„‘’–—…№°§©\u00A0]/gu;
/** What a wrong encoding brings: letters of other alphabets, capitals and signs inside words, frames, controls. */
const odd =
  /[\u0080-\u009F\uFFFD\u2500-\u259F†‡‰™¤]|[ЂЃђѓЉЊЌЋЏљњќћџЅѕЈјЎўЇїЄєҐґ]|\p{Ll}\p{Lu}|\p{L}[±¦µ]|[±¦µ]\p{L}|(?<![аәеёиоөуұүыіэюя])ғ[бвгджзйклмнпрстфхцчшщқң]|\p{L}[“”„‚‹›•€]\p{L}|[\p{L}&&\p{Script=Latin}][\p{L}&&\p{Script=Cyrillic}]|[\p{L}&&\p{Script=Cyrillic}][\p{L}&&\p{Script=Latin}]/gv;

/** How much a text looks like one of its encoding and language: what is usual beyond ASCII, less what is odd. */
function plausibility(text: string, encoding: Encoding, language: string): number {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const beyond = Math.max(1, count(/\P{ASCII}/gu));
  const russian = count(often) + 0.5 * count(seldom) + 0.4 * count(capital);
  if (latin.includes(encoding)) {
    const letters = inCyrillic.has(language) ? count(insideWords) - 3 * count(inRows) : count(westEuropean);
    return (letters + count(punctuation) - 3 * count(odd)) / beyond;
  }
  const usual = inCyrillic.has(language) || russian > text.length / 3 ? russian : 0;
  return (usual + count(punctuation) - 3 * count(odd)) / beyond;
}
