import type { Delete, List, Nodes, Parents, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Mark } from '#core/records/paragraph.ts';
import { cleanText } from './clean-text.ts';
import { FormatError } from './format-error.ts';
import { Findings } from './findings.ts';
import { inline } from './html/elements.ts';
import { parseHtml } from './html/read-html.ts';
import { toBlocks } from './html/to-blocks.ts';
import type { Imported, ImportedBlock } from './imported.ts';
import { languageTagOf } from './language-tag.ts';
import { refuseLongLines } from './long-lines.ts';
import { withoutExtensions } from './markdown-extensions.ts';
import { mostDepth, refuseEndlessMarkup } from './markdown-limits.ts';
import { quickUnderlines } from './markdown-underlines.ts';
import { type Markup, RunningText } from './running-text.ts';
import { webAddress } from './web-address.ts';

/**
 * Reads Markdown (CommonMark with GitHub's tables, footnotes and strikethrough, and what pandoc adds: lines of verse, attributes,
 * raised and lowered letters). Of HTML in it the text and its emphasis stay. What a head between lines of `---` says of title,
 * author, translator, date and language counts.
 *
 * @throws FormatError empty; too-large when it is nested too deep, or has more markup than a person writes
 */
export function readMarkdown(text: string): Imported {
  const findings = new Findings();
  refuseLongLines(text);
  const { head, body } = frontMatter(cleanText(text.replace(/^\uFEFF/u, ''), findings));
  const plain = withoutExtensions(body);
  refuseEndlessMarkup(plain);
  const blocks = new Walk(plain, findings).run(parse(plain));
  if (blocks.length === 0) throw new FormatError('empty', 'there is no text in it');
  const title = head.get('title') ?? blocks.find(({ type }) => type === 'heading')?.text ?? null;
  return {
    texts: [
      {
        title,
        author: head.get('author') ?? null,
        translator: head.get('translator') ?? null,
        date: head.get('date') ?? null,
        language: languageTagOf(head.get('lang') ?? head.get('language')),
        blocks,
      },
    ],
    links: [],
    findings: findings.list(),
  };
}

function parse(body: string): Root {
  try {
    return unified().data('micromarkExtensions', [quickUnderlines]).use(remarkParse).use(remarkGfm).parse(body);
  } catch (error) {
    if (error instanceof RangeError) throw new FormatError('too-large', 'it is nested too deep');
    throw error;
  }
}

