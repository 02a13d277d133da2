/** How letters look, as far as it says something about the text. */
export interface TextStyle {
  readonly bold: boolean;
  readonly italic: boolean;
}

/** What a tagged file says of the paragraph that letters stand in (ISO 32000-1 §14.8.4). */
export interface Element {
  /** The same for all that stands in one element of one page; elements are numbered in reading order. */
  readonly id: number;
  readonly role: 'paragraph' | 'heading' | 'item' | 'row' | 'note' | 'quote' | 'contents';
  /** Of a heading: 1 to 6; `null` where the file says only that it is one. */
  readonly level: number | null;
  /** The place of the letters in the reading order of the page. */
  readonly at: number;
  /** Of a row of a table: the cell, counted from 0. */
  readonly cell: number;
}

/** A run of letters as it stands on a page. Lengths are points, from the upper left corner. */
export interface PageItem extends TextStyle {
  readonly text: string;
  readonly x: number;
  /** The base line. */
  readonly y: number;
  readonly width: number;
  /** Of the font. */
  readonly size: number;
  /** The file has a space before it. */
  readonly spaced: boolean;
  /** The address of a link. */
  readonly href: string | null;
  readonly element: Element | null;
}

/** A line that is drawn from left to right, and the place of a picture. */
export interface Rule {
  readonly x: number;
  readonly end: number;
  readonly y: number;
}
export interface Picture extends Rule {
  readonly height: number;
}

/** The text of a page, as the file draws it. */
export interface PageText {
  readonly items: readonly PageItem[];
  readonly rules: readonly Rule[];
  readonly pictures: readonly Picture[];
  readonly width: number;
  readonly height: number;
}

/** Part of a line whose letters look alike. */
export interface Run extends TextStyle {
  readonly text: string;
  /** Raised or lowered, and smaller than the letters around. */
  readonly shift: 'up' | 'down' | null;
  readonly href: string | null;
}

/** A line, or as much of it as stands in one column. */
export interface Line {
  readonly runs: readonly Run[];
  /** That of the runs. */
  readonly text: string;
  readonly page: number;
  /** The number of its column on the page; -1 across all of them. */
  readonly part: number;
  /** In a text from right to left measured from the other side: `x` is always where the line begins. */
  readonly x: number;
  readonly y: number;
  readonly end: number;
  /** Of the font that most of it is in. */
  readonly size: number;
  /** How wide the first word is. */
  readonly firstWord: number;
  /** Where what follows a wide gap begins. */
  readonly cells: readonly number[];
  /** Its gaps are all alike, as in a line that is drawn out to both edges. */
  readonly hasEvenGaps: boolean;
  /** The left and the right edge of its column. */
  readonly column: readonly [left: number, right: number];
  readonly element: Element | null;
  readonly isPicture?: true;
}

/** Whether all letters of a line have a style. */
export function isAll({ runs }: { readonly runs: readonly Run[] }, style: keyof TextStyle): boolean {
  const letters = runs.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  return letters.length > 0 && letters.every((run) => run[style]);
}
