import { FormatError } from '#core/formats/format-error.ts';
import type { Finding, Imported, ImportedText } from '#core/formats/imported.ts';
import { IncompleteAlignment } from '#core/formats/loose/needs.ts';
import { detectLanguage } from '#core/language/detect.ts';
import { gunzip, isGzip } from '#main/container/gunzip.ts';
import { readZip, type ZipArchive } from '#main/container/read-zip.ts';
import { ZipError } from '#main/container/zip-error.ts';
import { decode, decodeAs, type Encoding, encodings, NotText } from '#main/text/decode.ts';
import {
  type AlignmentFormat,
  archiveFormat,
  type Format,
  formatById,
  plainFormat,
  type Progress,
  textFormat,
  type TextFormat,
} from './formats.ts';
import { refuseOtherKind } from './other-kinds.ts';

/** What a person said of a file, where they corrected what was found out. */
export interface FileChoices {
  readonly encoding?: Encoding;
  /** The id of a format. */
  readonly format?: string;
}

/** A file as it was understood. */
export interface FileRead {
  readonly format: string;
  /** Of a file of text. */
  readonly encoding: Encoding | null;
  /** Of a file of text, how many lines it has; by it links of lines know their files. */
  readonly lines: number | null;
  readonly imported: Imported;
}

/** A file that is read with another. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * UTF-16 code units of a text, and its lines. One that is longer is made to harm, and an array of more than 134 million parts ends not
 * the thread but the program.
 */
const mostDecoded = 120 * 1024 * 1024;
const mostLines = 4_000_000;
/** Characters at the beginning by which a format is known. */
const beginning = 4000;

/**
 * Reads a file of any format that Egiz knows. What it contains decides, then its name. Where it does not say its language, or
 * plainly says another than its text is in, that is found out and reported. One that is packed by gzip is unpacked first.
 *
 * @param name the file's name, for its ending; it is never opened
 * @param documents of an alignment that stands apart from its texts: these, in the order in which it needs them; `null` for one
 *   that is not there
 * @throws FormatError; IncompleteAlignment for an alignment whose texts are not there, or not all
 */
export async function readFile(
  name: string,
  bytes: Uint8Array,
  choices: FileChoices = {},
  progress: Progress = () => undefined,
  documents: readonly (NamedFile | null)[] = [],
): Promise<FileRead> {
  if (bytes.length === 0) throw new FormatError('empty', 'the file is empty');
  if (isGzip(bytes)) {
    const inner = await unpacked(name, bytes);
    if (isGzip(inner)) throw new FormatError('not-this', 'what is packed twice is not opened');
    return readFile(name.replace(/\.gz$/iu, ''), inner, choices, progress, documents);
  }
  const wanted = choices.format === undefined ? null : formatById(choices.format);
  if (wanted === null) refuseOtherKind(bytes);
  if (wanted === null ? isZip(bytes) : wanted.kind === 'archive') return readArchive(name, bytes, wanted, progress);
  const other = wanted?.kind === 'bytes' ? wanted : wanted === null ? plainFormat(bytes) : null;
  if (other !== null) {
    return {
      format: other.id,
      encoding: null,
      lines: null,
      imported: withLanguages(await other.read(bytes, progress)),
    };
  }
  const { text, encoding, guessed } = decoded(bytes, choices.encoding);
  const format =
    wanted?.kind === 'text' || wanted?.kind === 'alignment'
      ? wanted
      : textFormat(text.slice(0, beginning).replace(/^\uFEFF?\s*/u, ''), name, text.length > beginning);
  if (format.kind === 'alignment') return readAligned(format, name, text, documents);
  return readText(format, text, encoding, guessed, progress);
}

/** Reads an alignment with the texts that it is between. */
async function readAligned(
  format: AlignmentFormat,
  name: string,
  alignment: string,
  documents: readonly (NamedFile | null)[],
): Promise<FileRead> {
  const needs = format.needs(alignment, name);
  const texts = new Map<string, string>();
  for (const [at, { key }] of needs.documents.entries()) {
    const file = documents[at] ?? null;
    if (file !== null) texts.set(key, await documentText(file));
  }
  if (texts.size < needs.documents.length) throw new IncompleteAlignment(needs);
  const imported = withLanguages(format.read(alignment, name, (key) => texts.get(key) ?? null));
  return { format: format.id, encoding: null, lines: null, imported };
}

/** The text of a document that an alignment is between. Errors say which it is. @throws FormatError */
async function documentText({ name, bytes }: NamedFile): Promise<string> {
  try {
    return decoded(isGzip(bytes) ? await unpacked(name, bytes) : bytes).text;
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new FormatError(error.code, `${name}: ${error.message}`, { ...error.place, entry: name });
  }
}

async function unpacked(name: string, bytes: Uint8Array): Promise<Uint8Array> {
  try {
    return await gunzip(bytes);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    throw new FormatError(faultOf(error), `${name}: ${error.message}`);
  }
}

async function readText(
  format: TextFormat,
  text: string,
  encoding: Encoding,
  guessed: boolean,
  progress: Progress,
): Promise<FileRead> {
  const imported = withLanguages(await format.read(text, progress));
  const finding: Finding = { code: 'encoding-guessed', kind: 'guessed', count: 1, values: { encoding } };
  const findings = guessed ? [finding, ...imported.findings] : imported.findings;
  return { format: format.id, encoding, lines: lineCount(text), imported: { ...imported, findings } };
}

