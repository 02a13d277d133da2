import { setImmediate } from 'node:timers/promises';
import { Hono } from 'hono';
import { z } from 'zod';
import { linksBetween } from '#core/alignment/between.ts';
import { linkIndex, type LinkIndex } from '#core/alignment/link.ts';
import { keptSentences, pairAt, sentencePairs, type SentencePair } from '#core/alignment/sentences.ts';
import { headwordIndex, matches } from '#core/glossary/match.ts';
import { refusedPlaces, rejectedForms } from '#core/glossary/refusals.ts';
import { nearestRendering, renderingFinder, type Rendering } from '#core/glossary/renderings.ts';
import { language } from '#core/language/language.ts';
import { primaryTag } from '#core/language/primary-tag.ts';
import type { Bead, SentenceLinks } from '#core/records/bead.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Rejection } from '#core/records/rejection.ts';
import type { Term } from '#core/records/term.ts';
import type { Edition } from '#core/records/work.ts';
import type { Library } from '#main/library/library.ts';
import { answer } from './answer.ts';
import type { Concordance, ConcordanceLine } from './concordance-shapes.ts';
import { ApiError } from './failure.ts';
import { mostHits } from './hit.ts';
import { callLimit, checked, limited, recordId, workParam } from './input.ts';
import { presentWork, type PresentWork } from './opened.ts';
import { inSlices } from './slices.ts';
import { inTextOrder } from './text-order.ts';

const asked = z.object({
  term: recordId,
  /** The edition whose text stands beside it. */
  beside: recordId.optional(),
  /** Only lines that are rendered so; `null` those without a rendering. */
  rendering: z.string().max(1000).nullable().optional(),
  from: z.int().min(0).default(0),
  count: z.int().min(0).max(200).default(50),
});

/** `POST /api/works/:work/concordance`. */
export function concordanceRoutes(library: Library) {
  return new Hono().post(
    '/works/:work/concordance',
    limited(callLimit),
    checked('param', workParam),
    checked('json', asked),
    async (c) => {
      const { term: id, beside, rendering, from, count } = c.req.valid('json');
      const state = await presentWork(library, c.req.valid('param').work);
      const { terms, rejections } = library.top.state();
      const term = terms.find((one) => one.id === id);
      if (term === undefined) throw new ApiError('not-found', `the glossary has no entry ${id}`, id);
      const other = beside === undefined ? null : (state.editions.find((one) => one.id === beside) ?? null);
      if (beside !== undefined && other === null) {
        throw new ApiError('bad-request', `the work has no edition ${beside}`, 'beside');
      }
      const { signal } = c.req.raw;
      const places = await placesOf(term, state, rejections, other, signal);
      const find = other === null ? () => [] : renderingFinder(term, other.language);
      const rendered = other === null ? places : await withRenderings(places, find, state, other, signal);
      const wanted = rendering === undefined ? rendered : rendered.filter((place) => place.rendering === rendering);
      const shown = wanted.slice(from, from + count);
      const lines: ConcordanceLine[] = [];
      const makeLine = lineMaker(find, state, other);
      for (const place of shown) {
        lines.push(makeLine(place));
        // To align the sentences of a paragraph takes some milliseconds.
        await setImmediate();
      }
      return answer<Concordance>(c, {
        total: places.length,
        places: places.slice(0, mostHits).map(({ paragraph, start, end }) => ({ paragraph: paragraph.id, start, end })),
        renderings: other === null ? [] : counted(rendered),
        lines,
        of: wanted.length,
      });
    },
  );
}

type RenderingFinder = ReturnType<typeof renderingFinder>;

/** Where a term stands. */
interface TermPlace {
  paragraph: Paragraph;
  start: number;
  end: number;
  rendering: string | null;
}

async function placesOf(
  term: Term,
  state: PresentWork,
  rejections: readonly Rejection[],
  beside: Edition | null,
  signal: AbortSignal,
): Promise<TermPlace[]> {
  const spoken = primaryTag(term.language);
  const own = state.editions.filter((edition) => edition !== beside && primaryTag(edition.language) === spoken);
  const indexes = new Map(own.map((edition) => [edition.id, headwordIndex([term], language(edition.language))]));
  const forms = rejectedForms(rejections.filter((one) => one.term === term.id));
  const mismatches = state.mismatches.filter((one) => one.term === term.id);
  const found: TermPlace[] = [];
  await inSlices(inTextOrder(state, [...indexes.keys()]), signal, (paragraph) => {
    const index = indexes.get(paragraph.edition);
    if (index === undefined) return;
    const places = refusedPlaces(paragraph.id, paragraph.text, mismatches);
    for (const { start, end } of matches(paragraph.text, index, undefined, { forms, places })) {
      found.push({ paragraph, start, end, rendering: null });
    }
  });
  return found;
}

async function withRenderings(
  places: readonly TermPlace[],
  find: RenderingFinder,
  state: PresentWork,
  other: Edition,
  signal: AbortSignal,
): Promise<TermPlace[]> {
  const known = new Map<string, { found: Rendering[]; length: number }>();
  const rendered: TermPlace[] = [];
  await inSlices(places, signal, (place) => {
    const { own, other: aligned } = sidesAt(place.paragraph, state, other);
    const key = aligned.map(({ id }) => id).join('\n');
    const text = aligned.map((one) => one.text).join('\n');
    let there = known.get(key);
    if (there === undefined) known.set(key, (there = { found: find(text), length: text.length }));
    const before = own.slice(0, own.indexOf(place.paragraph)).reduce((sum, one) => sum + one.text.length + 1, 0);
    const length = own.reduce((sum, one) => sum + one.text.length + 1, 0);
    const nearest = nearestRendering(there.found, (before + place.start) / Math.max(1, length), there.length);
    rendered.push({ ...place, rendering: nearest?.gloss ?? null });
  });
  return rendered;
}

