import type { Element } from 'hast';

/** What a style sheet says of an element, as far as it says what the text is. */
export interface Look {
  readonly italic?: boolean;
  readonly bold?: boolean;
  readonly raised?: 'superscript' | 'subscript' | null;
  readonly hidden?: boolean;
  readonly centred?: boolean;
}

/** Characters of style sheets and rules in them that are read; those of books have some thousands. */
const mostText = 512 * 1024;
const mostRules = 20_000;
const longestSelectors = 4000;

/**
 * What style sheets say by classes: programs write italics as `<span class="span3">` (LibreOffice, InDesign, calibre, Google
 * Docs). Selectors of one element count (`i`, `.a`, `span.a`, `#b`); those that say what stands around do not: half a rule would
 * be another rule.
 */
export class Styles {
  readonly #looks = new Map<string, Look>();

  /** Adds a style sheet; later rules go before earlier ones. */
  add(sheet: string): void {
    const text = sheet.slice(0, mostText).replace(/\/\*[^*]*(?:\*(?!\/)[^*]*)*(?:\*\/|$)|<!--|-->/gu, '');
    for (const [selectors, declarations] of rulesOf(text)) {
      if (this.#looks.size > mostRules) return;
      const look = lookOf(declarations);
      if (Object.keys(look).length === 0) continue;
      for (const selector of selectors.split(',')) {
        const simple = /^(?:[a-z][a-z0-9]*)?(?:[.#][\w\u00A0-\uFFFF-]+)?$/iu.exec(selector.trim())?.[0];
        if (simple === undefined || simple === '') continue;
        this.#looks.set(simple, { ...this.#looks.get(simple), ...look });
      }
    }
  }

  /** What is said of an element by its name, its classes, its id and its own `style`. */
  of({ tagName, properties }: Element): Look {
    const { className, id, style } = properties;
    const classes = Array.isArray(className) ? className.map(String) : [];
    if (this.#looks.size === 0 && typeof style !== 'string') return plain;
    const names = [tagName, ...classes.flatMap((one) => [`.${one}`, `${tagName}.${one}`])];
    if (typeof id === 'string') names.push(`#${id}`);
    const said = names.flatMap((name) => this.#looks.get(name) ?? []);
    return Object.assign({}, ...said, typeof style === 'string' ? lookOf(style) : {}) as Look;
  }
}

const plain: Look = {};

/** What stands before a pair of braces, and what in it; of braces in braces the inner ones. Goes through the text once. */
function* rulesOf(text: string): Generator<[selectors: string, declarations: string]> {
  let from = 0;
  for (let open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
    const close = text.indexOf('}', open);
    if (close < 0) return;
    const inner = text.lastIndexOf('{', close);
    const selectors = text.slice(Math.max(from, inner - longestSelectors), inner).split(/[{}@;]/u);
    yield [selectors.at(-1) ?? '', text.slice(inner + 1, close)];
    from = close + 1;
  }
}

function lookOf(declarations: string): Look {
  const said = new Map<string, string>();
  for (const declaration of declarations.split(';')) {
    const at = declaration.indexOf(':');
    if (at > 0) said.set(tidy(declaration.slice(0, at)), tidy(declaration.slice(at + 1)));
  }
  const slant = said.get('font-style');
  const weight = said.get('font-weight');
  const raised = raisedBy(said);
  const isHidden = /^none\b/u.test(said.get('display') ?? '') || /^hidden\b/u.test(said.get('visibility') ?? '');
  return {
    ...(slant === undefined ? {} : { italic: /^(?:italic|oblique)/u.test(slant) }),
    ...(weight === undefined ? {} : { bold: /^(?:bold|[6-9]00)/u.test(weight) }),
    ...(raised === undefined ? {} : { raised }),
    ...(isHidden ? { hidden: true } : {}),
    ...(said.has('text-align') ? { centred: said.get('text-align')?.startsWith('center') === true } : {}),
  };
}

function tidy(word: string): string {
  return word.trim().toLowerCase();
}

/** LibreOffice moves letters up and down by their place instead of their line. */
function raisedBy(said: ReadonlyMap<string, string>): Look['raised'] | undefined {
  const align = said.get('vertical-align');
  const top = /^(-?)\d*\.?\d+(?:em|ex|%|pt|px)/u.exec(
    said.get('position') === 'relative' ? (said.get('top') ?? '') : '',
  );
  if (top !== null && said.has('font-size')) return top[1] === '-' ? 'superscript' : 'subscript';
  if (align === undefined) return undefined;
  if (/^(?:super|text-top)/u.test(align)) return 'superscript';
  return /^(?:sub|text-bottom)/u.test(align) ? 'subscript' : null;
}
