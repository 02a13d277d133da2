import type { Mark, Paragraph } from '#core/records/paragraph.ts';
import type { LocalisedText } from '#core/records/record.ts';
import type { FilePlace } from './format-error.ts';

/**
 * What a file holds, as a reader of a format understood it: one text, or several with links between them. Nothing of it is
 * markup any more, and nothing is stored yet: a person sees it, corrects it, and then it becomes a work (`toWork`).
 */
export interface Imported {
  readonly texts: readonly ImportedText[];
  /** Between two of the texts. */
  readonly links: readonly ImportedLinks[];
  readonly findings: readonly Finding[];
}

/** One text. */
export interface ImportedText {
  readonly title: string | null;
  readonly author: string | null;
  readonly translator: string | null;
  /** As the file has it: `1917`, `2021-05-03`. */
  readonly date: string | null;
  /** BCP 47, as the file says or as it was found out; `null` when neither is possible. */
  readonly language: string | null;
  /** In the order of the text. */
  readonly blocks: readonly ImportedBlock[];
  /** What the format says of the text beyond this, to be written back to the same format. */
  readonly foreign?: Readonly<Record<string, unknown>>;
}

/** What becomes a paragraph. */
export interface ImportedBlock {
  readonly type: Paragraph['type'];
  /** Of a heading: 1 to 6. A heading begins a section. */
  readonly level?: number;
  readonly text: string;
  /** A mark of type `note` names the block of the note by its `key`. */
  readonly marks: readonly Mark[];
  /** What other blocks of the same text, and other texts, name it by. */
  readonly key?: string;
  /** Begins a section that has no heading in the text: its title. */
  readonly section?: { readonly title: string; readonly level: number };
  readonly foreign?: Readonly<Record<string, unknown>>;
}

/** Beads between two texts, by the numbers of their blocks. */
export interface ImportedLinks {
  /** The numbers of the texts: source and target. */
  readonly between: readonly [number, number];
  readonly beads: readonly ImportedBead[];
}

export interface ImportedBead {
  readonly source: readonly number[];
  readonly target: readonly number[];
  readonly status: 'auto' | 'confirmed';
  /** 0 to 1. */
  readonly confidence: number;
  readonly foreign?: Readonly<Record<string, unknown>>;
}

/** Something that was left out, guessed or repaired while a file was read. The view translates it by its code. */
export interface Finding {
  readonly code: FindingCode;
  /** `guessed`: a person should look at it; `dropped`: it is not in the text now; `damaged`: the file is broken there. */
  readonly kind: 'guessed' | 'dropped' | 'damaged';
  /** How often. */
  readonly count: number;
  /** Where it was first. */
  readonly place?: FilePlace;
  /** What the translated sentence needs: the name of an element, an encoding. */
  readonly values?: Readonly<Record<string, string | number>>;
}

/** What readers of formats report. */
export const findingCodes = [
  'encoding-guessed',
  'language-guessed',
  'lines-joined',
  'hyphens-joined',
  'columns-guessed',
  'running-heads-dropped',
  'furniture-dropped',
  'images-dropped',
  'scripts-dropped',
  'styles-dropped',
  'forms-dropped',
  'media-dropped',
  'remote-dropped',
  'link-dropped',
  'macros-dropped',
  'comments-dropped',
  'changes-accepted',
  'table-as-rows',
  'element-unknown',
  'entry-missing',
  'entry-refused',
  'note-unplaced',
  'units-skipped',
  'links-skipped',
  'bad-characters',
  'direction-marks-dropped',
  'damaged',
  'cut-short',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** Names of a work or an edition in several languages, from what its texts say. */
export function titlesOf(texts: readonly ImportedText[]): LocalisedText {
  const titles: LocalisedText = {};
  for (const { title, language } of texts) {
    if (title !== null && title.trim() !== '') titles[language ?? 'und'] ??= title.trim();
  }
  return titles;
}