function counted(places: readonly TermPlace[]): Concordance['renderings'] {
  const counts = new Map<string | null, number>();
  for (const { rendering } of places) counts.set(rendering, (counts.get(rendering) ?? 0) + 1);
  return [...counts]
    .map(([gloss, count]) => ({ gloss, count }))
    .toSorted((a, b) => Number(a.gloss === null) - Number(b.gloss === null) || b.count - a.count);
}

/** Makes lines; the sentences of a paragraph are aligned once. */
function lineMaker(
  find: RenderingFinder,
  state: PresentWork,
  other: Edition | null,
): (place: TermPlace) => ConcordanceLine {
  const aligned = new Map<string, { theirs: readonly Paragraph[]; pairs: readonly SentencePair[] }>();
  const alignedAt = (paragraph: Paragraph, spoken: string) => {
    const sides = other === null ? null : sidesAt(paragraph, state, other);
    const theirs = sides?.other ?? [];
    const own = { paragraphs: sides?.own ?? [paragraph], language: spoken };
    const beside = { paragraphs: theirs, language: other?.language ?? 'und' };
    const pairs = sentencePairs(own, beside, sides?.stored ?? null);
    const at = sides?.own.indexOf(paragraph) ?? 0;
    return { theirs, pairs: pairs.map((pair) => ({ ...pair, own: pair.own.filter((span) => span.paragraph === at) })) };
  };
  return ({ paragraph, start, end, rendering }) => {
    const spoken = state.editions.find(({ id }) => id === paragraph.edition)?.language ?? 'und';
    const { theirs, pairs } = aligned.get(paragraph.id) ?? alignedAt(paragraph, spoken);
    aligned.set(paragraph.id, { theirs, pairs });
    const at = pairs.flatMap(({ own }) => own)[0]?.paragraph ?? 0;
    const range = language(spoken)
      .sentences(paragraph.text)
      .find(([, to]) => start < to);
    const [from, to] = range ?? [0, paragraph.text.length];
    const beside = (pairAt(pairs, at, start)?.other ?? []).flatMap((span): ConcordanceLine['beside'] => {
      const there = theirs[span.paragraph];
      if (there === undefined) return [];
      const text = there.text.slice(span.start, span.end);
      const renderings = find(text).map((one): [number, number] => [one.start, one.end]);
      return [{ paragraph: there.id, start: span.start, text, renderings }];
    });
    const sentence = paragraph.text.slice(from, Math.max(to, end));
    return {
      edition: paragraph.edition,
      paragraph: paragraph.id,
      start,
      end,
      sentence,
      at: start - from,
      beside,
      rendering,
    };
  };
}

/** What stands together with a paragraph: of its own edition and of the other, with the links of the sentences if any are kept. */
function sidesAt(
  paragraph: Paragraph,
  state: PresentWork,
  other: Edition,
): { own: Paragraph[]; other: Paragraph[]; stored: SentenceLinks | null } {
  const { index, paragraphs, beads } = linksOf(state, paragraph.edition, other.id);
  const found = index.get(paragraph.id);
  if (found === undefined) return { own: [paragraph], other: [], stored: null };
  const { link } = found;
  const pick = (ids: readonly string[]): Paragraph[] => ids.flatMap((id) => paragraphs.get(id) ?? []);
  const stored = keptSentences(beads.get(link.id), paragraph.edition);
  return { own: pick(link.source), other: pick(link.target), stored };
}

interface Links {
  index: LinkIndex;
  paragraphs: ReadonlyMap<string, Paragraph>;
  beads: ReadonlyMap<string, Bead>;
}

/** By the records' alignments and editions: they are values. */
const linksKnown = new WeakMap<
  PresentWork['alignments'],
  { of: PresentWork['paragraphs']; links: Map<string, Links> }
>();

function linksOf(state: PresentWork, own: string, other: string): Links {
  let there = linksKnown.get(state.alignments);
  if (there?.of !== state.paragraphs) {
    there = { of: state.paragraphs, links: new Map() };
    linksKnown.set(state.alignments, there);
  }
  const key = `${own}~${other}`;
  let links = there.links.get(key);
  if (links === undefined) there.links.set(key, (links = makeLinks(state, own, other)));
  return links;
}

function makeLinks(state: PresentWork, own: string, other: string): Links {
  const paragraphs = Object.fromEntries([...state.paragraphs].map(([id, list]) => [id, list.map((one) => one.id)]));
  const alignments = Object.fromEntries(state.alignments);
  const direct = [state.alignments.get(`${own}~${other}`), state.alignments.get(`${other}~${own}`)];
  return {
    index: linkIndex(linksBetween(own, other, { original: state.work.original, alignments, paragraphs })),
    paragraphs: new Map(
      [own, other].flatMap((id) => (state.paragraphs.get(id) ?? []).map((one): [string, Paragraph] => [one.id, one])),
    ),
    beads: new Map(direct.flatMap((beads) => (beads ?? []).map((one): [string, Bead] => [one.id, one]))),
  };
}
