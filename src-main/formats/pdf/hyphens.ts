/** Particles after a hyphen, where what stands before it is a word: `кто-то`, `дәл-ақ`. */
const after = /^(?:то|нибудь|либо|таки|ка|тка|ақ|ау|мыс|міс)(?!\p{L})/iu;
/** Beginnings that are written with a hyphen before any word. */
const before =
  /^(?:кое|кой|вице|экс|пресс|премьер|генерал|интернет|онлайн|бизнес|топ|веб|тёмно|темно|светло|ярко|бледно|чёрно|черно|красно|сине|бело|жёлто|серо|русско|казахско|англо|немецко|self|well|half|semi|ex|non|vice|north|south|nord|süd|ost|west|schwarz|deutsch)$/iu;
/** Kazakh words of two halves of which one alone is rare, so that a text seldom shows that they are words. */
const pairs = new Set(
  (
    'аман-есен анда-санда аяқ-қол ағайын-туыс ағайын-туған ата-ана ата-баба бала-шаға бет-ауыз дос-жаран ' +
    'ертелі-кеш жер-су жора-жолдас зорлық-зомбылық ине-жіп іні-қарындас киім-кешек көл-көсір көйлек-көншек күні-түні қайғы-мұң қал-жағдай қару-жарақ ' +
    'қатын-бала құда-жекжат құрт-құмырсқа қызыл-жасыл мал-жан оқта-текте ойын-күлкі өлім-жітім салт-дәстүр  там-тұм ' +
    'тамыр-таныс темір-терсек төсек-орын ұрыс-керіс үй-іші үлкен-кіші хал-жағдай ыдыс-аяқ әдет-ғұрып әке-шеше әлсін-әлсін'
  ).split(' '),
);
/** Letters that a half has at least to be a word of its own. */
const leastHalf = 3;

/** The words of a text, to tell by them what was divided at the end of a line. */
export class Vocabulary {
  readonly #words = new Map<string, number>();
  readonly #compounds = new Set<string>();

  /** @param lines with their ends, where words may be divided */
  constructor(lines: Iterable<string>) {
    for (const line of lines) {
      const words = line.toLowerCase().match(/[\p{L}\p{M}]+(?:[-\u2010\u2011][\p{L}\p{M}]+)*-?/gu) ?? [];
      words.forEach((word, at) => {
        // Not the halves at the ends of lines.
        if (word.endsWith('-') || (at === 0 && words.length > 1)) return;
        if (/[-\u2010\u2011]/u.test(word)) this.#compounds.add(plain(word));
        for (const part of word.split(/[-\u2010\u2011]/u)) this.#words.set(part, (this.#words.get(part) ?? 0) + 1);
      });
    }
  }

  /**
   * Whether the hyphen between two halves of a word belongs to it: `қызыл-жасыл`, but not `мәселе-сін`. What is written elsewhere
   * decides, then the particles, then whether both halves are words of their own.
   */
  keepsHyphen(left: string, right: string): boolean {
    const [a, b] = [left.toLowerCase(), right.toLowerCase()];
    if (this.#words.has(a + b)) return false;
    if (this.#compounds.has(`${a}-${b}`)) return true;
    if (before.test(a) || (after.test(b) && this.#words.has(a)) || isPair(a, b)) return true;
    if (Math.min(a.length, b.length) < leastHalf) return false;
    return (this.#words.get(a) ?? 0) > 1 && (this.#words.get(b) ?? 0) > 1;
  }
}

/** Whether two halves, the second with any endings, are a known pair. */
function isPair(a: string, b: string): boolean {
  for (let end = b.length; end > 1; end -= 1) if (pairs.has(`${a}-${b.slice(0, end)}`)) return true;
  return false;
}

function plain(word: string): string {
  return word.replace(/[\u2010\u2011]/gu, '-');
}

/** How a line goes on in the next: with a space, without anything, or without its hyphen. */
export type Joint = 'space' | 'close' | 'hyphen';

/** How the end of a line and the beginning of the next one belong together. */
export function jointOf(line: string, next: string, words: Vocabulary): Joint {
  if (line.endsWith('\u00AD')) return 'hyphen';
  const left = /([\p{L}\p{M}\p{N}]+)[-\u2010\u2011]$/u.exec(line)?.[1];
  if (left === undefined) return /[\p{L}\p{N}]\p{Pd}$/u.test(line) && /^\p{N}/u.test(next) ? 'close' : 'space';
  const right = /^[\p{L}\p{M}\p{N}]+/u.exec(next)?.[0];
  if (right === undefined || line.endsWith('\u2011')) return right === undefined ? 'space' : 'close';
  if (/\p{N}$/u.test(left) || /^\p{N}/u.test(right)) return 'close';
  // An abbreviation with an ending: `АҚШ-тан`.
  if (/^\p{Lu}{2,}$/u.test(left) && /^\p{Ll}/u.test(right)) return 'close';
  // A name of two, as `Нью-Йорк`; text in capitals says nothing.
  if (/^\p{Lu}/u.test(right) && !/^\p{Lu}+$/u.test(left)) return 'close';
  const whole = /(?:[\p{L}\p{M}]+[-\u2010\u2011])+$/u.exec(line)?.[0] ?? '';
  // With another hyphen in it before: `анда-сан-да` was divided at one that is its own or not.
  return words.keepsHyphen(whole.split(/[-\u2010\u2011]/u).at(-2) ?? left, right) ? 'close' : 'hyphen';
}
