import { descendantsOf, type XmlElement } from '#core/xml/tree.ts';
import { FormatError } from '../format-error.ts';
import { Findings } from '../findings.ts';
import type { Imported, ImportedBead } from '../imported.ts';
import { languageTagOf } from '../language-tag.ts';
import { readRoot } from '../read-tree.ts';
import { joined, type Tie } from '../tei/links-read.ts';
import { TeiText } from '../tei/text-read.ts';

/** The text of a file that an alignment names, or `null` where there is none. */
export type NamedText = (name: string) => string | null;

/** What roots of an alignment in a file of its own are called: OPUS', and InterText's. */
const alignmentRoots = ['cesAlign', 'linkGrp'] as const;

/** The names of the two files that an alignment is between: source and target. @throws FormatError */
export function namedIn(alignment: string): readonly [string, string] {
  return documentsOf(groupOf(readRoot(alignment, alignmentRoots)));
}

/**
 * Reads an alignment that stands apart from its texts: XCES as OPUS has it (`<cesAlign>`), and InterText's, which is a
 * `<linkGrp>` alone and names the target's elements first. Sentences stand for their paragraphs; where a text has no
 * paragraphs, each of its sentences is one.
 *
 * @param textOf gives the files that the alignment names
 * @throws FormatError, also where one of the files is missing
 */
export function readXces(alignment: string, textOf: NamedText): Imported {
  const findings = new Findings();
  const root = readRoot(alignment, alignmentRoots);
  const group = groupOf(root);
  const names = documentsOf(group);
  const texts = names.map((name) => readText(name, textOf, findings));
  if (texts.every(({ blocks }) => blocks.length === 0)) throw new FormatError('empty', 'there is no text in it');
  const targetFirst = root.name === 'linkGrp';
  const ties = descendantsOf(root, 'link').flatMap((link) => tieOf(link, texts, targetFirst, findings) ?? []);
  return {
    texts: texts.map(({ blocks }, at) => ({
      title: null,
      author: null,
      translator: null,
      date: null,
      language: languageOf(names[at] ?? ''),
      blocks,
    })),
    links: ties.length === 0 ? [] : [{ between: [0, 1], beads: joined(ties) }],
    findings: findings.list(),
  };
}

function groupOf(root: XmlElement): XmlElement {
  const group = root.name === 'linkGrp' ? root : descendantsOf(root, 'linkGrp')[0];
  if (group === undefined) throw new FormatError('empty', 'there is no group of links in it');
  return group;
}

function documentsOf({ attributes, line }: XmlElement): readonly [string, string] {
  const [from, to] = [attributes.get('fromDoc'), attributes.get('toDoc')];
  if (from === undefined || to === undefined) {
    throw new FormatError('damaged', 'the links do not say between which files they are (fromDoc, toDoc)', { line });
  }
  return [from, to];
}

function readText(name: string, textOf: NamedText, findings: Findings): TeiText {
  const text = textOf(name);
  if (text === null) throw new FormatError('damaged', `the file ${name} is missing`, { entry: name });
  const root = readRoot(text, ['document', 'cesDoc', 'text', 'TEI', 'TEI.2', 'body', 'doc', 'div'], true);
  const found = new TeiText(findings);
  // A root that is no text itself holds one somewhere.
  const body = root.name === 'document' || root.name === 'doc' ? root : (descendantsOf(root, 'body')[0] ?? root);
  found.read(descendantsOf(body, 'p', 'head', 'lg').length > 0 ? body : withParagraphs(body));
  return found;
}

/** The same with sentences as paragraphs. */
function withParagraphs(element: XmlElement): XmlElement {
  return {
    ...element,
    children: element.children.map((child) =>
      typeof child === 'string' ? child : child.name === 's' ? { ...child, name: 'p' } : withParagraphs(child),
    ),
  };
}

function tieOf(link: XmlElement, texts: readonly TeiText[], targetFirst: boolean, findings: Findings): Tie | null {
  const sides = (link.attributes.get('xtargets') ?? '').split(';').map((side) => side.split(/\s+/u).filter(Boolean));
  const [source = [], target = []] = targetFirst ? sides.toReversed() : sides;
  const blocks = [source, target].map((ids, at) =>
    ids.flatMap((id) => {
      const found = texts[at]?.ids.get(id);
      if (found === undefined) findings.add('dropped', 'links-skipped', { place: { line: link.line } });
      return found ?? [];
    }),
  );
  const [own = [], other = []] = blocks;
  return own.length + other.length === 0 ? null : { blocks: [own, other], bead: beadOf(link) };
}

function beadOf({ attributes }: XmlElement): Omit<ImportedBead, 'source' | 'target'> {
  const isConfirmed = attributes.get('status') === 'man';
  // hunalign's measure of a link can be beyond 1.
  const certainty = Number(attributes.get('certainty') ?? Number.NaN);
  return {
    status: isConfirmed ? 'confirmed' : 'auto',
    confidence: isConfirmed ? 1 : Number.isNaN(certainty) ? 0.5 : Math.min(Math.max(certainty, 0), 1),
  };
}

/** OPUS has a folder a language (`kk/book.xml.gz`), InterText a part of the name (`book.kk.xml`). */
function languageOf(name: string): string | null {
  const parts = [...name.split('/').slice(0, -1).toReversed(), ...(name.split('/').at(-1)?.split('.').slice(1) ?? [])];
  return (
    parts
      .map((part) => (/^[a-z]{2,3}(?:[_-][A-Za-z]{2,4})?$/u.test(part) ? languageTagOf(part) : null))
      .find((tag) => tag !== null && !/^(?:xml|gz|txt)$/u.test(tag)) ?? null
  );
}
