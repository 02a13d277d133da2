/** A range `[start, end)` of a text, in UTF-16 code units. */
export type TextRange = readonly [start: number, end: number];
