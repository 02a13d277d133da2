import { readFictionBook } from '#core/formats/fictionbook.ts';
import { isAlignedText, isColumnText, readColumns } from '#core/formats/columns.ts';
import { FormatError } from '#core/formats/format-error.ts';
import type { Imported } from '#core/formats/imported.ts';
import { OtherKind } from '#core/formats/other-kind.ts';
import { readFlatOdt, readOdt } from '#core/formats/odt/read-odt.ts';
import { readPlainText } from '#core/formats/plain-text.ts';
import { readSubtitles } from '#core/formats/subtitles.ts';
import { readTei } from '#core/formats/tei/read.ts';
import { readTmx } from '#core/formats/tmx/read.ts';
import { isIndexPairs, isLadder, linesNeeded, readIndexPairs, readLadder } from '#core/formats/lines/line-links.ts';
import { mosesNames, mosesNeeds, readLined, readMoses } from '#core/formats/lines/read.ts';
import type { AlignmentNeeds, NamedText } from '#core/formats/loose/needs.ts';
import { alignmentRoots, documentsNamed } from '#core/formats/xces/alignment.ts';
import { documentRoots, readCorpusText } from '#core/formats/xces/document.ts';
import { readXces } from '#core/formats/xces/read.ts';
import { readXliff } from '#core/formats/xliff/read.ts';
import type { ZipArchive } from '#main/container/read-zip.ts';
import { kindOfArchive, refuseOtherText } from './other-kinds.ts';
import { rootElement } from './xml-root.ts';

/** How a reader of a format is told about progress: the share that is done, 0 to 1. */
export type Progress = (share: number) => void;

/** A format whose files are text. */
export interface TextFormat {
  readonly kind: 'text';
  readonly id: string;
  /** Endings of its files' names, without the point. */
  readonly endings: readonly string[];
  /** Whether a file begins as one of these does: its first 4,000 characters, without white space before them. */
  readonly is?: (beginning: string) => boolean;
  readonly read: (text: string, progress: Progress) => Imported | Promise<Imported>;
}

/** A format whose files are zip archives. */
export interface ArchiveFormat {
  readonly kind: 'archive';
  readonly id: string;
  readonly endings: readonly string[];
  readonly is: (names: ReadonlySet<string>) => boolean;
  readonly read: (archive: ZipArchive, progress: Progress) => Promise<Imported>;
}

/** A format of another kind, known by its first bytes. */
export interface ByteFormat {
  readonly kind: 'bytes';
  readonly id: string;
  readonly endings: readonly string[];
  readonly is: (bytes: Uint8Array) => boolean;
  readonly read: (bytes: Uint8Array, progress: Progress) => Promise<Imported>;
}

/** A format whose files link texts that stand in files of their own. */
export interface AlignmentFormat {
  readonly kind: 'alignment';
  readonly id: string;
  readonly endings: readonly string[];
  readonly is?: (beginning: string) => boolean;
  /** Which texts it needs. @throws FormatError */
  readonly needs: (alignment: string, name: string) => AlignmentNeeds;
  readonly read: (alignment: string, name: string, textOf: NamedText) => Imported;
}

export type Format = TextFormat | ArchiveFormat | ByteFormat | AlignmentFormat;

const isRoot =
  (...names: readonly string[]) =>
  (beginning: string): boolean =>
    names.includes(rootElement(beginning) ?? '');

/** By which a file of OpenDocument says what it is. */
const openDocument = 'urn:oasis:names:tc:opendocument:xmlns:office:1.0';

const columns: TextFormat = {
  kind: 'text',
  id: 'tsv',
  endings: ['tsv', 'csv', 'tab'],
  is: isAlignedText,
  read: readColumns,
};
const plain: TextFormat = { kind: 'text', id: 'txt', endings: ['txt', 'text'], read: readPlainText };

