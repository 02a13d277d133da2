import type { ForeignNotes } from '#core/review/anki/foreign.ts';
import type { PackageFault } from '#main/anki/package-error.ts';

/** A note as a view shows it before it is exported: fields as text, in HTML nowhere. */
export interface NotePreview {
  guid: string;
  type: 'word' | 'cloze';
  deck: string;
  /** By the name of the field. Of a cloze, `Text` is in parts. */
  fields: Record<string, string>;
  /** The sentence, and where in it stands what is asked. */
  sentence: { text: string; start: number; end: number; language: string } | null;
}

/** `POST /api/anki/preview` */
export interface AnkiPreview {
  /** How many notes of each kind there could be, chosen or not; those whose sentence is lost are left out of the file. */
  words: number;
  clozes: number;
  highlights: number;
  /** The first few of those that are chosen. */
  notes: NotePreview[];
}

/** `POST /api/anki/read`: the notes of a package, or why it is not read. */
export type AnkiRead = { notes: ForeignNotes } | { refused: { code: PackageFault; message: string } };
