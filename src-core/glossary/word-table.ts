/** Values by word, looked up in a text where it stands: no string is made of a word that is known. */
export interface WordTable<Value> {
  /** The value of the word at `[start, end)` of `text`; `undefined` when it is not known. */
  readonly get: (text: string, start: number, end: number) => Value | undefined;
  /** Notes a word that is not known yet. */
  readonly add: (word: string, value: Value) => void;
  readonly clear: () => void;
  readonly size: () => number;
  readonly entries: () => IterableIterator<readonly [word: string, value: Value]>;
}

const firstSlots = 1024;

/** An empty table: open addressing, at most half full. */
export function wordTable<Value>(): WordTable<Value> {
  let words: string[] = [];
  let values: Value[] = [];
  /** By slot the number of a word from 1; 0 is an empty slot. */
  let slots = new Int32Array(firstSlots);

  const slotOf = (text: string, start: number, end: number): number => {
    const mask = slots.length - 1;
    let slot = hash(text, start, end) & mask;
    for (let number = slots[slot] ?? 0; number !== 0; number = slots[slot] ?? 0) {
      if (isSame(words[number - 1] ?? '', text, start, end)) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  const place = (word: string, number: number): void => {
    slots[slotOf(word, 0, word.length)] = number;
  };
  return {
    get: (text, start, end) => {
      const number = slots[slotOf(text, start, end)] ?? 0;
      return number === 0 ? undefined : values[number - 1];
    },
    add: (word, value) => {
      values.push(value);
      const number = words.push(word);
      if (number * 2 > slots.length) {
        slots = new Int32Array(slots.length * 2);
        for (const [at, each] of words.entries()) place(each, at + 1);
      } else {
        place(word, number);
      }
    },
    clear: () => {
      if (words.length === 0) return;
      words = [];
      values = [];
      slots = new Int32Array(firstSlots);
    },
    size: () => words.length,
    entries: function* () {
      for (const [at, word] of words.entries()) yield [word, values[at] as Value] as const;
    },
  };
}

/** FNV-1a over UTF-16 units. */
function hash(text: string, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let at = start; at < end; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value ^ (value >>> 15);
}

function isSame(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}
