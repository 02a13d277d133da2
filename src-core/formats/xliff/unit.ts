import type { Namespaces } from '#core/xml/serialise.ts';
import { childrenOf, textOf, type XmlElement } from '#core/xml/tree.ts';
import { cleanText } from '../clean-text.ts';
import type { Findings } from '../findings.ts';
import { readBeadProperties } from '../units/bead-properties.ts';
import { dateTime } from '../units/date-time.ts';
import type { PiecePlace, ReadAnnotation, ReadBead, UnitTexts } from '../units/collect.ts';
import { type Property, readProperties } from '../units/properties.ts';
import type { SegmentPiece } from '../units/segment-text.ts';
import { keptAttributes, keptOf, ownMetadata } from './kept.ts';
import { type Marker, SideReader } from './segment-read.ts';

/** Reads a `<unit>` of XLIFF 2. @param prefix tells units of several files apart */
export function addUnit(
  unit: XmlElement,
  scope: Namespaces,
  texts: UnitTexts,
  prefix: string,
  findings: Findings,
): void {
  const data = new Map(
    childrenOf(unit, 'originalData').flatMap((all) =>
      childrenOf(all, 'data').map((one): [string, string] => [one.attributes.get('id') ?? '', textOf(one)]),
    ),
  );
  const parts = childrenOf(unit, 'segment', 'ignorable');
  const sides = (['source', 'target'] as const).map((name) => {
    const reader = new SideReader(findings, data);
    for (const part of inOrder(parts, name)) for (const side of childrenOf(part, name)) reader.add(side);
    return reader.take();
  });
  const notes = notesOf(unit, `${prefix}${unit.attributes.get('id') ?? ''}`, findings);
  const places = sides.map(({ pieces, markers }, text) => {
    const properties = readProperties(ownMetadata(unit, text === 0 ? 'egiz-source' : 'egiz-target'));
    const placed = texts.addPieces(
      text,
      pieces.map((piece, at) => ({ ...piece, properties: properties(at) })),
    );
    annotate(texts, text, pieces, placed, markers, notes);
    return placed;
  });
  wholeNotes(texts, sides, places, notes);
  const segments = parts.filter(({ name }) => name === 'segment');
  const own = ownMetadata(unit, 'egiz');
  const foreign = foreignOf(unit, segments, scope, own.length > 0);
  texts.addBead([0, 1], places[0] ?? [], places[1] ?? [], {
    ...beadOf(own, segments),
    ...(foreign === null ? {} : { foreign: { xliff: foreign } }),
  });
}

/** Segments in the order of a side: a target says where it stands if not where its source does. */
function inOrder(parts: readonly XmlElement[], name: 'source' | 'target'): XmlElement[] {
  if (name === 'source') return [...parts];
  const place = (part: XmlElement, at: number): number => {
    const said = Number(childrenOf(part, 'target')[0]?.attributes.get('order') ?? Number.NaN);
    return Number.isSafeInteger(said) ? said : at + 1;
  };
  return parts
    .map((part, at) => ({ part, place: place(part, at) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ part }) => part);
}

/** The state of its segments says whether a person confirmed a unit; where it has no translation, Egiz's own word does. */
function beadOf(own: readonly Property[], segments: readonly XmlElement[]): ReadBead {
  const said = readBeadProperties(own);
  const states = segments
    .filter((segment) => childrenOf(segment, 'target').length > 0)
    .map((segment) => segment.attributes.get('state') ?? 'initial');
  if (states.length === 0) return own.length > 0 ? said : { ...said, status: 'auto' };
  const isConfirmed = states.every((state) => state === 'reviewed' || state === 'final');
  return { ...said, status: isConfirmed ? 'confirmed' : 'auto' };
}

function foreignOf(
  unit: XmlElement,
  segments: readonly XmlElement[],
  scope: Namespaces,
  isOurs: boolean,
): object | null {
  const kept = keptOf(unit, scope, new Set());
  const [first] = segments;
  const segment = first === undefined ? {} : keptAttributes(first, scope);
  const { state: _state, ...others } = segment;
  const isPlain = kept === null && Object.keys(others).length === 0;
  if (isPlain && (isOurs || segment['state'] !== 'final')) return segment['state'] === 'final' ? { segment } : null;
  return { ...(kept ?? { attributes: keptAttributes(unit, scope) }), segment };
}

type Note = ReadAnnotation & { readonly side: number; readonly used: { places: number } };

/** The notes of a unit by their ids. */
function notesOf(unit: XmlElement, prefix: string, findings: Findings): ReadonlyMap<string, Note> {
  const notes = new Map<string, Note>();
  for (const all of childrenOf(unit, 'notes')) {
    childrenOf(all, 'note').forEach((note, at) => {
      const body = cleanText(textOf(note), findings, { line: note.line });
      const id = note.attributes.get('id') ?? `#${String(at)}`;
      const side = note.attributes.get('appliesTo') === 'target' ? 1 : 0;
      if (body === '') return;
      notes.set(id, { id: `${prefix} ${id}`, body, created: null, colour: null, tags: [], side, used: { places: 0 } });
    });
  }
  return notes;
}

function annotate(
  texts: UnitTexts,
  text: number,
  pieces: readonly SegmentPiece[],
  places: readonly (PiecePlace | null)[],
  markers: ReadonlyMap<string, Marker>,
  notes: ReadonlyMap<string, Note>,
): void {
  pieces.forEach(({ spans }, at) => {
    const place = places[at];
    if (place === null || place === undefined) return;
    for (const { id, start, end } of spans) {
      const attributes = markers.get(id)?.attributes;
      const note = notes.get(/#n=(.+)$/u.exec(attributes?.get('ref') ?? '')?.[1] ?? '');
      const annotation = attributes?.get('annotation');
      if (attributes === undefined || (note === undefined && annotation === undefined)) continue;
      if (note !== undefined) note.used.places += 1;
      texts.annotate(
        {
          id: annotation ?? note?.id ?? null,
          created: dateTime(attributes.get('created')),
          colour: attributes.get('colour') ?? null,
          body: note?.body ?? '',
          tags: (attributes.get('tags') ?? '').split(' ').filter(Boolean).map(decoded),
        },
        { text, block: place.block, start: place.shift + start, end: place.shift + end },
      );
    }
  });
}

/** A note that no marker refers to is about all of its side, or of the other where that is empty. */
function wholeNotes(
  texts: UnitTexts,
  sides: readonly { pieces: readonly SegmentPiece[] }[],
  places: readonly (readonly (PiecePlace | null)[])[],
  notes: ReadonlyMap<string, Note>,
): void {
  for (const { side, used, ...annotation } of notes.values()) {
    if (used.places > 0) continue;
    const hasText = places[side]?.some((place) => place !== null) ?? false;
    const text = hasText ? side : 1 - side;
    places[text]?.forEach((place, at) => {
      const length = sides[text]?.pieces[at]?.text.length ?? 0;
      if (place !== null) texts.annotate(annotation, { text, block: place.block, start: 0, end: length });
    });
  }
}

function decoded(tag: string): string {
  try {
    return decodeURIComponent(tag);
  } catch {
    return tag;
  }
}
