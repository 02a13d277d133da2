import { useMemo } from 'react';
import { useStore } from 'zustand';
import { isCyrillicKazakh } from '#core/language/scripts/cyrillic-kazakh.ts';
import type { SchemeId } from '#core/language/scripts/scheme.ts';
import { readingNow, useReading } from '#renderer/app/reading.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { schemeOf, scriptOf, type Script } from './script.ts';

/** The script that an edition of the open work is shown in now, for what is not drawn by React. */
export function schemeNow(edition: string): SchemeId | null {
  const found = openedWork.getState().current?.editions.find(({ id }) => id === edition);
  return found === undefined ? null : schemeOf(found, readingNow()?.scripts);
}

/** How the words of an edition of the open work are shown now, for what is not drawn by React. */
export function scriptNow(edition: string): Script {
  const found = openedWork.getState().current?.editions.find(({ id }) => id === edition);
  return scriptOf(found?.language, schemeNow(edition));
}

/**
 * Gives for a language (a BCP 47 tag) how a word of it is shown that stands in no edition, as a headword of the glossary does: in
 * the script of the pane that shows the language.
 */
export function useLanguageScripts(): (language: string) => Script {
  const editions = useStore(openedWork, ({ current }) => current?.editions);
  const reading = useReading();
  return useMemo(() => {
    const panes = editions?.filter(({ id }) => reading?.editions.includes(id) === true) ?? [];
    const scheme = panes.map((edition) => schemeOf(edition, reading?.scripts)).find((one) => one !== null) ?? null;
    return (language) => scriptOf(language, isCyrillicKazakh(language) ? scheme : null);
  }, [editions, reading]);
}

/** Gives for an edition of the open work how its words are shown: in the script of its pane. */
export function useScripts(): (edition: string | undefined) => Script {
  const editions = useStore(openedWork, ({ current }) => current?.editions);
  const scripts = useReading()?.scripts;
  return useMemo(() => {
    const known = new Map(
      editions?.map((edition) => [edition.id, scriptOf(edition.language, schemeOf(edition, scripts))]),
    );
    return (id) => known.get(id ?? '') ?? scriptOf(undefined, null);
  }, [editions, scripts]);
}
