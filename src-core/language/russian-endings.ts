/** Endings separated by spaces; `_` is no ending. */
export interface RussianStem {
  readonly text: string;
  readonly endings: string;
}

/** The endings of an adjective or participle, hard and soft. */
export const adjective = 'ый ий ой ого его ому ему ым им ом ем ая яя ую юю ою ею ей ое ее ые ие ых их ыми ими';
