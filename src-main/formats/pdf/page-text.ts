/** A run of letters as it stands on a page. Lengths are points, from the upper left corner. */
export interface PageItem {
  readonly text: string;
  readonly x: number;
  /** The base line. */
  readonly y: number;
  readonly width: number;
  /** Of the font. */
  readonly size: number;
}

/** The text of a page, as the file draws it. */
export interface PageText {
  readonly items: readonly PageItem[];
  readonly width: number;
  readonly height: number;
}

/** A line, or as much of it as stands in one column. */
export interface Line {
  readonly text: string;
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly end: number;
  /** Of the font that most of it is in. */
  readonly size: number;
  /** The left and the right edge of its column. */
  readonly column: readonly [left: number, right: number];
}
