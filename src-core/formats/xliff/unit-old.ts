import { childrenOf, descendantsOf, type XmlElement } from '#core/xml/tree.ts';
import { cleanText } from '../clean-text.ts';
import type { Findings } from '../findings.ts';
import type { PiecePlace, UnitTexts } from '../units/collect.ts';
import { readProperties } from '../units/properties.ts';
import type { SegmentPiece } from '../units/segment-text.ts';
import { commentsOf, type UnitComment } from './comments-old.ts';
import { keptOfOld } from './kept-old.ts';
import { SideReader } from './segment-read.ts';

/** What units of a file of XLIFF 1.2 have in common. */
export interface OldFile {
  readonly texts: UnitTexts;
  readonly findings: Findings;
  /** Tells units of several files apart. */
  readonly prefix: string;
  /** The file, where there are several: units say which they are of. */
  readonly file: XmlElement | null;
  /** Comments by the ids that markers in the text name. */
  readonly comments: ReadonlyMap<string, UnitComment>;
  /** Whether codes stand in the text in braces, as Phrase writes them. */
  readonly inBraces: boolean;
}

/**
 * Reads a `<trans-unit>` of XLIFF 1.2. Its segments (`<mrk mtype="seg">` in `<seg-source>` and `<target>`) are one paragraph.
 * What Egiz does not know of it is kept in the words of 2.1.
 */
export function addOldUnit(unit: XmlElement, of: OldFile): void {
  const { texts, findings, prefix } = of;
  // The head of a catalogue of messages, as gettext's programs put it among them.
  if (unit.attributes.get('restype') === 'x-gettext-domain-header') {
    findings.add('dropped', 'units-skipped', { place: { line: unit.line } });
    return;
  }
  const [target] = childrenOf(unit, 'target');
  const [source] = childrenOf(unit, 'source');
  const sides = [source, target].map((side) => {
    const reader = new SideReader(findings, new Map(), of.inBraces);
    if (side !== undefined) reader.add(side);
    return reader.take().pieces;
  });
  const properties = readProperties([]);
  const places = sides.map((pieces, text) =>
    texts.addPieces(
      text,
      pieces.map((piece) => ({ ...piece, properties: properties(0) })),
    ),
  );
  texts.addBead([0, 1], places[0] ?? [], places[1] ?? [], {
    status: isConfirmed(unit, target) ? 'confirmed' : 'auto',
    confidence: 1,
    foreign: { xliff: keptOfOld(unit, of.file) },
  });
  sides.forEach((pieces, text) => commentOnWords(pieces, places[text] ?? [], text, of));
  commentsOf(unit).forEach((comment, at) => {
    const side = comment.side === 'target' && places[1]?.[0] !== undefined && places[1][0] !== null ? 1 : 0;
    const place = places[side]?.[0];
    if (place === undefined || place === null) return;
    const id = `${prefix}${unit.attributes.get('id') ?? ''} ${String(at)}`;
    annotate(id, comment, side, place, [0, sides[side]?.[0]?.text.length ?? 0], of);
  });
}

/** Comments that stand on words, by the markers that were read with the text. */
function commentOnWords(
  pieces: readonly SegmentPiece[],
  places: readonly (PiecePlace | null)[],
  text: number,
  of: OldFile,
): void {
  pieces.forEach(({ spans }, at) => {
    const place = places[at];
    if (place === undefined || place === null) return;
    for (const { id, start, end } of spans) {
      const comment = of.comments.get(id);
      if (comment !== undefined) annotate(`comment ${id}`, comment, text, place, [start, end], of);
    }
  });
}

function annotate(
  id: string,
  { body: said, created, line }: UnitComment,
  text: number,
  { block }: PiecePlace,
  [start, end]: readonly [number, number],
  { texts, findings }: OldFile,
): void {
  const body = cleanText(said, findings, { line });
  if (body !== '') texts.annotate({ id, created, colour: null, body, tags: [] }, { text, block, start, end });
}

const finalStates = new Set(['final', 'signed-off']);
/** What Trados and memoQ call segments that a person approved. */
const approved =
  /^(?:Translated|ApprovedTranslation|ApprovedSignOff|ManuallyConfirmed|Proofread|Reviewer\dConfirmed)$/u;

function isConfirmed(unit: XmlElement, target: XmlElement | undefined): boolean {
  if (target === undefined) return false;
  if (unit.attributes.get('approved') === 'yes' || finalStates.has(target.attributes.get('state') ?? '')) return true;
  if (approved.test(unit.attributes.get('status') ?? '')) return true;
  // Phrase: the step of the workflow up to which it is confirmed.
  if (/^[1-9]/u.test(unit.attributes.get('confirmed') ?? '')) return true;
  const segments = descendantsOf(unit, 'seg-defs').flatMap((all) => childrenOf(all, 'seg'));
  return segments.length > 0 && segments.every((one) => approved.test(one.attributes.get('conf') ?? ''));
}
