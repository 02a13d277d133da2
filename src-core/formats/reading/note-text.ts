import type { List, Node, Parents, PhrasingContent, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { printable } from '../printable.ts';
import { webAddress } from '../web-address.ts';

/** A stretch of a note that looks the same all through. `\n` stands only alone. */
export interface NoteRun {
  readonly text: string;
  readonly emphasis: boolean;
  readonly strong: boolean;
  readonly code: boolean;
  /** http or https. */
  readonly href: string | null;
}

/** A paragraph of a note. */
export interface NoteBlock {
  readonly type: 'text' | 'heading' | 'quote' | 'code' | 'item';
  /** What stands before an item of a list: `•` or its number. */
  readonly sign: string;
  readonly depth: number;
  readonly runs: readonly NoteRun[];
}

const plain = { emphasis: false, strong: false, code: false, href: null } as const;

/** More than this is not read as Markdown: UTF-16 code units. */
const longest = 100_000;

/**
 * The paragraphs of a note's body, as Egiz shows them: Markdown, in which what looks like HTML is text, and pictures are what is
 * said of them. Line breaks stay where they were typed.
 */
export function noteBlocks(body: string): NoteBlock[] {
  const text = printable(body).trim();
  if (text.length > longest) return [{ type: 'text', sign: '', depth: 0, runs: lines(text, plain) }];
  try {
    return unified()
      .use(remarkParse)
      .parse(text)
      .children.flatMap((node) => blocksOf(node, 'text', 0));
  } catch (error) {
    // Nested deeper than the parser can go: then it is no markup that a person wrote.
    if (error instanceof RangeError) return [{ type: 'text', sign: '', depth: 0, runs: lines(text, plain) }];
    throw error;
  }
}

function blocksOf(node: RootContent, type: NoteBlock['type'], depth: number): NoteBlock[] {
  const block = (runs: readonly NoteRun[], as: NoteBlock['type'] = type): NoteBlock[] =>
    runs.length === 0 ? [] : [{ type: as, sign: '', depth, runs }];
  switch (node.type) {
    case 'paragraph':
      return block(runsOf(node.children, plain));
    case 'heading':
      return block(runsOf(node.children, { ...plain, strong: true }), 'heading');
    case 'code':
      return block(lines(node.value, { ...plain, code: true }), 'code');
    case 'html':
      return block(lines(node.value, plain));
    case 'blockquote':
      return node.children.flatMap((child) => blocksOf(child, 'quote', depth));
    case 'list':
      return items(node, depth);
    default:
      return isParent(node) ? block(runsOf(node.children as PhrasingContent[], plain)) : [];
  }
}

function items({ children, ordered, start }: List, depth: number): NoteBlock[] {
  return children.flatMap((item, at) => {
    const sign = ordered === true ? `${String((start ?? 1) + at)}.` : '•';
    const [first, ...rest] = item.children.flatMap((child) => blocksOf(child, 'item', depth + 1));
    return first === undefined ? [] : [{ ...first, sign: first.sign === '' ? sign : first.sign }, ...rest];
  });
}

function isParent(node: Node): node is Parents {
  return 'children' in node;
}

type Look = Omit<NoteRun, 'text'>;

function runsOf(nodes: readonly PhrasingContent[], look: Look): NoteRun[] {
  return nodes.flatMap((node): NoteRun[] => {
    switch (node.type) {
      case 'text':
      case 'html':
        return lines(node.value, look);
      case 'inlineCode':
        return lines(node.value, { ...look, code: true });
      case 'break':
        return [{ text: '\n', ...look }];
      case 'image':
      case 'imageReference':
        return lines(node.alt ?? '', look);
      case 'emphasis':
        return runsOf(node.children, { ...look, emphasis: true });
      case 'strong':
        return runsOf(node.children, { ...look, strong: true });
      case 'link':
        return runsOf(node.children, { ...look, href: webAddress(node.url) });
      default:
        return 'children' in node ? runsOf(node.children, look) : [];
    }
  });
}

function lines(text: string, look: Look): NoteRun[] {
  return text
    .split(/(\n)/u)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, ...look }));
}