/** A head of `name: value` lines between lines of `---`, as most programs write it. */
function frontMatter(text: string): { head: ReadonlyMap<string, string>; body: string } {
  const found = /^---[ \t]*\r?\n(?<lines>(?:[^\r\n]*\r?\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u.exec(text);
  if (found === null) return { head: new Map(), body: text };
  const head = new Map<string, string>();
  for (const line of (found.groups?.['lines'] ?? '').split(/\r?\n/u)) {
    const pair = /^(?<name>[A-Za-z][\w-]*):\s+(?<value>\S.*)$/u.exec(line.trimEnd())?.groups;
    if (pair !== undefined) {
      head.set((pair['name'] ?? '').toLowerCase(), (pair['value'] ?? '').replace(/^(["'])(.*)\1$/u, '$2'));
    }
  }
  return { head, body: text.slice(found[0].length) };
}

interface Context {
  readonly type: 'text' | 'quote' | 'note';
  readonly depth: number;
  /** The key of a note that begins here. */
  readonly key?: string;
}

class Walk {
  readonly #findings: Findings;
  readonly #blocks: ImportedBlock[] = [];
  readonly #text = new RunningText();
  readonly #source: string;
  readonly #addresses = new Map<string, string>();
  #hasBreak = false;
  #rule = false;

  constructor(source: string, findings: Findings) {
    this.#source = source;
    this.#findings = findings;
  }

  run(root: Root): ImportedBlock[] {
    for (const node of root.children) {
      if (node.type === 'definition') this.#addresses.set(node.identifier, node.url);
    }
    this.#all(root.children, { type: 'text', depth: 0 });
    return this.#blocks;
  }

  #all(nodes: readonly RootContent[], context: Context): void {
    if (context.depth > mostDepth) throw new FormatError('too-large', `it is nested more than ${mostDepth} deep`);
    const { key: first, ...rest } = context;
    let key = first;
    for (const node of nodes) {
      const before = this.#blocks.length;
      this.#block(node, key === undefined ? rest : { ...rest, key });
      if (this.#blocks.length > before) key = undefined;
    }
  }

  #block(node: RootContent, context: Context): void {
    const inner = { ...context, depth: context.depth + 1 };
    switch (node.type) {
      case 'heading':
        this.#rule = false;
        this.#inline(node, []);
        this.#end({ type: 'heading', level: node.depth });
        break;
      case 'paragraph':
        this.#inline(node, []);
        this.#end({ type: context.type }, context.key);
        break;
      case 'blockquote':
        this.#all(node.children, { ...inner, type: context.type === 'note' ? 'note' : 'quote' });
        break;
      case 'thematicBreak':
        this.#rule = true;
        break;
      case 'list': {
        if (isContents(node)) {
          this.#findings.add('dropped', 'furniture-dropped', { ...placeOf(node), values: { element: 'contents' } });
          break;
        }
        let number = node.ordered === true ? (node.start ?? 1) : null;
        for (const item of node.children) {
          this.#text.add(number === null ? '• ' : `${String(number)}. `, []);
          if (number !== null) number += 1;
          this.#all(item.children, inner);
          this.#text.take();
        }
        break;
      }
      case 'table':
        this.#findings.add('guessed', 'table-as-rows', placeOf(node));
        for (const row of node.children) {
          row.children.forEach((cell, at) => {
            if (at > 0) this.#text.add(' | ', []);
            this.#inline(cell, []);
          });
          this.#end({ type: context.type });
        }
        break;
      case 'code':
        this.#text.addAsIs(node.value, []);
        this.#hasBreak = true;
        this.#end({ type: context.type }, context.key);
        break;
      case 'footnoteDefinition':
        this.#all(node.children, { ...inner, type: 'note', key: node.identifier });
        break;
      case 'html':
        for (const block of toBlocks(parseHtml(`<body>${node.value}`), { findings: this.#findings })) {
          const type = context.type === 'text' || block.type === 'heading' ? block.type : context.type;
          this.#blocks.push({ ...block, type });
        }
        break;
      default:
        break;
    }
  }

  #inline(node: Parents, markup: readonly Markup[]): void {
    let inner = markup;
    for (const child of node.children) {
      const tag = child.type === 'html' ? tagOf(child.value) : null;
      if (tag === null) this.#run(child, inner);
      else if (tag.type !== null) {
        const { type } = tag;
        inner = tag.isEnd ? inner.filter((one) => one.type !== type || markup.includes(one)) : [...inner, { type }];
      }
    }
  }

  #run(node: RootContent, markup: readonly Markup[]): void {
    switch (node.type) {
      case 'text':
        this.#words(this.#clean(node.value), markup);
        break;
      case 'inlineCode':
        // Cleaned here once more: a character may have been written by its number.
        this.#text.add(this.#clean(node.value), markup);
        break;
      case 'emphasis':
        this.#inline(node, [...markup, { type: 'emphasis' }]);
        break;
      case 'strong':
        this.#inline(node, [...markup, { type: 'strong' }]);
        break;
      case 'delete':
        this.#inline(node, this.#isLowered(node) ? [...markup, { type: 'subscript' }] : markup);
        break;
      case 'linkReference':
        this.#inline(node, this.#linked(this.#addresses.get(node.identifier) ?? '#', markup));
        break;
      case 'link':
        this.#inline(node, this.#linked(node.url, markup));
        break;
      case 'break':
        this.#hasBreak = true;
        this.#text.breakLine();
        break;
      case 'image':
      case 'imageReference':
        this.#findings.add('dropped', 'images-dropped', placeOf(node));
        this.#text.add(
          node.alt === null || node.alt === undefined || node.alt === '' ? '[▫]' : `[▫ ${this.#clean(node.alt)}]`,
          markup,
        );
        break;
      case 'footnoteReference':
        this.#text.add(this.#clean(node.label ?? node.identifier), [
          ...markup,
          { type: 'note', note: node.identifier },
        ]);
        break;
      case 'html':
        if (/^<br\b/iu.test(node.value)) this.#text.breakLine();
        else this.#findings.add('dropped', 'element-unknown', { ...placeOf(node), values: { element: 'HTML' } });
        break;
      default:
        break;
    }
  }

  /** Text in which pandoc raises letters (`x^2^`), and in which three hyphens are a dash. */
  #words(text: string, markup: readonly Markup[]): void {
    const dashed = text.replace(/(?<=^|\s)---(?=\s|$)/gmu, '—');
    dashed.split(/\^([^\s^]{1,20})\^/u).forEach((part, at) => {
      this.#text.add(part, at % 2 === 0 ? markup : [...markup, { type: 'superscript' }]);
    });
  }

  /** Whether what GitHub strikes out is what pandoc lowers: one tilde on each side, and no white space between. */
  #isLowered({ position }: Delete): boolean {
    const source = position === undefined ? '' : this.#source.slice(position.start.offset, position.end.offset);
    return /^~[^~\s]{1,20}~$/u.test(source);
  }

  #linked(url: string, markup: readonly Markup[]): readonly Markup[] {
    // Places of the same text are none of the web, and nothing is lost with them.
    if (url.startsWith('#')) return markup;
    const href = webAddress(url);
    if (href !== null) return [...markup, { type: 'link', href }];
    this.#findings.add('dropped', 'link-dropped', { values: { address: this.#clean(url.slice(0, 80)) } });
    return markup;
  }

  #clean(text: string): string {
    return cleanText(text, this.#findings);
  }

  #end(block: Pick<ImportedBlock, 'type' | 'level'>, key?: string): void {
    const found = this.#text.take();
    const isVerse = this.#hasBreak && block.type === 'text' && found?.text.includes('\n') === true;
    this.#hasBreak = false;
    if (found === null) return;
    const last = this.#blocks.at(-1)?.type;
    const isScene = this.#rule && block.type !== 'heading' && block.type !== 'note' && last !== 'heading';
    if (isScene && last !== undefined) this.#blocks.push({ type: 'text', text: '* * *', marks: [] });
    this.#rule = false;
    this.#blocks.push({
      ...block,
      type: isVerse ? 'verse' : block.type,
      ...found,
      ...(key === undefined ? {} : { key }),
    });
  }
}

