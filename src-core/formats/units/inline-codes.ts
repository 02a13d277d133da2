import { z } from 'zod';

/** A code of a translation program that is no formatting Egiz knows: a placeholder, or one end of a pair. */
const inlineCode = z.object({
  kind: z.enum(['alone', 'open', 'close']),
  /** The name by which both ends of a pair are known; empty where there is no other end. */
  pair: z.string(),
  /** Where it stands in the text: UTF-16 code units. */
  at: z.int().min(0),
  /** What of the text is its own, from `at`; empty where it shows nothing. */
  shown: z.string(),
  element: z.string(),
  attributes: z.record(z.string(), z.string()),
  /** What it stands for in the document that was translated. */
  content: z.string(),
});
export type InlineCode = z.infer<typeof inlineCode>;

/** The codes of a paragraph, and its text when they stood in it. */
const kept = z.object({ codes: z.object({ text: z.string(), codes: z.array(inlineCode) }) });

/** Code that names a value: `{0}`, `{{name}}`, `${name}`, `%s`, `%1$d`. */
const placeholder = /^(?:\$?\{{1,3}[^{}<>\n]{0,60}\}{1,3}|%(?:\d{1,2}\$)?[\w@]{1,10}%?)$/u;

/** How far on in a changed stretch words of a code are looked for: a bound for files made to take long. UTF-16 code units. */
const farthest = 10_000;

/** What a code shows in the text: what its file says that it shows, else itself where it names a value. Tags show nothing. */
export function shownBy(said: string | undefined, content: string): string {
  if (said !== undefined) return said.length > 200 || /^\s*<[^<>]*>\s*$|\n/u.test(said) ? '' : said;
  return placeholder.test(content) ? content : '';
}

/**
 * The codes kept with a paragraph where they stand in its text now. Where the text was changed, codes before and behind the
 * changed stretch stay with what is around them; in it, one that shows something stands where that is still found, in the order of
 * the text, and is left out where it is not; one that shows nothing stands at the stretch's end.
 */
export function codesIn(foreign: unknown, text: string): InlineCode[] {
  const read = foreign === undefined ? null : kept.safeParse(foreign);
  if (read?.success !== true) return [];
  const { text: old, codes } = read.data.codes;
  const most = Math.min(old.length, text.length);
  let same = 0;
  while (same < most && old[same] === text[same]) same += 1;
  let behind = 0;
  while (behind < most - same && old[old.length - 1 - behind] === text[text.length - 1 - behind]) behind += 1;
  const oldEnd = old.length - behind;
  const end = text.length - behind;
  let next = 0;
  let stretch = same;
  return codes
    .toSorted((a, b) => a.at - b.at)
    .flatMap((code): InlineCode[] => {
      let { at } = code;
      if (at + code.shown.length > same || (code.shown === '' && at === same && same < oldEnd)) {
        if (at >= oldEnd) at += end - oldEnd;
        else if (code.shown === '') at = end;
        else {
          at = text.slice(stretch, Math.min(end, stretch + farthest)).indexOf(code.shown) + stretch;
          if (at < stretch) return [];
          stretch = at + code.shown.length;
        }
      }
      if (at < next || at > text.length || !text.startsWith(code.shown, at)) return [];
      next = at + code.shown.length;
      return [{ ...code, at }];
    });
}

/** The other end of each code that has one. */
export function pairsOf(codes: readonly InlineCode[]): ReadonlyMap<InlineCode, InlineCode> {
  const open = new Map<string, InlineCode>();
  const pairs = new Map<InlineCode, InlineCode>();
  for (const code of codes) {
    if (code.pair === '') continue;
    if (code.kind === 'open' && !open.has(code.pair)) open.set(code.pair, code);
    const opened = code.kind === 'close' ? open.get(code.pair) : undefined;
    if (opened === undefined) continue;
    open.delete(code.pair);
    pairs.set(opened, code);
    pairs.set(code, opened);
  }
  return pairs;
}

/** Writes the text of a piece with its codes, part by part, as marks divide it. */
export class CodedText {
  readonly #codes: readonly InlineCode[];
  readonly #end: number;
  readonly #writeText: (text: string) => string;
  readonly #writeCode: (code: InlineCode) => string;
  #at: number;
  #next = 0;

  constructor(
    { codes, text, start, end }: { codes: readonly InlineCode[]; text: string; start: number; end: number },
    writeText: (text: string) => string,
    writeCode: (code: InlineCode) => string,
  ) {
    // What stands between two sentences goes with the second, the end of a pair behind a sentence with that.
    const before = text.slice(0, start).trimEnd().length;
    this.#codes = codes
      .filter(({ at, kind }) => {
        const isAfter = start === 0 || at > before || (at === before && kind !== 'close');
        return isAfter && (at < end || (at === end && (kind === 'close' || end === text.length)));
      })
      .filter(({ at, shown }) => at >= start || shown === '');
    this.#at = start;
    this.#end = end;
    this.#writeText = writeText;
    this.#writeCode = writeCode;
  }

  /** The next part. A code whose words are divided is left out; its words are text. */
  part(text: string): string {
    const from = this.#at;
    let written = '';
    let done = 0;
    for (let code = this.#codes[this.#next]; code !== undefined; code = this.#codes[this.#next]) {
      const at = Math.max(code.at - from, done);
      if (at >= text.length) break;
      this.#next += 1;
      if (at + code.shown.length > text.length) continue;
      written += this.#writeText(text.slice(done, at)) + this.#writeCode(code);
      done = at + code.shown.length;
    }
    this.#at += text.length;
    return written + this.#writeText(text.slice(done));
  }

  /** What stands behind the last part. */
  rest(): string {
    return this.#codes
      .slice(this.#next)
      .filter(({ at, shown }) => shown === '' && at <= this.#end)
      .map((code) => this.#writeCode(code))
      .join('');
  }
}