const alignments: readonly AlignmentFormat[] = [
  {
    kind: 'alignment',
    id: 'alignment',
    endings: [],
    is: isRoot(...alignmentRoots),
    needs: documentsNamed,
    read: (alignment, _, textOf) => readXces(alignment, textOf),
  },
  {
    kind: 'alignment',
    id: 'ladder',
    endings: ['ladder'],
    is: isLadder,
    needs: (alignment) => linesNeeded(readLadder(alignment)),
    read: (alignment, _, textOf) => readLined(readLadder(alignment), textOf),
  },
  {
    kind: 'alignment',
    id: 'line-pairs',
    endings: [],
    is: isIndexPairs,
    needs: (alignment) => linesNeeded(readIndexPairs(alignment)),
    read: (alignment, _, textOf) => readLined(readIndexPairs(alignment), textOf),
  },
  {
    kind: 'alignment',
    id: 'moses',
    endings: ['ids'],
    needs: (_, name) => mosesNeeds(name),
    // Where one of the two texts was named, it is no list of ids.
    read: (alignment, name, textOf) => readMoses(name, /\.ids(?:\.gz)?$/iu.test(name) ? alignment : null, textOf),
  },
];

/** An archive that holds an alignment and its texts; `alignmentIn` finds its name among those of the entries. */
function packedAlignment(id: string, alignmentIn: (names: ReadonlySet<string>) => string | null): ArchiveFormat {
  return {
    kind: 'archive',
    id,
    endings: ['zip'],
    is: (names) => alignmentIn(names) !== null,
    read: async (archive) => {
      const name = alignmentIn(new Set(archive.entries.keys())) ?? '';
      const format = alignments.find((one) => one.id === (id === 'moses-zip' ? 'moses' : 'alignment'));
      if (format === undefined) throw new FormatError('not-this', 'there is no alignment in it');
      const alignment = archive.entries.has(name) ? await archive.text(name) : '';
      const texts = new Map<string, string>();
      for (const { key } of format.needs(alignment, name).documents) {
        // OPUS' alignments name packed documents, its archives hold them unpacked.
        const entry = [key, key.replace(/\.gz$/iu, '')].find((one) => archive.entries.has(one));
        if (entry !== undefined) texts.set(key, await archive.text(entry));
      }
      return format.read(alignment, name, (key) => texts.get(key) ?? null);
    },
  };
}

/** Alignments in an archive with their texts: as Egiz and OPUS have them, and InterText, whose names say what they are. */
const packedAlignments: readonly ArchiveFormat[] = [
  packedAlignment('xces', (names) => (names.has('alignment.xml') ? 'alignment.xml' : null)),
  packedAlignment('intertext', (names) => {
    for (const name of names) {
      const [, base = '', from = '', to = ''] = /^(.+)\.([^.]+)\.([^.]+?)(?:\.alignment)?\.xml$/u.exec(name) ?? [];
      if (names.has(`${base}.${from}.xml`) && names.has(`${base}.${to}.xml`)) return name;
    }
    return null;
  }),
  packedAlignment('moses-zip', (names) => {
    for (const name of names) {
      const pair = mosesNames(name);
      if (pair?.every((one) => names.has(one)) !== true) continue;
      const ids = pair[0].replace(/\.[^.]+$/u, '.ids');
      return names.has(ids) ? ids : pair[0];
    }
    return null;
  }),
];

/**
 * The formats that texts are read from. What a file contains decides before its name's ending does. Readers that stand on great
 * libraries are loaded when there is something to read: every start of the program knows the formats.
 */
