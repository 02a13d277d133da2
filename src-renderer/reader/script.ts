import { isCyrillicKazakh } from '#core/language/scripts/cyrillic-kazakh.ts';
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
import { direction } from '#core/language/direction.ts';

/** A paragraph as it is shown: in its own script, or in another one with the way to the offsets of its record. */
export interface ShownParagraph {
  /** Text and marks as shown; the record itself where nothing is transliterated. */
  paragraph: Paragraph;
  /** `null`: offsets are the same. */
  map: Transliterated | null;
}

/** The scheme that an edition is to be shown in; `null`: in its own script. */
export function schemeOf(edition: Pick<Edition, 'id' | 'language'>, scripts: Reading['scripts']): SchemeId | null {
  const chosen = scripts?.[edition.id];
  if (chosen === undefined || !isCyrillicKazakh(edition.language)) return null;
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
