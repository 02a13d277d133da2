import { cleanText } from '../clean-text.ts';
import { FormatError } from '../format-error.ts';
import { Findings } from '../findings.ts';
import type { Imported, ImportedBead, ImportedBlock, ImportedText } from '../imported.ts';
import { groupedTies } from '../joined-ties.ts';
import { languageOfName, titleOfName } from '../loose/language-of-name.ts';
import { type AlignmentNeeds, missingFile, type NamedText, shownName } from '../loose/needs.ts';
import type { LineLink, LineLinks } from './line-links.ts';

/** A file of lines: a block for each that has text, and which of them each line is. */
interface Lines {
  readonly blocks: ImportedBlock[];
  /** By the line's number from 0, that of its block; `null` for one without text. */
  readonly places: readonly (number | null)[];
}

/** Reads two files of lines with the links of their lines. @throws FormatError */
export function readLined(links: LineLinks, textOf: NamedText): Imported {
  const findings = new Findings();
  const [source, target] = [linesOf('source', textOf, findings), linesOf('target', textOf, findings)];
  return lined([source, target], links.links([source.places.length, target.places.length]), [null, null], findings);
}

/** The two files of a pair as OPUS has it for Moses: `NAME.kk-en.kk` and `NAME.kk-en.en`, and perhaps `NAME.kk-en.ids`. */
const mosesName = /^(.+)\.([A-Za-z_]{2,12})-([A-Za-z_]{2,12})(?:\.([A-Za-z_]{2,12}))?$/u;

/** The names of the two files of a pair for Moses, by the name of one of them or of their ids; `null` for another name. */
export function mosesNames(name: string): readonly [source: string, target: string] | null {
  const [, base, from, to, ending] = mosesName.exec(name.replace(/\.gz$/iu, '')) ?? [];
  if (base === undefined || from === undefined || to === undefined || from === to) return null;
  if (ending !== undefined && ending !== from && ending !== to && ending !== 'ids') return null;
  return [`${base}.${from}-${to}.${from}`, `${base}.${from}-${to}.${to}`];
}

/** What a pair for Moses needs, by the name of one of its files. @throws FormatError for another name */
export function mosesNeeds(name: string): AlignmentNeeds {
  const names = mosesNames(name.split(/[/\\]/u).at(-1) ?? name);
  if (names === null) {
    throw new FormatError(
      'not-this',
      `${shownName(name)} is not named as the files of a pair are: NAME.kk-en.kk, NAME.kk-en.en`,
    );
  }
  return {
    documents: names.map((one, at) => ({
      key: one,
      name: one,
      side: at === 0 ? ('source' as const) : ('target' as const),
      lines: null,
    })),
  };
}

/**
 * Reads a pair for Moses: the lines of two files that are as many, each beside its own.
 *
 * @param ids the pair's file of ids, which says of which documents the lines are; `null` without one
 * @throws FormatError
 */
export function readMoses(name: string, ids: string | null, textOf: NamedText): Imported {
  const findings = new Findings();
  const names = mosesNeeds(name).documents.map(({ key }) => key);
  const [source, target] = names.map((one) => linesOf(one, textOf, findings));
  if (source === undefined || target === undefined) throw new FormatError('damaged', 'a pair has two files');
  const [own, other] = [source.places.length, target.places.length];
  if (own !== other) {
    throw new FormatError(
      'damaged',
      `${names[0] ?? ''} has ${String(own)} lines and ${names[1] ?? ''} ${String(other)}: those of a pair have as many`,
    );
  }
  const links = source.places.map((_, at): LineLink => ({
    source: [at],
    target: [at],
    bead: { status: 'auto', confidence: 0.5 },
  }));
  const documents = ids === null ? [] : ids.split(/\r\n|\n|\r/u).map((line) => line.split('\t'));
  for (const [side, { blocks, places }] of [source, target].entries()) {
    if (new Set(documents.flatMap((row) => row[side] || [])).size < 2) continue;
    let before: string | undefined;
    places.forEach((place, at) => {
      const document = documents[at]?.[side];
      const block = place === null ? undefined : blocks[place];
      if (document === undefined || document === before || place === null || block === undefined) return;
      before = document;
      blocks[place] = { ...block, section: { title: cleanText(titleOfName(document), findings), level: 1 } };
    });
  }
  return lined([source, target], links, [names[0] ?? null, names[1] ?? null], findings);
}

function lined(
  [source, target]: readonly [Lines, Lines],
  links: readonly LineLink[],
  names: readonly [string | null, string | null],
  findings: Findings,
): Imported {
  if (source.blocks.length + target.blocks.length === 0) throw new FormatError('empty', 'there is no text in it');
  const ties = links.flatMap(({ source: own, target: other, bead }) => {
    const blocks = [placed(own, source), placed(other, target)] as const;
    return blocks[0].length + blocks[1].length === 0 ? [] : [{ blocks, bead }];
  });
  const beads = groupedTies(ties).flatMap(({ ties: [first], source: own, target: other }): ImportedBead[] =>
    first === undefined ? [] : [{ source: own, target: other, ...first.bead }],
  );
  return {
    texts: [source, target].map(({ blocks }, at): ImportedText => {
      const name = names[at] ?? null;
      return {
        title: name === null ? null : titleOfName(name),
        author: null,
        translator: null,
        date: null,
        language: name === null ? null : languageOfName(name),
        blocks,
      };
    }),
    links: beads.length === 0 ? [] : [{ between: [0, 1], beads }],
    findings: findings.list(),
  };
}

function placed(lines: readonly number[], { places }: Lines): number[] {
  return lines.flatMap((line) => places[line] ?? []);
}

function linesOf(key: string, textOf: NamedText, findings: Findings): Lines {
  const text = textOf(key);
  if (text === null) throw missingFile(key);
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u);
  if (lines.at(-1) === '') lines.pop();
  const blocks: ImportedBlock[] = [];
  const places = lines.map((line, at) => {
    const clean = cleanText(line, findings, { entry: key, line: at + 1 }).trim();
    // hunalign's sign of a paragraph's end is a line of its own.
    if (clean === '' || clean === '<p>') return null;
    return blocks.push({ type: 'text', text: clean, marks: [] }) - 1;
  });
  return { blocks, places };
}
