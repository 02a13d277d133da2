import { childrenOf, descendantsOf, textOf, type XmlElement } from '#core/xml/tree.ts';
import { cleanText } from '../clean-text.ts';
import type { Findings } from '../findings.ts';
import type { UnitTexts } from '../units/collect.ts';
import { readProperties } from '../units/properties.ts';
import { SideReader } from './segment-read.ts';

/**
 * Reads a `<trans-unit>` of XLIFF 1.2. Its segments (`<mrk mtype="seg">` in `<seg-source>` and `<target>`) are one paragraph.
 * Proposals (`<alt-trans>`) are left out.
 */
export function addOldUnit(unit: XmlElement, texts: UnitTexts, prefix: string, findings: Findings): void {
  // The head of a catalogue of messages, as gettext's programs put it among them.
  if (unit.attributes.get('restype') === 'x-gettext-domain-header') {
    findings.add('dropped', 'units-skipped', { place: { line: unit.line } });
    return;
  }
  const [target] = childrenOf(unit, 'target');
  const [source] = childrenOf(unit, 'source');
  const sides = [source, target].map((side) => {
    const reader = new SideReader(findings, new Map());
    if (side !== undefined) reader.add(side);
    return reader.take().pieces;
  });
  if (childrenOf(unit, 'alt-trans').length > 0) {
    findings.add('dropped', 'element-unknown', { place: { line: unit.line }, values: { element: 'alt-trans' } });
  }
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
  });
  childrenOf(unit, 'note').forEach((note, at) => {
    const body = cleanText(textOf(note), findings, { line: note.line });
    const side = note.attributes.get('annotates') === 'target' && places[1]?.[0] !== undefined ? 1 : 0;
    const place = places[side]?.[0];
    if (body === '' || place === undefined || place === null) return;
    const id = `${prefix}${unit.attributes.get('id') ?? ''} ${String(at)}`;
    const end = sides[side]?.[0]?.text.length ?? 0;
    texts.annotate(
      { id, created: null, colour: null, body, tags: [] },
      { text: side, block: place.block, start: 0, end },
    );
  });
}

const finalStates = new Set(['final', 'signed-off']);
/** What Trados and memoQ call segments that a person approved. */
const approved =
  /^(?:Translated|ApprovedTranslation|ApprovedSignOff|ManuallyConfirmed|Proofread|Reviewer\dConfirmed)$/u;

function isConfirmed(unit: XmlElement, target: XmlElement | undefined): boolean {
  if (target === undefined) return false;
  if (unit.attributes.get('approved') === 'yes' || finalStates.has(target.attributes.get('state') ?? '')) return true;
  if (approved.test(unit.attributes.get('status') ?? '')) return true;
  const segments = descendantsOf(unit, 'seg-defs').flatMap((all) => childrenOf(all, 'seg'));
  return segments.length > 0 && segments.every((one) => approved.test(one.attributes.get('conf') ?? ''));
}
