import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { SchemeId } from '#core/language/scripts/scheme.ts';
import {
  schemes,
  transliterate,
  transliteratePart,
  type Transliterated,
} from '#core/language/scripts/transliterate.ts';
import type { Target } from '#core/records/annotation.ts';
import type { Reading } from '#core/records/preference.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Edition } from '#core/records/work.ts';
import { readingNow, useReading } from '#renderer/app/reading.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { direction } from './direction.ts';

/** A paragraph as it is shown: in its own script, or in another one with the way to the offsets of its record. */
export interface ShownParagraph {
  /** Text and marks as shown; the record itself where nothing is transliterated. */
  paragraph: Paragraph;
  /** `null`: offsets are the same. */
  map: Transliterated | null;
}

/** Can an edition in this language (a BCP 47 tag) be shown in another script? Kazakh in Cyrillic can. */
export function isTransliterable(tag: string): boolean {
  const [primary, ...more] = tag.toLowerCase().split('-');
  const script = more.find((part) => part.length === 4);
  return primary === 'kk' && (script === 'cyrl' || (script === undefined && direction(tag) === 'ltr'));
}

/** The scheme that an edition is to be shown in; `null`: in its own script. */
export function schemeOf(edition: Pick<Edition, 'id' | 'language'>, scripts: Reading['scripts']): SchemeId | null {
  const chosen = scripts?.[edition.id];
  if (chosen === undefined || !isTransliterable(edition.language)) return null;
  return schemes.find(({ id }) => id === chosen)?.id ?? null;
}

/** The scripts that the two columns are shown in; `null`: their own. */
export interface Schemes {
  source: SchemeId | null;
  target: SchemeId | null;
}

/** The BCP 47 tag of a language as it is shown in a scheme. */
export function shownTag(language: string, scheme: SchemeId | null): string {
  if (scheme === null) return language;
  return scheme === 'arab' ? 'kk-Arab' : 'kk-Latn';
}

const shownParagraphs = new Map(schemes.map(({ id }) => [id, new WeakMap<Paragraph, ShownParagraph>()]));

/** A paragraph in a scheme, with its marks. The same record gives the same object, so that it is transliterated once. */
export function shownParagraph(paragraph: Paragraph, scheme: SchemeId | null): ShownParagraph {
  if (scheme === null) return { paragraph, map: null };
  const known = shownParagraphs.get(scheme);
  let shown = known?.get(paragraph);
  if (shown === undefined) {
    const map = transliterate(paragraph.text, scheme);
    const marks = paragraph.marks.map((mark) => ({
      ...mark,
      start: map.fromSource(mark.start),
      end: map.fromSource(mark.end),
    }));
    shown = { paragraph: { ...paragraph, text: map.text, marks }, map };
    known?.set(paragraph, shown);
  }
  return shown;
}

/** The script that an edition of the open work is shown in now, for what is not drawn by React. */
export function schemeNow(edition: string): SchemeId | null {
  const found = openedWork.getState().current?.editions.find(({ id }) => id === edition);
  return found === undefined ? null : schemeOf(found, readingNow()?.scripts);
}

/** How text of an edition is to be shown outside of its column. */
export interface Script {
  scheme: SchemeId | null;
  /** For `lang` and `dir`; without an edition the page's own. */
  tag: string | undefined;
  dir: 'ltr' | 'rtl' | undefined;
  /** A text of the edition's language. */
  text: (source: string) => string;
  /** The words of a target, as they stand in their sentence. */
  quote: (target: Pick<Target, 'quote'>) => string;
}

/** How the words of an edition are shown: in its own script, or in `scheme`. */
export function scriptOf(language: string | undefined, scheme: SchemeId | null): Script {
  return {
    scheme,
    tag: language === undefined ? undefined : shownTag(language, scheme),
    dir: language === undefined ? undefined : direction(shownTag(language, scheme)),
    text: (source) => (scheme === null ? source : transliteratePart(source, scheme)),
    quote: ({ quote: { exact, prefix, suffix } }) =>
      scheme === null ? exact : transliteratePart(exact, scheme, prefix, suffix),
  };
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
    return (language) => scriptOf(language, isTransliterable(language) ? scheme : null);
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
