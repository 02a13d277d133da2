/** Bytes of an encoding of Kazakh read as Windows-1251: of each entry what was read, and what it should be. */
export interface Misread {
  readonly encoding: 'RK1048' | 'PT154';
  readonly letters: ReadonlyMap<string, string>;
}

function misread(encoding: Misread['encoding'], pairs: string): Misread {
  return { encoding, letters: new Map(pairs.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)])) };
}

const rk1048 = misread('RK1048', 'ЌҚ ќқ ЋҺ ћһ ЎҰ ўұ ЈӘ јә ҐӨ ґө ЄҒ єғ ЇҮ їү ЅҢ ѕң');
const pt154 = misread('PT154', 'ЌҚ ќқ ЋҺ ћһ ЃҒ ѓғ ‡Ү ‰ү ЊҢ њң ¤Ө µө ¦Ұ ±ұ ЄӘ єә');

/** All that stands for a Kazakh letter in either. */
export const misreadLetters = new Set([...rk1048.letters.keys(), ...pt154.letters.keys()]);

/**
 * Tells from misread words in which encoding their text was, by the letters that only one of them leaves: ѕ for ң is RK1048,
 * њ for ң PT154. Without any it is RK1048, the more common; `null` where nothing was misread.
 */
export class EncodingTally {
  #any = false;
  #balance = 0;

  add(misreadWord: string): void {
    for (const letter of misreadWord) {
      const inRk = rk1048.letters.has(letter);
      const inPt = pt154.letters.has(letter);
      this.#any ||= inRk || inPt;
      if (inRk !== inPt) this.#balance += inRk ? 1 : -1;
    }
  }

  get encoding(): Misread | null {
    if (!this.#any) return null;
    return this.#balance < 0 ? pt154 : rk1048;
  }
}
