import { language } from '#core/language/language.ts';
import type { Bead } from '#core/records/bead.ts';
import type { Change } from '#core/records/change.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import { dividedAt, divisionChange, type Division } from './division.ts';
import { replaceBeads, together, type Draft } from './replace.ts';
import { sentencePool, type NamedLink, type SentenceName, type SentencePool } from './sentences.ts';
import { findBead, type EditState, type SideName } from './state.ts';

/** A sentence before which a paragraph is cut; `sentence` is its number in the paragraph, from 1 on. */
export interface SentenceCut {
  readonly paragraph: string;
  readonly sentence: number;
}

/**
 * A paragraph becomes two at `offset` (UTF-16 code units of its text); the first keeps the id, and both stay in the bead, in
 * every alignment. The original is only cut when `original` says so. Whatever points into the paragraph follows.
 *
 * @throws RangeError for the original when nobody asked, and where a part would be empty
 */
export function splitParagraph(
  state: EditState,
  paragraph: string,
  offset: number,
  { original = false }: { original?: boolean } = {},
): Change {
  const division = dividedAt(state, paragraph, offset);
  guardOriginal(state, division.whole, original);
  return together(divisionChange(state, [division]), ...inBeads(state, [division], null));
}

/**
 * A bead becomes two at a sentence: the paragraphs named are cut in two, and the second bead begins with what stands after
 * the cuts. Where a side is not named it is cut between its paragraphs, or stays whole with the first bead.
 *
 * @throws RangeError for a sentence that is not there, and for the original when nobody asked
 */
export function splitAtSentence(
  state: EditState,
  alignment: string,
  bead: string,
  cut: { readonly source: SentenceCut | null; readonly target: SentenceCut | null },
  { original = false }: { original?: boolean } = {},
): Change {
  const { bead: whole } = findBead(state, alignment, bead);
  const divisions = {
    source: divisionAt(state, whole, 'source', cut.source),
    target: divisionAt(state, whole, 'target', cut.target),
  };
  const made = [divisions.source, divisions.target].filter((division) => division !== null);
  if (made.length === 0) throw new RangeError('no sentence to split the bead at');
  for (const division of made) guardOriginal(state, division.whole, original);
  const parted = { bead: whole, starts: new Set(made.map(({ second }) => second.id)) };
  return together(divisionChange(state, made), ...inBeads(state, made, parted));
}

/**
 * The likeliest cut of a bead at its sentences: that which tears no sentence link and leaves the parts most alike in length,
 * for beads with one paragraph on either side. `null` where no sentence link tells.
 */
export function likelySentenceCut(
  state: EditState,
  alignment: string,
  bead: string,
): { source: SentenceCut; target: SentenceCut } | null {
  const { bead: whole } = findBead(state, alignment, bead);
  const [source, ...moreSource] = whole.source;
  const [target, ...moreTarget] = whole.target;
  if (source === undefined || target === undefined || moreSource.length + moreTarget.length > 0) return null;
  const pool = sentencePool(state, [whole]);
  const counts = [pool.count(source) ?? 0, pool.count(target) ?? 0] as const;
  let best: { source: number; target: number; cost: number } | null = null;
  for (let left = 1; left < counts[0]; left += 1) {
    for (let right = 1; right < counts[1]; right += 1) {
      const sides = pool.links.map((link) => [
        ...link.source.map(({ sentence }) => sentence < left),
        ...link.target.map(({ sentence }) => sentence < right),
      ]);
      const isTorn = sides.some((before) => before.includes(true) && before.includes(false));
      const linksAcross = pool.links.some((link) => link.source.length > 0 && link.target.length > 0);
      if (isTorn || !linksAcross) continue;
      const cost = Math.abs(left / counts[0] - 0.5) + Math.abs(right / counts[1] - 0.5);
      if (best === null || cost < best.cost) best = { source: left, target: right, cost };
    }
  }
  if (best === null) return null;
  return {
    source: { paragraph: source, sentence: best.source },
    target: { paragraph: target, sentence: best.target },
  };
}

function guardOriginal(state: EditState, whole: Paragraph, asked: boolean): void {
  if (whole.edition === state.original && !asked) {
    throw new RangeError(`the paragraph ${whole.id} stands in the original, which is cut only when asked for`);
  }
}

