import type { BitextOptions } from '#core/formats/bitext.ts';
import type { WriterGroup } from '#core/formats/writer.ts';
import type { Colour } from '#core/records/preference.ts';

/** What a format is for: other programs, a person who reads, annotations, the glossary, or a work with everything. */
export type ExportGroup = WriterGroup | 'glossary' | 'everything';

/** A format that a work can be written in. */
export interface ExportFormat {
  id: string;
  group: ExportGroup;
  /** Of its files' names, without the point. */
  ending: string;
  /** Which options change what is written. */
  options: (keyof BitextOptions | 'cards')[];
}

/** `GET /api/export/formats` */
export interface ExportFormats {
  formats: ExportFormat[];
}

/** What of a work would be in a file; `null` for what the format has no place for. */
export interface ExportContents {
  links: number | null;
  /** Of the links, those that somebody confirmed. */
  confirmed: number | null;
  notes: number | null;
  highlights: number | null;
  words: number | null;
}

/** A stretch of a paragraph in a preview. */
export interface PreviewRun {
  text: string;
  /** Of the highlight behind it. */
  hue: Colour['hue'] | null;
  /** Numbers of the notes that are referred to behind it. */
  notes: number[];
}

export interface PreviewParagraph {
  heading: boolean;
  runs: PreviewRun[];
}

/** Paragraphs that face each other. */
export interface PreviewRow {
  source: PreviewParagraph[];
  target: PreviewParagraph[];
}

/**
 * `POST /api/works/:work/export/preview`: what the file would begin with, or what would be in it. `count`: beads, annotations or
 * terms in all; with 0 there is nothing to write.
 */
export type ExportPreview =
  /** `more`: that is not all of it. */
  | { type: 'text'; text: string; more: boolean; count: number; contents: ExportContents }
  /** For reading: the first paragraphs side by side. */
  | { type: 'rows'; rows: PreviewRow[]; count: number; contents: ExportContents }
  /** Records by their kind. */
  | { type: 'everything'; counts: Record<string, number> };
