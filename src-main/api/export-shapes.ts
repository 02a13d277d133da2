import type { BitextOptions } from '#core/formats/bitext.ts';
import type { WriterGroup } from '#core/formats/writer.ts';

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

/** `POST /api/works/:work/export/preview`: what the file would begin with, or what would be in it. */
export type ExportPreview =
  /** `more`: that is not all of it. `count`: beads, annotations or terms in all. */
  | { type: 'text'; text: string; more: boolean; count: number }
  /** For reading: the first paragraphs side by side. */
  | { type: 'rows'; rows: { source: string[]; target: string[] }[]; count: number }
  /** Records by their kind. */
  | { type: 'everything'; counts: Record<string, number> };