function divisionAt(state: EditState, bead: Bead, side: SideName, cut: SentenceCut | null): Division | null {
  if (cut === null) return null;
  const paragraph = state.paragraph(cut.paragraph);
  if (paragraph === null || !bead[side].includes(cut.paragraph)) {
    throw new RangeError(`the ${side} of the bead ${bead.id} has no paragraph ${cut.paragraph} that is here`);
  }
  const start = language(state.language(paragraph.edition)).sentences(paragraph.text)[cut.sentence]?.[0];
  if (start === undefined || cut.sentence < 1) {
    throw new RangeError(`the paragraph ${cut.paragraph} cannot be cut before its sentence ${cut.sentence}`);
  }
  return dividedAt(state, cut.paragraph, start);
}

/** The changes of beads that go with divisions, in every alignment; `parted` is cut in two where its second parts begin. */
function inBeads(
  state: EditState,
  divisions: readonly Division[],
  parted: { bead: Bead; starts: ReadonlySet<string> } | null,
): Change[] {
  const after = afterDivisions(state, divisions);
  return [...state.alignments].flatMap(([alignment, beads]) => {
    const held = beads.flatMap((bead, index) =>
      divisions.some(({ whole }) => bead.source.includes(whole.id) || bead.target.includes(whole.id))
        ? [{ bead, index }]
        : [],
    );
    // Last first: what is replaced there does not move those before it.
    return held.toReversed().map(({ bead, index }) => {
      const pool = dividedPool(sentencePool(state, [bead]), sentencePool(after, []), divisions);
      const source = withParts(bead.source, divisions);
      const target = withParts(bead.target, divisions);
      const whole: Draft = { keeps: bead, from: [bead], source, target, made: false };
      const drafts = parted?.bead === bead ? cutInTwo(whole, parted.starts) : [whole];
      return replaceBeads(after, alignment, index, index + 1, drafts, pool);
    });
  });
}

/** The state with the parts in place, for whoever looks at texts and their order; its beads are still the old ones. */
function afterDivisions(state: EditState, divisions: readonly Division[]): EditState {
  const texts = new Map(
    divisions.flatMap(({ first, second }) => [[first.id, first] as const, [second.id, second] as const]),
  );
  const wholes = new Map(divisions.map(({ whole, second }) => [second.id, whole.id]));
  return {
    ...state,
    paragraph: (id) => texts.get(id) ?? state.paragraph(id),
    place: (id) => {
      const whole = wholes.get(id);
      if (whole === undefined) return state.place(id);
      const place = state.place(whole);
      // Between the first part and the paragraph that follows it.
      return place === null ? null : { edition: place.edition, index: place.index + 0.5 };
    },
  };
}

function withParts(ids: readonly string[], divisions: readonly Division[]): string[] {
  return ids.flatMap((id) => {
    const division = divisions.find(({ whole }) => whole.id === id);
    return division === undefined ? [id] : [id, division.second.id];
  });
}

function cutInTwo(whole: Draft, starts: ReadonlySet<string>): Draft[] {
  const cut = (ids: readonly string[]): number => {
    const at = ids.findIndex((id) => starts.has(id));
    return at === -1 ? ids.length : at;
  };
  const source = cut(whole.source);
  const target = cut(whole.target);
  return [
    { ...whole, source: whole.source.slice(0, source), target: whole.target.slice(0, target), made: true },
    { ...whole, keeps: null, source: whole.source.slice(source), target: whole.target.slice(target), made: true },
  ];
}

/** The pool with the sentences of divided paragraphs under their new names. A sentence cut in two is two, linked alike. */
function dividedPool(old: SentencePool, now: SentencePool, divisions: readonly Division[]): SentencePool {
  const renamed = (name: SentenceName): SentenceName[] => {
    const division = divisions.find(({ whole }) => whole.id === name.paragraph);
    if (division === undefined) return [name];
    const before = now.count(division.first.id) ?? 0;
    const all = before + (now.count(division.second.id) ?? 0);
    const had = old.count(division.whole.id) ?? 0;
    const second = (sentence: number): SentenceName => ({ paragraph: division.second.id, sentence });
    if (all === had) return [name.sentence < before ? name : second(name.sentence - before)];
    // One was cut in two, the last of the first part; anything else cannot be told, and is left out.
    if (all !== had + 1) return [];
    if (name.sentence < before - 1) return [name];
    return name.sentence === before - 1 ? [name, second(0)] : [second(name.sentence - before + 1)];
  };
  const links = old.links.map((link): NamedLink => ({
    ...link,
    source: link.source.flatMap(renamed),
    target: link.target.flatMap(renamed),
  }));
  const divided = new Set(divisions.flatMap(({ first, second }) => [first.id, second.id]));
  return { links, count: (id) => (divided.has(id) ? now.count(id) : old.count(id)) };
}
