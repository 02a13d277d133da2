import type { BlockEdit } from '#core/formats/corrected.ts';
import type { EditionUpdate } from '#core/formats/update.ts';
import type { AlignmentNeeds } from '#core/formats/loose/needs.ts';
import type { Finding, ImportedBlock } from '#core/formats/imported.ts';
import type { TextOutline } from '#core/formats/outline.ts';
import type { LocalisedText } from '#core/records/record.ts';
import type { FilePlace, FormatError } from '#core/formats/format-error.ts';
import type { FileKind } from '#core/formats/other-kind.ts';
import type { Encoding } from '#main/text/decode.ts';
import type { FailureCode } from './shapes.ts';

/** Why a file was not read. */
export interface ReadFailure {
  readonly code: FormatError['code'] | 'internal';
  /** One English line, for a report; the view translates by the code. */
  readonly message: string;
  readonly place: FilePlace;
  /** Of an alignment that came without its texts: which they are. */
  readonly needs?: AlignmentNeeds;
  /** What it is, where that is known and no text is read from it. */
  readonly kind?: FileKind;
}

/** `GET /api/import/formats`: what can be read, with the endings of its files. */
export interface ImportFormats {
  formats: { id: string; endings: readonly string[]; hasEncoding: boolean }[];
  encodings: readonly Encoding[];
  /** Bytes of the greatest file. */
  mostBytes: number;
}

/** `POST /api/import/files {name, size}`: the file's id. */
export interface ImportFile {
  file: string;
}

/** What was understood of a file. */
export interface FilePreview {
  file: string;
  name: string;
  format: string;
  /** Of a file of text. */
  encoding: Encoding | null;
  /** Of a file of text. */
  lines: number | null;
  texts: TextPreview[];
  /** Between which of the texts there are links, how many, and how many of them a person confirmed. */
  links: { between: readonly [number, number]; beads: number; confirmed: number }[];
  findings: readonly Finding[];
}

/** A text of a file, without what is in it. */
export interface TextPreview extends TextOutline {
  title: string | null;
  author: string | null;
  translator: string | null;
  date: string | null;
  language: string | null;
}

/** A line of `POST /api/import/files/:file/read`, which reads a file, or reads it anew as a person says. */
export type ReadLine =
  | { type: 'progress'; share: number }
  | { type: 'done'; preview: FilePreview }
  | { type: 'failed'; failure: ReadFailure }
  | { type: 'cancelled' };

/** A block as it is shown; a long one is cut. */
export type PreviewBlock = Pick<ImportedBlock, 'type' | 'level' | 'text' | 'marks' | 'section' | 'begins'> & {
  /** UTF-16 code units that are not shown. */
  cut: number;
};

/** `GET /api/import/files/:file/texts/:text?from=&count=` */
export interface PreviewBlocks {
  from: number;
  blocks: PreviewBlock[];
}

/** A part of an edition: a text of a file, with what a person corrected in it. */
export interface PartPlan {
  file: string;
  text: number;
  edits: [block: number, edit: BlockEdit][];
  /** Of a file that is joined with others: what its section is called where it begins without a heading. */
  title?: string | undefined;
}

/** An edition as a person wants it. */
export interface EditionInput {
  language: string;
  title: string;
  translator?: string | undefined;
  date?: string | undefined;
  parts: PartPlan[];
}

/** `POST /api/import/works`: a new work. The first edition is the original. */
export interface WorkInput {
  titles: LocalisedText;
  author?: LocalisedText | undefined;
  editions: EditionInput[];
  /** Aligns what no file links. */
  align: boolean;
  /** Adds a translation in this language that is still to be written. */
  write?: string | undefined;
}

/** `POST /api/works/:work/translation {language}`: the edition that was added, to be written. */
export interface TranslationBegun {
  work: string;
  edition: string;
}

/** A line of the calls that make something of what was brought. */
export type MakeLine =
  /** `share` is 0 to 1. */
  | { type: 'progress'; share: number }
  /** `edition` is the last of `editions`, which were made. */
  | { type: 'done'; work: string; edition: string; editions: string[] }
  | { type: 'failed'; code: FailureCode; message: string }
  | { type: 'cancelled' };

/** A line of `POST /api/works/:work/editions/:edition/update`. Nothing is stored: the view commits the change. */
export type UpdateLine =
  /** `share` is 0 to 1. */
  | { type: 'progress'; share: number }
  | { type: 'done'; update: EditionUpdate }
  | { type: 'failed'; code: FailureCode; message: string }
  | { type: 'cancelled' };
