import { childrenOf, descendantsOf, type XmlElement } from '#core/xml/tree.ts';
import type { Markup } from '../running-text.ts';

/** What a paragraph's style makes of it. */
export interface ParagraphKind {
  readonly type: 'heading' | 'quote' | 'text';
  /** Of a heading: 1 to 6. */
  readonly level: number | null;
}

interface Style {
  readonly parent: string | null;
  readonly outline: number | null;
  readonly markup: readonly Markup[];
}

/** Styles stand on one another; a file made to confuse lets them stand in a ring. */
const mostParents = 20;
const plain: ParagraphKind = { type: 'text', level: null };
/** The names of styles that mean something, as LibreOffice, Word and pandoc write them (`_20_` is a space). */
const headings = new Map([
  ['title', 1],
  ['subtitle', 2],
]);
const quotations = /^(?:quotations?|quote|intense quote|block text|block quotation)$/u;

/** The styles of an OpenDocument text, by family and name; those of `content.xml` stand on those of `styles.xml`. */
export class Styles {
  readonly #styles = new Map<string, Style>();
  readonly #lists = new Map<string, ReadonlyMap<number, boolean>>();
  /** The language that the default style of paragraphs gives to all text; `null` where it says none. */
  readonly language: string | null;

  /** @param roots of `styles.xml` and `content.xml`, or of a flat file */
  constructor(roots: readonly XmlElement[]) {
    for (const style of roots.flatMap((root) => descendantsOf(root, 'style'))) this.#take(style);
    for (const list of roots.flatMap((root) => descendantsOf(root, 'list-style'))) {
      const levels = list.children.flatMap((child): [number, boolean][] =>
        typeof child === 'string' ? [] : [[Number(child.attributes.get('level')), isNumbered(child)]],
      );
      this.#lists.set(list.attributes.get('name') ?? '', new Map(levels));
    }
    this.language = languageIn(roots);
  }

  /** What a style makes of a paragraph. */
  paragraph(name: string | null): ParagraphKind {
    for (const [at, style] of this.#chain('paragraph', name)) {
      const known = at.replaceAll('_20_', ' ').toLowerCase();
      const level = headings.get(known) ?? style?.outline ?? numberOf(/^heading (\d{1,2})$/u.exec(known)?.[1]);
      if (level !== null) return { type: 'heading', level: headingLevel(level) };
      if (quotations.test(known)) return { type: 'quote', level: null };
    }
    return plain;
  }

  /** What a style of text makes of a stretch: emphasis, and what is raised or lowered. */
  text(name: string | null): readonly Markup[] {
    for (const [, style] of this.#chain('text', name)) {
      if (style !== null && style.markup.length > 0) return style.markup;
    }
    return [];
  }

  /** Whether the items of a list are numbered on a level, from 1; `null` for a style that is not there. */
  isNumbered(list: string | null, level: number): boolean | null {
    return this.#lists.get(list ?? '')?.get(level) ?? null;
  }

  #take(style: XmlElement): void {
    const { attributes } = style;
    const outline = numberOf(attributes.get('default-outline-level'));
    this.#styles.set(`${attributes.get('family') ?? ''} ${attributes.get('name') ?? ''}`, {
      parent: attributes.get('parent-style-name') ?? null,
      outline,
      markup: childrenOf(style, 'text-properties').flatMap(markupOf),
    });
  }

  /** A style's name and the style, then those of the styles that it stands on. */
  #chain(family: string, name: string | null): [string, Style | null][] {
    const chain: [string, Style | null][] = [];
    for (let at = name; at !== null && chain.length < mostParents;) {
      const style: Style | null = this.#styles.get(`${family} ${at}`) ?? null;
      chain.push([at, style]);
      at = style?.parent ?? null;
    }
    return chain;
  }
}

/** A level of a heading as Egiz has it, 1 to 6. */
export function headingLevel(said: number): number {
  return Math.min(Math.max(Math.trunc(said), 1), 6);
}

function numberOf(said: string | undefined): number | null {
  return said === undefined || !/^\d{1,3}$/u.test(said) || said === '0' ? null : Number(said);
}

function isNumbered(level: XmlElement): boolean {
  return level.name === 'list-level-style-number' && (level.attributes.get('num-format') ?? '') !== '';
}

function markupOf({ attributes }: XmlElement): Markup[] {
  const found: Markup[] = [];
  if (/^(?:italic|oblique)$/u.test(attributes.get('font-style') ?? '')) found.push({ type: 'emphasis' });
  if (/^(?:bold|[6-9]00)$/u.test(attributes.get('font-weight') ?? '')) found.push({ type: 'strong' });
  const position = attributes.get('text-position') ?? '';
  if (/^(?:super|[1-9]\d*%)/u.test(position)) found.push({ type: 'superscript' });
  if (/^(?:sub|-)/u.test(position)) found.push({ type: 'subscript' });
  return found;
}

function languageIn(roots: readonly XmlElement[]): string | null {
  const defaults = roots
    .flatMap((root) => descendantsOf(root, 'default-style'))
    .find(({ attributes }) => attributes.get('family') === 'paragraph');
  const [properties] = defaults === undefined ? [] : childrenOf(defaults, 'text-properties');
  const language = properties?.attributes.get('language') ?? '';
  return language === '' || language === 'none' || language === 'zxx' ? null : language;
}
