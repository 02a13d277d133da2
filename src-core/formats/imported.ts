import type { SentenceLinks } from '#core/records/bead.ts';
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
  readonly annotations?: readonly ImportedAnnotation[];
  readonly findings: readonly Finding[];
}

/** A highlight or a note that a file holds. */
export interface ImportedAnnotation {
  /** ISO 8601; `null` where the file does not say. */
  readonly created: string | null;
  /** The id of a colour of the palette; `null` where the file does not say. */
  readonly colour: string | null;
  /** Markdown; empty for a highlight. */
  readonly body: string;
  readonly tags: readonly string[];
  /** At least one; offsets are UTF-16 code units of the block's text. */
  readonly targets: readonly ImportedTarget[];
}

/** A place in a text: its number, that of its block, and the offsets there. */
export interface ImportedTarget {
  readonly text: number;
  readonly block: number;
  readonly start: number;
  readonly end: number;
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
  readonly section?: ImportedSection;
  /** Of a heading: it begins no section, but stands in the one before it. */
  readonly begins?: false;
  readonly foreign?: Readonly<Record<string, unknown>>;
}

/** A section that the file names, beside the headings of its text. */
export interface ImportedSection {
  readonly title: string;
  readonly level: number;
  /** Its titles by language, where there are several; `title` is one of them then. */
  readonly titles?: LocalisedText;
  /** Whether the title stands in the text; left out, it does where the block is a heading. */
  readonly editorial?: boolean;
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
  readonly sentences?: SentenceLinks;
  /** One side is empty on purpose. */
  readonly intended?: true;
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
  'headings-guessed',
  'columns-guessed',
  'running-heads-dropped',
  'contents-dropped',
  'pages-without-text',
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
  'id-missing',
  'id-doubled',
  'sides-swapped',
  'words-joined',
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
