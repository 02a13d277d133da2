import type { Findings } from '#core/formats/findings.ts';
import { childrenOf, descendantsOf, textOf, type XmlElement } from '#core/xml/tree.ts';
import type { Numbering } from './numbering.ts';
import { type DocumentStyles, isOn, runProperties, valueOf } from './styles.ts';

/** Styles that stand for what was understood; `docx.ts` says what becomes of them. */
export const understood = {
  heading: 'EgizHeading',
  title: 'EgizTitle',
  quote: 'EgizQuote',
  centred: 'EgizCentred',
} as const;

/**
 * Rewrites a part of a Word document so that it says directly what its styles, lists and fields say: headings and quotes by what
 * their styles are based on, the numbers of lists as text, emphasis of character styles. Contents, hidden and deleted text are
 * left out; what is drawn over a line (initials, formulas, readings above words) becomes text in its place.
 */
export class Preparation {
  readonly #styles: DocumentStyles;
  readonly #numbering: Numbering;
  readonly #findings: Findings;
  #prefix = 'w:';
  /** Runs of an initial that stands in a frame, for the paragraph after it. */
  #initial: (XmlElement | string)[] = [];

  constructor(styles: DocumentStyles, numbering: Numbering, findings: Findings) {
    this.#styles = styles;
    this.#numbering = numbering;
    this.#findings = findings;
  }

  /** Rewrites a part in place; it must have been read with its names as written. */
  prepare(root: XmlElement): void {
    this.#prefix = root.written?.name.includes(':') === true ? `${root.written.name.split(':', 1)[0] ?? ''}:` : '';
    this.#within(root);
  }

