import { primaryTag } from '#core/language/primary-tag.ts';
import type { WorkEntry } from '#main/api/shapes.ts';
import type { Draft } from './drafts.ts';

/** The edition that gets a newer version, and the text that is it; `null` while that is open. */
export interface VersionChoice {
  readonly edition: string | null;
  readonly draft: Draft | null;
}

/**
 * Which text is the newer version of which edition. What a translation memory or an XLIFF file brings besides is the other side, so
 * without a choice it is the one translation that the file has a text for.
 *
 * @param chosen the edition that a person chose
 */
export function versionOf(
  drafts: readonly Draft[],
  entry: WorkEntry | undefined,
  chosen: string | null,
): VersionChoice {
  if (entry === undefined) return { edition: chosen, draft: null };
  const { editions, work } = entry;
  const inTongue = (language: string): Draft[] =>
    drafts.filter((draft) => primaryTag(draft.language) === primaryTag(language));
  const possible = editions.filter(({ language }) => inTongue(language).length > 0);
  const translations = possible.filter(({ id }) => id !== work.original);
  const edition =
    editions.find(({ id }) => id === chosen) ?? only(possible) ?? (chosen === null ? only(translations) : null);
  if (edition === null) return { edition: null, draft: null };
  const texts = inTongue(edition.language);
  const draft = only(drafts) ?? only(texts) ?? only(texts.filter(({ title }) => title === edition.title));
  return { edition: edition.id, draft };
}

function only<T>(list: readonly T[]): T | null {
  return list.length === 1 ? (list[0] ?? null) : null;
}
