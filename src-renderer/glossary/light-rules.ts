import { withId } from '#renderer/reader/id-list.ts';

/** What is lit: in rows, named as the reading view does by `data-link`, since terms occur all over the text. */
export interface Light {
  /** The rows that the reader is in, each with the terms whose headwords stand in it: they and their glosses are underlined. */
  rows: readonly { row: string; terms: readonly string[] }[];
  /** The word pointed at: it and its renderings beside it are washed. */
  word: { row: string; terms: readonly string[] } | null;
}

/** The style rules of what is lit. */
export function lightRules({ rows, word }: Light): string[] {
  return [
    ...rows
      .filter(({ terms }) => terms.length > 0)
      .map(({ row, terms }) => `${withinRow(row)} ${oneOf(terms)}{--term-shown:1}`),
    ...(word === null ? [] : [`${withinRow(word.row)} ${oneOf(word.terms)}{--term-lit:1}`]),
  ];
}

/** Selects what stands in a row. */
export function withinRow(row: string): string {
  return `[data-link="${CSS.escape(row)}"]`;
}

function oneOf(terms: readonly string[]): string {
  return `:is(${terms.map((id) => withId('data-terms', id)).join(',')})`;
}
