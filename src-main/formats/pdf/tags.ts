import type { Element } from './page-text.ts';

/** A node of the tree of a page as pdf.js gives it. */
export interface TreeNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly TreeNode[];
}

/** Nodes inside each other that are followed. */
const mostDepth = 200;

interface Context {
  readonly role: Element['role'];
  readonly level: number | null;
  /** The element that all below stands in; `null` where the next one decides. */
  readonly id: number | null;
  readonly cell: number;
  readonly depth: number;
}

/** Elements that one paragraph each is made of, wherever they stand. */
const paragraphs = new Set(['P', 'Caption', 'Title', 'Formula', 'Lbl', 'BibEntry', 'Code']);

/**
 * Which element every marked content of a page belongs to, by the content's id. Elements that only group say nothing; what is in
 * none that is a paragraph belongs to the one right above it.
 *
 * @param next the number of the next element, which goes on from page to page
 */
export class Tags {
  readonly #elements = new Map<string, Element>();
  #next: number;
  /** Cells of the row that is being read. */
  #cells = 0;

  constructor(root: TreeNode | null, next: number) {
    this.#next = next;
    if (root !== null) this.#walk(root, { role: 'paragraph', level: null, id: null, cell: 0, depth: 0 });
  }

  get next(): number {
    return this.#next;
  }

  get(content: string): Element | null {
    return this.#elements.get(content) ?? null;
  }

  #walk(node: TreeNode, above: Context): void {
    if (above.depth > mostDepth) return;
    const context = { ...this.#inside(node, above), depth: above.depth + 1 };
    /** Of content that stands right here, in no paragraph. */
    let own: number | null = context.id;
    for (const child of node.children ?? []) {
      if (child.type === 'content' && typeof child.id === 'string') {
        own ??= this.#number();
        const { role, level, cell } = context;
        this.#elements.set(child.id, { id: own, role, level, cell, at: this.#elements.size });
      } else if (child.role !== undefined) {
        // What is inside a line shares the paragraph with what is beside it.
        const isInline = context.id === null && inline.test(child.role) && !hasBlocks(child, 0);
        if (!isInline) {
          this.#walk(child, context);
          own = context.id;
          continue;
        }
        const isPart = isLine(child);
        if (isPart) own ??= this.#number();
        this.#walk(child, { ...context, id: isPart ? own : this.#number() });
        if (!isPart) own = null;
      }
    }
  }

  #number(): number {
    return this.#next++;
  }

  #inside({ role = '', children = [] }: TreeNode, above: Context): Context {
    const heading = /^H([1-6])?$/u.exec(role);
    if (heading !== null) {
      const level = heading[1] === undefined ? null : Number(heading[1]);
      return { ...above, role: 'heading', level, id: above.id ?? this.#number() };
    }
    // Browsers name the number of an item, but not the item.
    if (role === 'LI' || children.some((child) => child.role === 'Lbl')) {
      return {
        ...above,
        role: above.role === 'note' ? 'note' : 'item',
        id: above.role === 'note' ? (above.id ?? this.#number()) : this.#number(),
      };
    }
    if (role === 'TR') {
      this.#cells = -1;
      return { ...above, role: 'row', id: above.role === 'row' && above.id !== null ? above.id : this.#number() };
    }
    if (role === 'TD' || role === 'TH') {
      this.#cells += 1;
      return { ...above, cell: this.#cells };
    }
    if (role === 'Note' || role === 'FENote') return { ...above, role: 'note', id: this.#number() };
    if (role === 'BlockQuote') return { ...above, role: 'quote' };
    if (role === 'TOC' || role === 'TOCI') return { ...above, role: 'contents', id: this.#number() };
    if (paragraphs.has(role)) return { ...above, id: above.id ?? this.#number() };
    return above;
  }
}

const inline = /^(?:Span|Link|Reference|NonStruct|Quote|Em|Strong|Sub|Annot|Ruby.*|Warichu.*|RB|RT|RP)$/u;

/** Whether a node is only a stretch of letters, and not several of them, as a block that is called nothing is. */
function isLine({ role, children = [] }: TreeNode): boolean {
  return role !== 'NonStruct' || children.every(({ type }) => type !== undefined);
}

/** Whether a node holds what is a paragraph of its own. */
function hasBlocks(node: TreeNode, depth: number): boolean {
  if (depth > mostDepth) return false;
  return (node.children ?? []).some(
    (child) =>
      (child.role !== undefined &&
        (paragraphs.has(child.role) || /^(?:H[1-6]?|LI|TR|Note|L|Table)$/u.test(child.role))) ||
      hasBlocks(child, depth + 1),
  );
}