export const formats: readonly Format[] = [
  {
    kind: 'archive',
    id: 'epub',
    endings: ['epub'],
    is: (names) => names.has('META-INF/container.xml'),
    read: async (archive, progress) => {
      const { readEpub } = await import('#core/formats/epub/read-epub.ts');
      return readEpub({ names: new Set(archive.entries.keys()), text: (name) => archive.text(name) }, progress);
    },
  },
  {
    kind: 'archive',
    id: 'docx',
    endings: ['docx', 'docm', 'dotx'],
    is: (names) => names.has('word/document.xml'),
    read: async (archive) => (await import('./docx.ts')).readDocx(archive),
  },
  {
    kind: 'archive',
    id: 'odt',
    endings: ['odt', 'ott'],
    is: (names) => names.has('content.xml') && names.has('META-INF/manifest.xml'),
    read: (archive) => readOdt({ names: new Set(archive.entries.keys()), text: (name) => archive.text(name) }),
  },
  ...packedAlignments,
  {
    kind: 'bytes',
    id: 'pdf',
    endings: ['pdf'],
    is: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-'),
    read: async (bytes, progress) => (await import('./pdf/read-pdf.ts')).readPdf(bytes, progress),
  },
  { kind: 'text', id: 'fb2', endings: ['fb2'], is: isRoot('FictionBook'), read: readFictionBook },
  {
    kind: 'text',
    id: 'fodt',
    endings: ['fodt'],
    is: (beginning) => isRoot('document')(beginning) && beginning.includes(openDocument),
    read: readFlatOdt,
  },
  { kind: 'text', id: 'tmx', endings: ['tmx'], is: isRoot('tmx'), read: readTmx },
  {
    kind: 'text',
    id: 'xliff',
    endings: ['xlf', 'xliff', 'sdlxliff', 'mqxliff', 'mxliff'],
    is: isRoot('xliff'),
    read: readXliff,
  },
  {
    kind: 'text',
    id: 'tei',
    endings: ['tei', 'xml'],
    is: isRoot('TEI', 'teiCorpus', 'TEI.2'),
    read: readTei,
  },
  {
    kind: 'text',
    id: 'corpus-text',
    endings: [],
    is: (beginning) => isRoot(...documentRoots)(beginning) && !isRoot('TEI', 'TEI.2')(beginning),
    read: readCorpusText,
  },
  ...alignments,
  columns,
  {
    kind: 'text',
    id: 'html',
    endings: ['html', 'htm', 'xhtml'],
    is: (beginning) => /^(?:<!doctype html|<html[\s>])/iu.test(beginning) || rootElement(beginning) === 'html',
    read: async (text) => (await import('#core/formats/html/read-html.ts')).readHtml(text),
  },
  {
    kind: 'text',
    id: 'subtitles',
    endings: ['srt', 'vtt'],
    is: (beginning) => /^(?:WEBVTT\b|\d+\s*\n\s*\d\d:\d\d:\d\d,\d{3} --> )/u.test(beginning),
    read: readSubtitles,
  },
  {
    kind: 'text',
    id: 'markdown',
    endings: ['md', 'markdown', 'mkd'],
    read: async (text) => (await import('#core/formats/markdown.ts')).readMarkdown(text),
  },
  plain,
];

/** The archive format of a file that is a zip archive with these names in it. @throws OtherKind */
export function archiveFormat(names: ReadonlySet<string>): ArchiveFormat {
  const found = formats.find((format) => format.kind === 'archive' && format.is(names));
  if (found?.kind === 'archive') return found;
  throw new OtherKind(kindOfArchive(names));
}

/** The format of a file that is no archive. */
export function plainFormat(bytes: Uint8Array): ByteFormat | null {
  const found = formats.find((format) => format.kind === 'bytes' && format.is(bytes));
  return found?.kind === 'bytes' ? found : null;
}

/**
 * The format of a file of text by what it begins with, else by its name; plain text where neither says anything.
 *
 * @param isCut whether the file has more than its beginning
 * @throws OtherKind
 */
export function textFormat(beginning: string, name: string, isCut: boolean): TextFormat | AlignmentFormat {
  const texts = formats.filter((format) => format.kind === 'text' || format.kind === 'alignment');
  const ending = /\.([^.\s/\\]+)$/u.exec(name.replace(/\.gz$/iu, ''))?.[1]?.toLowerCase() ?? '';
  const found = texts.find((format) => format.is?.(beginning) === true);
  if (found !== undefined) return found;
  refuseOtherText(beginning, ending);
  const named = texts.find(({ endings }) => endings.includes(ending)) ?? plain;
  return named === plain && isColumnText(beginning, isCut) ? columns : named;
}

/** The format with an id, or `null`. */
export function formatById(id: string): Format | null {
  return formats.find((format) => format.id === id) ?? null;
}
