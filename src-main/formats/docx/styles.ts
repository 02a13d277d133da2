import { childrenOf, descendantsOf, type XmlElement } from '#core/xml/tree.ts';

/** What a paragraph is by its style. */
export type Role =
  { readonly type: 'heading'; readonly level: number } | { readonly type: 'title' | 'quote' | 'contents' };

/** Properties of runs that are told apart in a text. */
export const runProperties = ['b', 'i', 'vertAlign', 'vanish'] as const;

/** Styles deeper than this are based on each other in a circle. */
const mostBased = 20;

/** The styles of a Word document (ECMA-376 part 1 §17.7), each with what those it is based on say. */
export class DocumentStyles {
  readonly #styles: ReadonlyMap<string, XmlElement>;

  constructor(root: XmlElement | null) {
    const all = root === null ? [] : childrenOf(root, 'style');
    this.#styles = new Map(all.map((style) => [style.attributes.get('styleId') ?? '', style]));
  }

  /** What a style makes of a paragraph; `null` for plain text. Names are those of Word in any language, and of LibreOffice. */
  role(id: string): Role | null {
    for (const style of this.#chain(id)) {
      const name = valueOf(style, 'name') ?? '';
      if (/^(?:toc|contents|index|оглавление|мазмұны?)\s*(?:\d|heading)|^table of figures$/iu.test(name)) {
        return { type: 'contents' };
      }
      const level =
        /^(?:heading|заголовок|тақырып|rubrik|überschrift|titre|título|titolo|başlık|nagłówek)\s*([1-9])\b/iu.exec(
          name,
        );
      if (level !== null) return { type: 'heading', level: Number(level[1]) };
      if (/^(?:title|название|атауы)$/iu.test(name)) return { type: 'title' };
      if (/^subtitle$|^подзаголовок$/iu.test(name)) return { type: 'heading', level: 2 };
      if (/quot|^block ?text|цитат|дәйексөз|zitat|citation/iu.test(name)) return { type: 'quote' };
      const outline = valueOf(childrenOf(style, 'pPr')[0], 'outlineLvl');
      if (outline !== null && /^[0-8]$/u.test(outline)) return { type: 'heading', level: Number(outline) + 1 };
    }
    return null;
  }

  /** The element of a paragraph's properties that its style says: `jc`, `numPr`. */
  paragraphProperty(id: string, name: string): XmlElement | null {
    return this.#property(id, 'pPr', name);
  }

  /** The element of a run's properties that a style says. */
  runProperty(id: string, name: string): XmlElement | null {
    return this.#property(id, 'rPr', name);
  }

  #property(id: string, holder: 'pPr' | 'rPr', name: string): XmlElement | null {
    for (const style of this.#chain(id)) {
      const found = childrenOf(style, holder).flatMap((properties) => childrenOf(properties, name))[0];
      if (found !== undefined) return found;
    }
    return null;
  }

  #chain(id: string): XmlElement[] {
    const found: XmlElement[] = [];
    let next = this.#styles.get(id);
    while (next !== undefined && found.length < mostBased) {
      found.push(next);
      next = this.#styles.get(valueOf(next, 'basedOn') ?? '');
    }
    return found;
  }
}

/** The `w:val` of an element inside another; `null` where there is none. */
export function valueOf(holder: XmlElement | undefined | null, name: string): string | null {
  const [element] = holder === undefined || holder === null ? [] : childrenOf(holder, name);
  return element?.attributes.get('val') ?? null;
}

/** Whether a switch such as `<w:i/>` is on: without a value it is. */
export function isOn(element: XmlElement): boolean {
  return !/^(?:0|false|off|none|baseline)$/u.test(element.attributes.get('val') ?? '');
}

/** Whether a part has text of its own: a header with more than fields. */
export function hasText(root: XmlElement): boolean {
  return descendantsOf(root, 't').some(({ children }) =>
    children.some((one) => typeof one === 'string' && /\p{L}/u.test(one)),
  );
}
