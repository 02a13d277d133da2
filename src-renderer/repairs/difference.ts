/** A piece of a word: whether it differs from the word beside it. */
export interface Piece {
  text: string;
  differs: boolean;
}

/** A word in pieces, by where it differs from another; letter by letter where both are equally long, else as a whole. */
export function piecesOf(word: string, other: string): Piece[] {
  if (word.length !== other.length) return [{ text: word, differs: true }];
  const pieces: Piece[] = [];
  for (let at = 0; at < word.length; at++) {
    const differs = word.charAt(at) !== other.charAt(at);
    const last = pieces.at(-1);
    if (last?.differs === differs) last.text += word.charAt(at);
    else pieces.push({ text: word.charAt(at), differs });
  }
  return pieces;
}
