import { FormatError } from '#core/formats/format-error.ts';
import { type FileKind, OtherKind } from '#core/formats/other-kind.ts';
import { rootElement } from './xml-root.ts';

/** First bytes of files in hexadecimal, by what they are; from the formats' own descriptions. */
const signatures: readonly (readonly [FileKind, RegExp])[] = [
  // {\rtf
  ['rtf', /^7b5c727466/u],
  // BOOKMOBI behind the name of a Palm database, and Topaz
  ['kindle', /^.{120}424f4f4b4d4f4249|^54505a3[0-9]/u],
  // AT&TFORM, a length, DJV
  ['djvu', /^41542654464f524d.{8}444a56/u],
  // PNG, JPEG, GIF, TIFF, WebP, HEIF and AVIF
  ['picture', /^(?:89504e470d0a|ffd8ff|4749463839|4749463837|49492a00|4d4d002a|52494646.{8}57454250)/u],
  ['picture', /^.{8}66747970(?:68656963|68656966|61766966|6d696631)/u],
  // MP3 with its tags, Ogg, FLAC, WAVE, AVI, MPEG-4, Matroska
  ['media', /^(?:494433(?:02|03|04)00|4f676753|664c6143|52494646.{8}(?:57415645|41564920)|.{8}66747970|1a45dfa3)/u],
  // Compiled catalogues of gettext
  ['po', /^(?:de120495|950412de)/u],
  // RAR, 7z, bzip2, xz, tar
  ['archive', /^(?:526172211a|377abcaf271c|425a683[1-9]|fd377a585a|.{514}7573746172)/u],
];
/** A picture as text. */
const svg = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/iu;
/** Compound files (MS-CFB), in which Office kept its documents, and keeps those that have a password. */
const compound = /^d0cf11e0a1b11ae1/u;
/** Streams of compound files by what they make of it. Their names are UTF-16; a folder of streams can stand anywhere in the file. */
const streams: readonly (readonly [FileKind | 'protected', string])[] = [
  ['protected', 'EncryptedPackage'],
  ['doc', 'WordDocument'],
  ['sheet', 'Workbook'],
  ['slides', 'PowerPoint Document'],
];

/**
 * Refuses a file that is no text by its first bytes, whatever its name: else it would be read as a text of strange signs, or be
 * said to be none without saying what it is.
 *
 * @throws OtherKind; FormatError protected for a document with a password
 */
export function refuseOtherKind(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const beginning = buffer.toString('hex', 0, 512);
  const found = signatures.find(([, signature]) => signature.test(beginning));
  if (found !== undefined) throw new OtherKind(found[0]);
  if (svg.test(buffer.toString('latin1', 0, 1024))) throw new OtherKind('picture');
  if (!compound.test(beginning)) return;
  const stream = streams.find(([, name]) => buffer.includes(Buffer.from(name, 'utf16le')));
  if (stream === undefined) return;
  if (stream[0] === 'protected') throw new FormatError('protected', 'it is encrypted with a password');
  throw new OtherKind(stream[0]);
}

/** Roots of XML files of translation programs that are not read. */
const roots: ReadonlyMap<string, FileKind> = new Map([
  ['TS', 'qt'],
  ['txml', 'txml'],
  ['TRADOStag', 'ttx'],
]);
/** Endings of names under which a text may begin with a tag and still be what the name says. */
const withTags = new Set(['html', 'htm', 'xhtml', 'md', 'markdown', 'mkd']);

/**
 * Refuses a file of text that no reader knew by its beginning and that is plainly no prose: catalogues of programs, bilingual
 * files of translation programs, XML of another kind. Their tags would be read as words.
 *
 * @param beginning its first characters, without white space before them
 * @param ending of its name, in small letters; formats that are known by it say themselves what is wrong with their XML
 * @throws OtherKind
 */
export function refuseOtherText(beginning: string, ending: string): void {
  if (isCatalogue(beginning)) throw new OtherKind('po');
  const root = rootElement(beginning);
  if (root === null) return;
  const kind = roots.get(root);
  if (kind !== undefined) throw new OtherKind(kind);
  const isXml = ending === 'xml' || /^<\?xml\s|^<[^<>]*\sxmlns(?::[\w.-]+)?\s*=/u.test(beginning);
  if (isXml && !withTags.has(ending) && !ownXml.has(ending)) throw new OtherKind('xml');
}

/** Endings of formats of XML that are read. */
const ownXml = new Set(['fb2', 'fodt', 'tmx', 'xlf', 'xliff', 'sdlxliff', 'mqxliff', 'mxliff', 'tei']);

/** Whether a file begins as a catalogue of gettext: comments, then the first message and its translation. */
function isCatalogue(beginning: string): boolean {
  const lines = beginning.split(/\r\n|\n|\r/u);
  const first = lines.find((line) => line.trim() !== '' && !line.startsWith('#'));
  return (
    first !== undefined &&
    /^(?:domain|msgctxt|msgid)\s+"/u.test(first) &&
    lines.some((line) => /^msgstr[\s[]/u.test(line))
  );
}

/** What an archive is by the names of its entries; `archive` where these tell nothing. */
export function kindOfArchive(names: ReadonlySet<string>): FileKind {
  if (names.has('xl/workbook.xml') || names.has('xl/workbook.bin')) return 'sheet';
  if (names.has('ppt/presentation.xml')) return 'slides';
  const isPages = ['Index/Document.iwa', 'Index.zip', 'index.xml.gz'].some((name) => names.has(name));
  return isPages ? 'pages' : 'archive';
}
