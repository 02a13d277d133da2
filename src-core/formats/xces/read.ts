import { FormatError } from '../format-error.ts';
import { Findings } from '../findings.ts';
import type { Imported, ImportedBlock, ImportedLinks, ImportedText } from '../imported.ts';
import { groupedTies } from '../joined-ties.ts';
import { languageOfName, titleOfName } from '../loose/language-of-name.ts';
import { missingFile, type NamedText, shownName } from '../loose/needs.ts';
import { readAlignment, type WrittenAlignment, type WrittenGroup, type WrittenLink } from './alignment.ts';
import { beadOf, type XcesTie } from './beads.ts';
import { type CorpusDocument, readDocument } from './document.ts';

/** A document in the text that it is a part of. */
interface Placed {
  readonly document: CorpusDocument;
  readonly name: string;
  /** How many blocks of the text stand before it, and how many sentences. */
  readonly blocksBefore: number;
  readonly sentencesBefore: number;
}

/** The documents of one side, one after the other. */
interface Side {
  readonly blocks: ImportedBlock[];
  readonly placed: Map<string, Placed>;
  /** Of each block, the numbers of its sentences. */
  readonly sentences: Map<number, readonly number[]>;
  sentenceCount: number;
}

/**
 * Reads an alignment that stands apart from its texts: XCES as OPUS has it (`<cesAlign>`), and InterText's, which is a
 * `<linkGrp>` alone and names the target's elements first. Sentences stand for their paragraphs, and which of them stand together is
 * kept with the bead; where a text has no paragraphs, each of its sentences is one. Of a corpus of several documents all are one text,
 * a section each. Rules O of `docs/spec/formats.md`.
 *
 * @param textOf gives the documents that the alignment names
 * @throws FormatError, also where one of the documents is missing
 */
export function readXces(alignment: string, textOf: NamedText): Imported {
  const findings = new Findings();
  const written = readAlignment(alignment);
  const sides = [emptySide(), emptySide()] as const;
  const isCorpus = new Set(written.groups.map(({ from }) => from)).size > 1;
  const ties: XcesTie[] = [];
  let failed: FormatError | null = null;
  for (const group of written.groups) {
    const source = place(sides[0], group.from, textOf, isCorpus, findings);
    const target = place(sides[1], group.to, textOf, isCorpus, findings);
    const wrong = tie(group, [source, target], written.program, ties, findings);
    failed ??= wrong;
  }
  if (sides.every(({ blocks }) => blocks.length === 0)) throw new FormatError('empty', 'there is no text in it');
  // Most likely these are other files than those that were linked.
  if (ties.length === 0 && failed !== null) throw failed;
  const beads = groupedTies(ties).flatMap((one) => beadOf(one, [sides[0].sentences, sides[1].sentences]) ?? []);
  const links: ImportedLinks[] = beads.length === 0 ? [] : [{ between: [0, 1], beads }];
  return {
    texts: sides.map((side, at) => textOfSide(side, at, written)),
    links,
    findings: findings.list(),
  };
}

function emptySide(): Side {
  return { blocks: [], placed: new Map(), sentences: new Map(), sentenceCount: 0 };
}

function place(side: Side, name: string, textOf: NamedText, isCorpus: boolean, findings: Findings): Placed {
  const known = side.placed.get(name);
  if (known !== undefined) return known;
  const text = textOf(name);
  if (text === null) throw missingFile(name);
  const document = inFile(name, () => readDocument(text, name, findings));
  const placed = { document, name, blocksBefore: side.blocks.length, sentencesBefore: side.sentenceCount };
  document.blocks.forEach((block, at) => {
    const begins = isCorpus && at === 0 && block.type !== 'heading' && block.section === undefined;
    side.sentences.set(
      side.blocks.length,
      (document.sentences.get(at) ?? []).map((one) => one + side.sentenceCount),
    );
    side.blocks.push(begins ? { ...block, section: { title: titleOfName(name), level: 1 } } : block);
  });
  side.sentenceCount += document.sentenceCount;
  side.placed.set(name, placed);
  return placed;
}

/** Says of an error in which file it is. */
function inFile<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new FormatError(error.code, `${shownName(name)}: ${error.message}`, {
      ...error.place,
      entry: shownName(name),
    });
  }
}

/** Adds the ties of a group. @returns what is wrong where none of its links leads anywhere */
function tie(
  { links, from, to }: WrittenGroup,
  places: readonly [Placed, Placed],
  program: WrittenAlignment['program'],
  ties: XcesTie[],
  findings: Findings,
): FormatError | null {
  const order = orderOf(links, places, program);
  if (order === null) return null;
  if (order.isUnusual) {
    findings.add('guessed', 'sides-swapped', { values: { file: shownName(to), other: shownName(from) } });
  }
  const before = ties.length;
  let missing: { id: string; file: string; line: number } | null = null;
  for (const link of links) {
    const sides = order.isTargetFirst ? ([link.ids[1], link.ids[0]] as const) : link.ids;
    const found = sides.map((ids, at) =>
      ids.flatMap((id) => {
        const here = places[at]?.document.byId.get(id);
        if (here !== undefined) return here.block === null ? [] : [{ ...here, block: here.block }];
        const file = shownName(places[at]?.name ?? '');
        missing ??= { id: shownName(id), file, line: link.line };
        findings.add('damaged', 'id-missing', { place: { line: link.line }, values: { id: shownName(id), file } });
        return [];
      }),
    );
    const blocks = found.map((side, at) => [
      ...new Set(side.map(({ block }) => block + (places[at]?.blocksBefore ?? 0))),
    ]);
    const sentences = found.map((side, at) => side.map((one) => one.place + (places[at]?.sentencesBefore ?? 0)));
    const [source = [], target = []] = blocks;
    if (source.length + target.length === 0) continue;
    ties.push({
      blocks: [source, target],
      sentences: [sentences[0] ?? [], sentences[1] ?? []],
      attributes: link.attributes,
    });
  }
  if (missing === null || ties.length > before) return null;
  const { id, file, line } = missing as { id: string; file: string; line: number };
  return new FormatError('damaged', `no link leads anywhere: the id ${id} is not in ${file}`, { line });
}

/** Which side the links name first, by the program; where the ids say otherwise, by them. `null` without any link. */
function orderOf(
  links: readonly WrittenLink[],
  [source, target]: readonly [Placed, Placed],
  program: WrittenAlignment['program'],
): { isTargetFirst: boolean; isUnusual: boolean } | null {
  if (links.length === 0) return null;
  const usual = program === 'intertext';
  const lost = (isTargetFirst: boolean): number => {
    const [first, second] = isTargetFirst ? [target, source] : [source, target];
    const missing = (ids: readonly string[], { document }: Placed): number =>
      ids.reduce((sum, id) => sum + (document.byId.has(id) ? 0 : 1), 0);
    return links.reduce((sum, { ids }) => sum + missing(ids[0], first) + missing(ids[1], second), 0);
  };
  const isUnusual = lost(usual) > 0 && lost(!usual) === 0;
  return { isTargetFirst: isUnusual ? !usual : usual, isUnusual };
}

function textOfSide({ blocks, placed }: Side, at: number, { groups }: WrittenAlignment): ImportedText {
  const [first] = placed.values();
  const name = first?.name ?? '';
  const [group] = groups;
  return {
    title: titleOfName(name) || null,
    author: null,
    translator: null,
    date: null,
    language: languageOfName(name) ?? first?.document.language ?? null,
    blocks,
    ...(at === 0 && group !== undefined && Object.keys(group.attributes).length > 0
      ? { foreign: { xces: { group: group.attributes } } }
      : {}),
  };
}