/** Whether a list is contents: each item begins with a link to a place of the same text, and has nothing else but further items. */
function isContents(list: List, depth = 0): boolean {
  if (depth > mostDepth || (depth === 0 && list.children.length < 2)) return false;
  return list.children.every(({ children: [first, ...others] }) => {
    const [link, ...rest] = first?.type === 'paragraph' ? first.children : [];
    return (
      link?.type === 'link' &&
      link.url.startsWith('#') &&
      rest.length === 0 &&
      others.every((other) => other.type === 'list' && isContents(other, depth + 1))
    );
  });
}

/** What a tag of HTML in a line means for the words after it; `null` for one that is no such tag. */
function tagOf(value: string): { type: Mark['type'] | null; isEnd: boolean } | null {
  const tag = /^<(\/?)([a-z]+)(?:\s[^>]*)?>$/iu.exec(value);
  const name = (tag?.[2] ?? '').toLowerCase();
  const type = inline.get(name);
  if (tag === null || (type === undefined && !/^(?:span|u|small|font|mark|ins|a)$/u.test(name))) return null;
  return { type: type ?? null, isEnd: tag[1] === '/' };
}

function placeOf({ position }: Nodes): { place?: { line: number } } {
  return position === undefined ? {} : { place: { line: position.start.line } };
}
