import { Schema, type DOMOutputSpec, type Mark as DocumentMark, type Node } from 'prosemirror-model';
import type { Mark, Paragraph } from '#core/records/paragraph.ts';

/** What a paragraph's node knows of its record; its place in the grid is a decoration, never part of the document. */
interface ParagraphAttributes {
  id: string;
  type: Paragraph['type'];
  level: number | null;
}

/**
 * The document of a column: paragraphs of plain text with marks. A position inside a paragraph's node is its offset in the
 * record's text, because nothing but text stands in it.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph*' },
    paragraph: {
      content: 'text*',
      marks: '_',
      attrs: { id: {}, type: {}, level: { default: null } },
      toDOM: (node) => paragraphToDOM(node.attrs as ParagraphAttributes),
    },
    text: {},
  },
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      // No `href`: a book's link is followed only after asking (see ExternalLink.tsx).
      toDOM: (mark): DOMOutputSpec => ['a', { role: 'link', tabindex: '-1', 'data-href': String(mark.attrs.href) }, 0],
    },
    note: {
      attrs: { note: {} },
      inclusive: false,
      toDOM: (mark): DOMOutputSpec => [
        'sup',
        { role: 'link', tabindex: '-1', 'data-note-reference': String(mark.attrs.note) },
        0,
      ],
    },
    strong: { toDOM: (): DOMOutputSpec => ['strong', 0] },
    emphasis: { toDOM: (): DOMOutputSpec => ['em', 0] },
    superscript: { excludes: 'subscript', toDOM: (): DOMOutputSpec => ['sup', 0] },
    subscript: { excludes: 'superscript', toDOM: (): DOMOutputSpec => ['sub', 0] },
  },
});

function paragraphToDOM({ id, type, level }: ParagraphAttributes): DOMOutputSpec {
  const attributes = { 'data-paragraph': id, 'data-type': type, tabindex: '-1' };
  if (type !== 'heading') return ['p', attributes, 0];
  const depth = level ?? 1;
  return [`h${String(Math.min(depth + 1, 6))}`, { ...attributes, 'data-level': String(depth) }, 0];
}

const nodes = new WeakMap<Paragraph, Node>();

/** The node of a paragraph's record. The same record gives the same node, so that an unchanged one is not drawn again. */
export function paragraphNode(paragraph: Paragraph): Node {
  let node = nodes.get(paragraph);
  if (node === undefined) {
    const attributes: ParagraphAttributes = { id: paragraph.id, type: paragraph.type, level: paragraph.level ?? null };
    node = schema.node('paragraph', attributes, markedText(paragraph.text, paragraph.marks));
    nodes.set(paragraph, node);
  }
  return node;
}

function markedText(text: string, marks: readonly Mark[]): Node[] {
  const inside = (offset: number): number => Math.min(Math.max(offset, 0), text.length);
  const edges = new Set([0, text.length]);
  for (const { start, end } of marks) {
    edges.add(inside(start));
    edges.add(inside(end));
  }
  const cuts = [...edges].toSorted((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0;
    const here = marks.filter((mark) => mark.start <= start && mark.end >= end).map(documentMark);
    return schema.text(
      text.slice(start, end),
      here.reduce((set, mark) => mark.addToSet(set), [] as readonly DocumentMark[]),
    );
  });
}

function documentMark({ type, href, note }: Mark): DocumentMark {
  if (type === 'note') return schema.mark(type, { note: note ?? '' });
  return schema.mark(type, type === 'link' ? { href: href ?? '' } : null);
}

/** The marks of a paragraph's node as its record keeps them: by start, neighbours of the same kind joined. */
export function recordMarks(node: Node): Mark[] {
  const marks: Mark[] = [];
  node.forEach((child, start) => {
    for (const { type, attrs } of child.marks) {
      const name = type.name as Mark['type'];
      const more = pointing(name, attrs);
      const before = marks.findLast((mark) => mark.type === name && mark.href === more.href && mark.note === more.note);
      if (before?.end === start) before.end = start + child.nodeSize;
      else marks.push({ type: name, start, end: start + child.nodeSize, ...more });
    }
  });
  return marks.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** Where a mark leads, as its record says it. */
function pointing(name: Mark['type'], attributes: Readonly<Record<string, unknown>>): Pick<Mark, 'href' | 'note'> {
  if (name === 'link') return { href: String(attributes['href']) };
  return name === 'note' ? { note: String(attributes['note']) } : {};
}
