import { describe } from '#core/annotation/describe.ts';
import { resolve } from '#core/annotation/resolve.ts';
import type { Target } from '#core/records/annotation.ts';
import type { Change } from '#core/records/change.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import { replaceBeads, together, unchanged, type Draft } from './replace.ts';
import { sentencePool, type NamedLink, type SentenceName, type SentencePool } from './sentences.ts';
import type { EditState } from './state.ts';

/** Two paragraphs that become one. */
interface Joining {
  readonly first: Paragraph;
  readonly second: Paragraph;
  readonly joined: Paragraph;
  /** Where the second one's text begins in the joined one, in UTF-16 code units. */
  readonly begins: number;
}

/**
 * A paragraph and the one that follows it become one, which keeps the first one's id, type and level. Between their texts
 * comes a space (in verse a line break). Where they stood in different beads, these become one, in every alignment. Whatever
 * points into either follows. `null` where none follows in the same section.
 *
 * @throws RangeError for the original when nobody asked, and for paragraphs that are not here
 */
export function joinWithNext(
  state: EditState,
  paragraph: string,
  { original = false }: { original?: boolean } = {},
): Change | null {
  const joining = joiningAt(state, paragraph);
  if (joining === null) return null;
  if (joining.first.edition === state.original && !original) {
    throw new RangeError(`the paragraph ${paragraph} stands in the original, which is joined only when asked for`);
  }
  const change: Change = {
    added: [],
    updated: [[joining.first, joining.joined], ...followers(state, joining)],
    removed: [joining.second],
  };
  const after: EditState = {
    ...state,
    paragraph: (id) => (id === paragraph ? joining.joined : state.paragraph(id)),
  };
  const inBeads = [...state.alignments.keys()].map((alignment) => joinedBeads(state, after, alignment, joining));
  return together(change, ...inBeads);
}

function joiningAt(state: EditState, paragraph: string): Joining | null {
  const first = state.paragraph(paragraph);
  const place = state.place(paragraph);
  if (first === null || place === null) throw new RangeError(`the paragraph ${paragraph} is not here`);
  const nextId = state.at(place.edition, place.index + 1);
  if (nextId === null) return null;
  const second = state.paragraph(nextId);
  if (second === null) throw new RangeError(`the paragraph ${nextId} is not here`);
  if (second.section !== first.section) return null;
  const isParted = first.text === '' || second.text === '' || /\s$/u.test(first.text) || /^\s/u.test(second.text);
  const head = first.text + (isParted ? '' : first.type === 'verse' ? '\n' : ' ');
  const marks = second.marks.map((mark) => ({
    ...mark,
    start: mark.start + head.length,
    end: mark.end + head.length,
  }));
  const joined = { ...first, text: head + second.text, marks: [...first.marks, ...marks] };
  return { first, second, joined, begins: head.length };
}

function followers(state: EditState, joining: Joining): [AnyRecord, AnyRecord][] {
  const { first, second } = joining;
  const isEither = (id: string): boolean => id === first.id || id === second.id;
  const found: [AnyRecord, AnyRecord][] = [];
  for (const annotation of state.annotations) {
    if (!annotation.targets.some(({ paragraph }) => isEither(paragraph))) continue;
    found.push([annotation, { ...annotation, targets: grown(annotation.targets, joining) }]);
  }
  for (const mismatch of state.mismatches) {
    if (isEither(mismatch.target.paragraph)) {
      found.push([mismatch, { ...mismatch, target: inJoined(mismatch.target, joining) }]);
    }
  }
  for (const waiver of state.waivers) {
    if (![...waiver.source, ...waiver.target].includes(second.id)) continue;
    const renamed = (ids: readonly string[]): string[] => [
      ...new Set(ids.map((id) => (id === second.id ? first.id : id))),
    ];
    found.push([waiver, { ...waiver, source: renamed(waiver.source), target: renamed(waiver.target) }]);
  }
  return found;
}

