import { language } from '#core/language/language.ts';
import { foldText } from '#core/text/fold.ts';
import type { Annotation } from '#core/records/annotation.ts';

const longest = 60;

/** A tag as it is kept: white space made single, no `#` before it; `null` when nothing is left. */
export function tagOf(typed: string): string | null {
  const tag = typed.trim().replace(/^#+/, '').replace(/\s+/g, ' ').trim().slice(0, longest);
  return tag === '' ? null : tag;
}

/** The tags with one more. One that differs only by case or Kazakh letters is taken as there already. */
export function withTag(tags: readonly string[], typed: string): string[] {
  const tag = tagOf(typed);
  if (tag === null || tags.some((one) => folded(one) === folded(tag))) return [...tags];
  return [...tags, tag];
}

/** Every tag in use, the most used first, with how often; those used as often in the order of the interface's language. */
export function tagsInUse(
  annotations: Iterable<Annotation>,
  interfaceLanguage: string,
): { tag: string; count: number }[] {
  const { compare } = language(interfaceLanguage);
  const counts = new Map<string, number>();
  for (const { tags } of annotations) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .toSorted((a, b) => b.count - a.count || compare(a.tag, b.tag));
}

/** Tags in use that hold what was typed and are not chosen yet, those that begin with it first. */
export function completions(typed: string, inUse: readonly string[], chosen: readonly string[], most = 8): string[] {
  const query = folded(typed.trim().replace(/^#+/, ''));
  const taken = new Set(chosen.map(folded));
  return inUse
    .map((tag) => ({ tag, at: folded(tag).indexOf(query) }))
    .filter(({ tag, at }) => at >= 0 && !taken.has(folded(tag)))
    .toSorted((a, b) => Math.sign(a.at) - Math.sign(b.at))
    .slice(0, most)
    .map(({ tag }) => tag);
}

function folded(text: string): string {
  return foldText(text).text;
}
