import type { XmlElement } from '#core/xml/tree.ts';
import { FormatError } from '../format-error.ts';
import { Findings } from '../findings.ts';
import type { Imported, ImportedBlock } from '../imported.ts';
import { languageTagOf } from '../language-tag.ts';
import { shownName } from '../loose/needs.ts';
import { readRoot } from '../read-tree.ts';
import { paragraphs } from '../tei/elements.ts';
import { TeiText } from '../tei/text-read.ts';
import { joinedWords } from './words.ts';

/** An element that links name, and the number of its block; `null` where it has no text. */
export interface Alignable {
  readonly block: number | null;
  /** Its number among the sentences of the document, in the order of the text. */
  readonly place: number;
}

/** A document of a corpus: a text in sentences that have ids. */
export interface CorpusDocument {
  readonly language: string | null;
  readonly blocks: readonly ImportedBlock[];
  /** By id; of an id that is there twice, the first. */
  readonly byId: ReadonlyMap<string, Alignable>;
  /** Of each block, the numbers of its sentences. */
  readonly sentences: ReadonlyMap<number, readonly number[]>;
  readonly sentenceCount: number;
}

/** What the format keeps with a paragraph, to be written back. Offsets are UTF-16 code units. */
export interface KeptParagraph {
  /** Of the paragraph itself; absent where its sentence stands alone. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly sentences: readonly KeptSentence[];
}

export interface KeptSentence {
  readonly end: number;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What roots of a document are called that OPUS or InterText writes. */
export const documentRoots = ['document', 'cesDoc', 'doc', 'text', 'body', 'div', 'TEI', 'TEI.2'] as const;
/** What holds no text of the document. */
const aside = new Set(['meta', 'header', 'cesheader', 'teiheader', 'time', 'standoff', 'linkgrp']);
/** Names of HTML, which InterText lets stand in sentences, and what they are in TEI. */
const highlighted = new Map([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
]);

/** Reads a document of a corpus. @param name for messages @throws FormatError */
export function readDocument(text: string, name: string, findings: Findings): CorpusDocument {
  const root = readRoot(text, documentRoots, true);
  const owners = new Map<XmlElement, XmlElement | null>();
  const body = prepared(root, { owner: null, owners, findings });
  const tei = new TeiText(findings);
  tei.read(body.element);
  const byId = new Map<string, Alignable>();
  const sentences = new Map<number, number[]>();
  tei.sentences.forEach(({ element, block }, place) => {
    const id = idOf(element);
    if (block !== null) sentences.set(block, [...(sentences.get(block) ?? []), place]);
    if (id === null) return;
    if (byId.has(id)) {
      findings.add('damaged', 'id-doubled', {
        place: { entry: shownName(name), line: element.line },
        values: { id: shownName(id), file: shownName(name) },
      });
    } else byId.set(id, { block, place });
  });
  // Paragraphs and whatever else has an id can be linked as well; sentences of the same id come first.
  for (const [id, [block]] of tei.ids) {
    if (!byId.has(id)) byId.set(id, { block: block ?? null, place: sentences.get(block ?? -1)?.[0] ?? 0 });
  }
  return {
    language: languageTagOf(root.attributes.get('lang')) ?? languageTagOf(root.attributes.get('language')),
    blocks: withKept(tei, owners),
    byId,
    sentences,
    sentenceCount: tei.sentences.length,
  };
}

/** A document of a corpus by itself: a text like any other. @throws FormatError */
export function readCorpusText(text: string): Imported {
  const findings = new Findings();
  const { blocks, language } = readDocument(text, '', findings);
  if (blocks.length === 0) throw new FormatError('empty', 'there is no text in it');
  return {
    texts: [{ title: null, author: null, translator: null, date: null, language, blocks }],
    links: [],
    findings: findings.list(),
  };
}

function idOf({ attributes }: XmlElement): string | null {
  return attributes.get('id') ?? attributes.get('ID') ?? null;
}

/** Blocks with what the format says of their paragraphs and sentences. */
function withKept(tei: TeiText, owners: ReadonlyMap<XmlElement, XmlElement | null>): ImportedBlock[] {
  const kept = new Map<number, { attributes?: Record<string, string>; sentences: KeptSentence[] }>();
  for (const { element, block, end } of tei.sentences) {
    if (block === null) continue;
    const owner = owners.get(element)?.written?.attributes;
    const here = kept.get(block) ?? { ...(owner === undefined ? {} : { attributes: { ...owner } }), sentences: [] };
    here.sentences.push({ end, attributes: { ...element.written?.attributes } });
    kept.set(block, here);
  }
  return tei.blocks.map((block, at) => {
    const own = kept.get(at);
    return own === undefined ? block : { ...block, foreign: { ...block.foreign, xces: own } };
  });
}

interface Place {
  /** The paragraph that it stands in. */
  readonly owner: XmlElement | null;
  readonly owners: Map<XmlElement, XmlElement | null>;
  readonly findings: Findings;
}

interface Prepared {
  readonly element: XmlElement;
  /** Whether paragraphs or sentences stand in it. */
  readonly holds: boolean;
}

/**
 * The same as TEI has it: what holds paragraphs or sentences is a division, a sentence that stands in no paragraph is one, words are
 * running text, and names are in small letters (Europarl has `<P>` and `<CHAPTER>`).
 */
function prepared(element: XmlElement, place: Place): Prepared {
  const lower = element.name.toLowerCase();
  const isSentence = lower === 's';
  const isParagraph = paragraphs.has(lower) || lower === 'head';
  const inner = isParagraph ? { ...place, owner: element } : place;
  let holds = false;
  const children = element.children.flatMap((child): (XmlElement | string)[] => {
    if (typeof child === 'string') return [child];
    if (aside.has(child.name.toLowerCase())) return [];
    const made = prepared(child, inner);
    const isBlock = made.element.name === 's' || made.element.name === 'head' || paragraphs.has(made.element.name);
    if (isBlock || made.holds) holds = true;
    return [made.element];
  });
  if (isSentence) {
    const made = { ...element, name: 's', children: joinedWords(children, element, place.findings) };
    place.owners.set(made, place.owner);
    // One that stands alone is a paragraph.
    if (place.owner !== null) return { element: made, holds: false };
    return { element: { name: 'p', attributes: new Map(), children: [made], line: element.line }, holds: false };
  }
  const rend = highlighted.get(lower);
  if (rend !== undefined && !holds) {
    return { element: { ...element, name: 'hi', attributes: new Map([['rend', rend]]), children }, holds };
  }
  const heading = /^h([1-6])$/u.exec(lower)?.[1];
  if (heading !== undefined) {
    const attributes = new Map([...element.attributes, ['subtype', `level${heading}`] as const]);
    return { element: { ...element, name: 'ab', attributes: attributes.set('type', 'heading'), children }, holds };
  }
  const name = isParagraph ? lower : holds && place.owner === null ? 'div' : element.name;
  return { element: { ...element, name, children }, holds };
}