/** Targets in the joined paragraph; one that ran on from the first to the second paragraph is one again. */
function grown(targets: readonly Target[], joining: Joining): Target[] {
  const { first, second, joined, begins } = joining;
  const found: Target[] = [];
  for (const target of targets) {
    const next = inJoined(target, joining);
    const before = found.at(-1);
    const runsOn =
      target.paragraph === second.id &&
      next.start === begins &&
      before?.paragraph === first.id &&
      before.end === first.text.length &&
      resolve(next, joined.text)?.how === 'exact';
    if (runsOn && before !== undefined) {
      found[found.length - 1] = { ...before, ...describe(joined, before.start, next.end) };
    } else found.push(next);
  }
  return found;
}

/** A target in the joined paragraph. One that is lost keeps its quote. */
function inJoined(target: Target, { first, second, joined, begins }: Joining): Target {
  const of = target.paragraph === first.id ? first : target.paragraph === second.id ? second : null;
  if (of === null) return target;
  const shift = of === second ? begins : 0;
  const place = resolve(target, of.text);
  if (place !== null) return { ...target, ...describe(joined, place.start + shift, place.end + shift) };
  return { ...target, paragraph: joined.id, start: target.start + shift, end: target.end + shift };
}

/** What becomes of the beads of an alignment: those that held the two paragraphs are one, where the first of them stood. */
function joinedBeads(state: EditState, after: EditState, alignment: string, joining: Joining): Change {
  const { first, second } = joining;
  const beads = state.alignments.get(alignment) ?? [];
  const held = beads.flatMap((bead, index) =>
    [...bead.source, ...bead.target].some((id) => id === first.id || id === second.id) ? [{ bead, index }] : [],
  );
  const [left] = held;
  const right = held.at(-1);
  if (left === undefined || right === undefined) return { added: [], updated: [], removed: [] };
  const from = held.map(({ bead }) => bead);
  const side = (name: 'source' | 'target'): string[] =>
    from.flatMap((bead) => bead[name].filter((id) => id !== second.id));
  const one: Draft = { keeps: left.bead, from, source: side('source'), target: side('target'), made: false };
  const between = beads.slice(left.index + 1, right.index).map(unchanged);
  const pool = joinedPool(sentencePool(state, from), sentencePool(after, from), joining);
  return replaceBeads(after, alignment, left.index, right.index + 1, [one, ...between], pool);
}

/** The pool with the second paragraph's sentences counted on from the first one's. */
function joinedPool(old: SentencePool, now: SentencePool, { first, second }: Joining): SentencePool {
  const before = old.count(first.id) ?? 0;
  const after = old.count(second.id) ?? 0;
  // Else the last sentence of the first runs on into the second.
  const overlap = before + after - (now.count(first.id) ?? 0);
  const renamed = (name: SentenceName): SentenceName =>
    name.paragraph === second.id ? { paragraph: first.id, sentence: before - overlap + name.sentence } : name;
  const distinct = (names: readonly SentenceName[]): SentenceName[] => [
    ...new Map(names.map(renamed).map((name) => [`${name.paragraph}\n${name.sentence}`, name])).values(),
  ];
  if (overlap !== 0 && overlap !== 1) return { links: [], count: now.count };
  const links = old.links.map((link): NamedLink => ({
    ...link,
    source: distinct(link.source),
    target: distinct(link.target),
  }));
  return { links: overlap === 0 ? links : united(links), count: now.count };
}

/** Links that share a sentence are one. */
function united(links: readonly NamedLink[]): NamedLink[] {
  const found: NamedLink[] = [];
  const names = (link: NamedLink): string[] =>
    [...link.source, ...link.target].map(({ paragraph, sentence }) => `${paragraph}\n${sentence}`);
  for (const link of links) {
    const own = new Set(names(link));
    const at = found.findIndex((other) => names(other).some((name) => own.has(name)));
    const other = found[at];
    if (other === undefined) {
      found.push(link);
      continue;
    }
    const both = (a: readonly SentenceName[], b: readonly SentenceName[]): SentenceName[] => [
      ...new Map([...a, ...b].map((name) => [`${name.paragraph}\n${name.sentence}`, name])).values(),
    ];
    found[at] = {
      source: both(other.source, link.source),
      target: both(other.target, link.target),
      confidence: Math.min(other.confidence, link.confidence),
    };
  }
  return found;
}
