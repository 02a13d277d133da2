import type { Stem } from '#core/language/inflection.ts';

/** Words that lead on, found by any of their forms. `Goal` is what a word leads to. */
export interface WordWays<Goal> {
  readonly byText: Map<string, { readonly stem: Stem; readonly goal: Goal }[]>;
  /** The lengths of the shortest and the longest beginning, in code units. */
  shortest: number;
  longest: number;
}

export function noWays<Goal>(): WordWays<Goal> {
  return { byText: new Map(), shortest: Number.POSITIVE_INFINITY, longest: 0 };
}

/** Adds a word by the beginnings of its forms. */
export function addWay<Goal>(ways: WordWays<Goal>, stems: readonly Stem[], goal: Goal): void {
  for (const stem of stems) {
    const { text } = stem;
    const there = ways.byText.get(text);
    if (there === undefined) ways.byText.set(text, [{ stem, goal }]);
    else there.push({ stem, goal });
    ways.shortest = Math.min(ways.shortest, text.length);
    ways.longest = Math.max(ways.longest, text.length);
  }
}

/** Where the words lead of which `form`, in normal form, is a form: each goal once, those with the longest stem first. */
export function goalsOf<Goal>(ways: WordWays<Goal>, form: string): readonly Goal[] {
  const found: Goal[] = [];
  for (let length = Math.min(ways.longest, form.length); length >= ways.shortest; length--) {
    const there = ways.byText.get(form.slice(0, length));
    if (there === undefined) continue;
    for (const { stem, goal } of there) if (!found.includes(goal) && stem.accepts(form)) found.push(goal);
  }
  return found;
}