  #within(element: XmlElement): void {
    element.children = element.children.flatMap((child) =>
      typeof child === 'string' ? [child] : this.#replaced(child),
    );
  }

  #replaced(element: XmlElement): (XmlElement | string)[] {
    switch (element.name) {
      case 'p':
        return this.#paragraph(element);
      case 'r':
        return this.#run(element) ? [element] : [];
      case 'sdt':
        if (isContents(element)) return this.#contents();
        break;
      case 'del':
      case 'moveFrom':
        this.#findings.add('dropped', 'changes-accepted');
        return [];
      case 'ins':
      case 'moveTo':
        this.#findings.add('dropped', 'changes-accepted');
        break;
      case 'altChunk':
        this.#findings.add('dropped', 'media-dropped');
        return [];
      case 'ruby':
        return childrenOf(element, 'rubyBase').flatMap((base) => {
          this.#within(base);
          return base.children;
        });
      case 'oMath':
        return [this.#made('r', [this.#made('t', [textOf(element)], { 'xml:space': 'preserve' })])];
      case 'fldSimple':
      case 'oMathPara':
        this.#within(element);
        return element.children;
      case 'AlternateContent':
      case 'drawing':
        return this.#drawn(element);
      case 'sym':
        return [this.#symbol(element)];
      default:
        break;
    }
    this.#within(element);
    return [element];
  }

  /** Where a drawing has text of its own, that; newer programs write it twice, for older ones. */
  #drawn(element: XmlElement): XmlElement[] {
    const [fallback] = childrenOf(element, 'Fallback');
    if (fallback !== undefined) {
      element.children = [fallback];
      this.#within(fallback);
      return [element];
    }
    const texts = descendantsOf(element, 'txbxContent');
    for (const text of texts) this.#within(text);
    return texts.length > 0
      ? texts
      : element.name === 'drawing'
        ? [element]
        : childrenOf(element, 'Choice').flatMap(({ children }) =>
            children.filter((child) => typeof child !== 'string'),
          );
  }

  #paragraph(element: XmlElement): XmlElement[] {
    const [properties] = childrenOf(element, 'pPr');
    const style = valueOf(properties, 'pStyle') ?? '';
    const said = this.#styles.role(style);
    if (said?.type === 'contents') return this.#contents();
    this.#within(element);
    const [frame] = properties === undefined ? [] : childrenOf(properties, 'framePr');
    if (/^(?:drop|margin)$/u.test(frame?.attributes.get('dropCap') ?? '')) {
      this.#initial = element.children.filter((child) => child !== properties);
      return [];
    }
    const runs = [...this.#initial, ...element.children.filter((child) => child !== properties)];
    this.#initial = [];
    const role = this.#outlined(properties) ?? said;
    const isCentred =
      (properties === undefined ? undefined : childrenOf(properties, 'jc')[0]) ??
      this.#styles.paragraphProperty(style, 'jc');
    const name =
      role?.type === 'heading'
        ? `${understood.heading}${String(Math.min(role.level, 6))}`
        : role?.type === 'title' || role?.type === 'quote'
          ? understood[role.type]
          : isCentred?.attributes.get('val') === 'center'
            ? understood.centred
            : null;
    if (name === understood.centred) this.#embolden(runs, style);
    const label = this.#label(properties, style);
    const before =
      label === '' || !runs.some((child) => typeof child !== 'string' && textOf(child) !== '')
        ? []
        : [this.#text(`${label} `)];
    const kept = (properties?.children ?? []).filter(
      (child) => typeof child !== 'string' && child.name !== 'pStyle' && child.name !== 'numPr',
    );
    const styled = name === null ? [] : [this.#made('pStyle', [], { [`${this.#prefix}val`]: name })];
    element.children = [this.#made('pPr', [...styled, ...kept]), ...before, ...runs];
    return [element];
  }

  #outlined(properties: XmlElement | undefined): { type: 'heading'; level: number } | null {
    const level = valueOf(properties, 'outlineLvl');
    return level !== null && /^[0-8]$/u.test(level) ? { type: 'heading', level: Number(level) + 1 } : null;
  }

  #contents(): [] {
    this.#findings.add('dropped', 'furniture-dropped', { values: { element: 'contents' } });
    return [];
  }

  #label(properties: XmlElement | undefined, style: string): string {
    const own = properties === undefined ? undefined : childrenOf(properties, 'numPr')[0];
    const list = valueOf(own, 'numId') ?? valueOf(this.#styles.paragraphProperty(style, 'numPr'), 'numId');
    if (list === null || list === '0') return '';
    const level = Number(
      valueOf(own, 'ilvl') ?? valueOf(this.#styles.paragraphProperty(style, 'numPr'), 'ilvl') ?? '0',
    );
    return this.#numbering.label(list, level);
  }

  /** Makes a run say what its style says. Answers whether it is seen at all. */
  #run(element: XmlElement): boolean {
    const [properties] = childrenOf(element, 'rPr');
    const style = valueOf(properties, 'rStyle');
    const added: XmlElement[] = [];
    for (const name of runProperties) {
      const own = properties === undefined ? undefined : childrenOf(properties, name)[0];
      const said = own ?? (style === null ? null : this.#styles.runProperty(style, name));
      if (said === null || said === undefined) continue;
      if (name === 'vanish' && isOn(said)) return false;
      if (own === undefined) added.push(this.#made(name, [], said.written?.attributes ?? {}));
    }
    if (properties !== undefined) properties.children.push(...added);
    this.#within(element);
    return true;
  }

  /** A title whose style is bold has bold runs. */
  #embolden(runs: readonly (XmlElement | string)[], style: string): void {
    const bold = this.#styles.runProperty(style, 'b');
    if (bold === null || !isOn(bold)) return;
    for (const run of runs) {
      if (typeof run === 'string' || run.name !== 'r') continue;
      const [properties] = childrenOf(run, 'rPr');
      if (properties === undefined) run.children.unshift(this.#made('rPr', [this.#made('b', [])]));
      else if (childrenOf(properties, 'b').length === 0) properties.children.push(this.#made('b', []));
    }
  }

  /** A character by its number in a font that is no font of signs: programs write letters so, too. */
  #symbol(element: XmlElement): XmlElement {
    if (/symbol|dings/iu.test(element.attributes.get('font') ?? '')) return element;
    const code = Number.parseInt(element.attributes.get('char') ?? '', 16);
    if (!(code > 0x20 && code < 0x1_00_00)) return element;
    const text = String.fromCharCode(code >= 0xf0_00 && code <= 0xf0_ff ? code - 0xf0_00 : code);
    return this.#made('t', [text], { 'xml:space': 'preserve' });
  }

  #text(text: string): XmlElement {
    return this.#made('r', [this.#made('t', [text], { 'xml:space': 'preserve' })]);
  }

  #made(
    name: string,
    children: (XmlElement | string)[],
    attributes: Readonly<Record<string, string>> = {},
  ): XmlElement {
    return { name, attributes: new Map(), children, line: 0, written: { name: `${this.#prefix}${name}`, attributes } };
  }
}

/** Whether a control holds the contents that Word makes. */
function isContents(element: XmlElement): boolean {
  const galleries = childrenOf(element, 'sdtPr').flatMap((properties) => descendantsOf(properties, 'docPartGallery'));
  return galleries.some(({ attributes }) => attributes.get('val') === 'Table of Contents');
}