/** Counted one by one: a list of its ends would be greater than the text. */
function lineCount(text: string): number {
  let ends = 0;
  let isOpen = true;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    isOpen = unit !== lineFeed && unit !== carriageReturn;
    // The two together are one.
    if (!isOpen && !(unit === lineFeed && text.charCodeAt(at - 1) === carriageReturn)) ends += 1;
  }
  return isOpen ? ends + 1 : ends;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05);
}

async function readArchive(
  name: string,
  bytes: Uint8Array,
  wanted: Format | null,
  progress: Progress,
): Promise<FileRead> {
  try {
    const archive = await readZip(bytes);
    const inside = wanted === null ? packed(archive) : null;
    if (inside !== null) {
      const bytesInside = await archive.bytes(inside);
      // One that unpacks to itself would be opened for ever.
      if (isZip(bytesInside) || isGzip(bytesInside)) {
        throw new FormatError('not-this', 'an archive inside an archive is not opened', { entry: inside });
      }
      return await readFile(inside, bytesInside, {}, progress);
    }
    const format = wanted?.kind === 'archive' ? wanted : archiveFormat(new Set(archive.entries.keys()));
    return {
      format: format.id,
      encoding: null,
      lines: null,
      imported: withLanguages(await format.read(archive, progress)),
    };
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    throw new FormatError(
      faultOf(error),
      `${name}: ${error.message}`,
      error.entry === null ? {} : { entry: error.entry },
    );
  }
}

/** The only file of an archive that is just a packed text, as FictionBooks often are (`book.fb2.zip`). */
function packed(archive: ZipArchive): string | null {
  const [only, ...others] = archive.entries.keys();
  return only !== undefined && others.length === 0 && /\.(?:fb2|txt|html?|srt|vtt|md)$/iu.test(only) ? only : null;
}

function faultOf({ code }: ZipError): FormatError['code'] {
  if (code === 'encrypted') return 'protected';
  return code === 'too-big' || code === 'too-many-entries' || code === 'ratio' ? 'too-large' : 'damaged';
}

/** The text of a file, in the encoding that it says, or that its bytes look like. @throws FormatError */
function decoded(bytes: Uint8Array, said?: Encoding): { text: string; encoding: Encoding; guessed: boolean } {
  const found = anyDecoded(bytes, said);
  if (found.text.length > mostDecoded) {
    const size = String(found.text.length);
    throw new FormatError('too-large', `it has ${size} characters; at most ${String(mostDecoded)} are read`);
  }
  if (separators(found.text) > mostLines) {
    const message = `it has more than ${String(mostLines)} lines`;
    throw new FormatError('too-large', message, { line: mostLines + 1 });
  }
  return found;
}

/** Characters that end a line in some format. */
function separators(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === lineFeed || unit === carriageReturn || unit === 0x85 || unit === 0x2028 || unit === 0x2029) count += 1;
  }
  return count;
}

function anyDecoded(bytes: Uint8Array, said?: Encoding): ReturnType<typeof decoded> {
  const declared = said ?? declaredEncoding(bytes);
  try {
    if (declared !== null && declared !== 'utf-8') return { ...decodeAs(bytes, declared), guessed: false };
    const found = decode(bytes, 'kk');
    return { ...found, guessed: found.encoding !== 'utf-8' && said === undefined };
  } catch (error) {
    if (error instanceof NotText) {
      throw new FormatError('not-this', error.message, error.line === null ? {} : { line: error.line });
    }
    throw error;
  }
}

/** What an XML declaration or a page's `<meta charset>` says; `null` where it says nothing that Egiz can read. */
function declaredEncoding(bytes: Uint8Array): Encoding | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  const said =
    /^\s*<\?xml[^>]*\bencoding=["']([\w-]+)["']/u.exec(start)?.[1] ??
    /<meta[^>]*\bcharset=["']?([\w-]+)/iu.exec(start)?.[1];
  const name = said?.toLowerCase().replace(/^cp-?1251$|^win-?1251$/u, 'windows-1251');
  return encodings.find((encoding) => encoding === name) ?? null;
}

/** The texts with their languages, where those were not said or plainly are others. */
function withLanguages(imported: Imported): Imported {
  const findings: Finding[] = [];
  const texts = imported.texts.map((text): ImportedText => {
    const found = detectLanguage(text.blocks.map((block) => block.text).join('\n'));
    if (found === null || sameAs(text.language, found.language)) return text;
    // What a file says of a few words is likelier than what they look like.
    const length = text.blocks.reduce((sum, block) => sum + block.text.length, 0);
    const isSure = text.language === null || (found.confidence >= 0.8 && length >= fewestLetters);
    if (!isSure) return text;
    findings.push({
      code: 'language-guessed',
      kind: 'guessed',
      count: 1,
      values: { language: found.language, ...(text.language === null ? {} : { said: text.language }) },
    });
    return { ...text, language: found.language };
  });
  return { ...imported, texts, findings: [...imported.findings, ...findings] };
}

/** Letters by which a language is told against what a file says, in UTF-16 code units. */
const fewestLetters = 100;

/** Whether a tag says what was found: `kk-KZ` is `kk`, `kk-Latn` is not. */
function sameAs(said: string | null, found: string): boolean {
  if (said === null) return false;
  const [primary, script] = parts(said);
  const [foundPrimary, foundScript] = parts(found);
  return primary === foundPrimary && (script === foundScript || script === 'cyrl');
}

function parts(tag: string): [primary: string, script: string] {
  const [primary = '', ...subtags] = tag.toLowerCase().split('-');
  return [primary, subtags.find((subtag) => subtag.length === 4) ?? ''];
}
