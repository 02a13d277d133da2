import { descendantsOf, type XmlElement } from '#core/xml/tree.ts';
import { FormatError } from '../format-error.ts';
import type { AlignmentNeeds, NeededDocument } from '../loose/needs.ts';
import { readRoot } from '../read-tree.ts';

/** A link as it is written. */
export interface WrittenLink {
  /** Ids on the side that stands before the semicolon, and on the one behind it. */
  readonly ids: readonly [first: readonly string[], second: readonly string[]];
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
}

/** Links between two documents. */
export interface WrittenGroup {
  /** The names of the documents: source and target. */
  readonly from: string;
  readonly to: string;
  /** What else the group says. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly links: readonly WrittenLink[];
}

/** An alignment in a file of its own. */
export interface WrittenAlignment {
  /** InterText's names the target's elements first, OPUS' the source's. */
  readonly program: 'opus' | 'intertext';
  readonly groups: readonly WrittenGroup[];
}

/** What roots of an alignment are called: OPUS', and InterText's. */
export const alignmentRoots = ['cesAlign', 'linkGrp', 'alignment'] as const;
/** Documents of the greatest corpus that is taken at once. */
const mostDocuments = 2000;

/** Reads `<cesAlign>`, or a `<linkGrp>` alone. @throws FormatError */
export function readAlignment(text: string): WrittenAlignment {
  const root = readRoot(text, alignmentRoots, true);
  const inside = root.name === 'linkGrp' ? [root] : descendantsOf(root, 'linkGrp');
  // Some have the documents on the root, and some no group at all.
  const groups = inside.length === 0 && descendantsOf(root, 'link').length > 0 ? [root] : inside;
  if (groups.length === 0) throw new FormatError('empty', 'there is no group of links in it');
  const written = groups.map((group) => groupOf(group, root));
  const documents = new Set(written.flatMap(({ from, to }) => [from, to]));
  if (documents.size > mostDocuments) {
    throw new FormatError(
      'too-large',
      `it links ${String(documents.size)} documents; at most ${String(mostDocuments)} are read at once`,
    );
  }
  return { program: root.name === 'cesAlign' ? 'opus' : 'intertext', groups: written };
}

function groupOf(group: XmlElement, root: XmlElement): WrittenGroup {
  const { fromDoc, toDoc, ...attributes } = { ...root.written?.attributes, ...group.written?.attributes };
  if (fromDoc === undefined || toDoc === undefined) {
    throw new FormatError('damaged', 'the links do not say between which files they are (fromDoc, toDoc)', {
      line: group.line,
    });
  }
  return { from: fromDoc, to: toDoc, attributes, links: descendantsOf(group, 'link').map(linkOf) };
}

function linkOf({ written, line }: XmlElement): WrittenLink {
  const { xtargets = '', ...attributes } = written?.attributes ?? {};
  const [first = '', second = ''] = xtargets.split(';');
  return { ids: [idsOf(first), idsOf(second)], attributes, line };
}

function idsOf(side: string): string[] {
  return side.split(/\s+/u).filter(Boolean);
}

/** The documents that an alignment is between. @throws FormatError */
export function documentsNamed(alignment: string): AlignmentNeeds {
  const documents = new Map<string, NeededDocument>();
  for (const { from, to } of readAlignment(alignment).groups) {
    for (const [name, side] of [
      [from, 'source'],
      [to, 'target'],
    ] as const) {
      if (!documents.has(name)) documents.set(name, { key: name, name, side, lines: null });
    }
  }
  return { documents: [...documents.values()] };
}
