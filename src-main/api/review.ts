import { Hono } from 'hono';
import { z } from 'zod';
import { resolve } from '#core/annotation/resolve.ts';
import { language } from '#core/language/language.ts';
import { primaryTag } from '#core/language/primary-tag.ts';
import type { Annotation } from '#core/records/annotation.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import { languageTag } from '#core/records/record.ts';
import { cardSubject, type CardSubject } from '#core/records/review.ts';
import type { Term } from '#core/records/term.ts';
import type { Edition } from '#core/records/work.ts';
import { besideRange, hasBeside, sentenceAround } from '#core/review/beside.ts';
import type { TextRange } from '#core/text/range.ts';
import type { Library } from '#main/library/library.ts';
import { isWorkId } from '#main/library/paths.ts';
import { answer } from './answer.ts';
import { callLimit, checked, limited, recordId } from './input.ts';
import { presentWork, type PresentWork } from './opened.ts';
import type { CardCandidate, CardContent, CardSentence } from './review-shapes.ts';
import { termPlaces } from './term-places.ts';

/** Translations are shown in the first of these languages that a work has; BCP 47 tags. */
const languages = z.array(languageTag).max(20);
const contentsAsked = z.object({ subjects: z.array(cardSubject).max(200), languages });
const workId = z.string().refine(isWorkId, 'no id of a work');
const candidatesAsked = z.discriminatedUnion('of', [
  z.object({ of: z.literal('terms'), work: workId.nullable(), section: recordId.nullable() }),
  z.object({ of: z.literal('highlights'), work: workId }),
]);

/** `POST /api/review/contents` and `POST /api/review/candidates`. */
export function reviewRoutes(library: Library) {
  return new Hono()
    .post('/review/contents', limited(callLimit), checked('json', contentsAsked), async (c) => {
      const asked = c.req.valid('json');
      const contents: CardContent[] = [];
      for (const subject of asked.subjects) {
        contents.push(await contentOf(library, subject, asked.languages, c.req.raw.signal));
      }
      return answer<CardContent[]>(c, contents);
    })
    .post('/review/candidates', limited(callLimit), checked('json', candidatesAsked), async (c) => {
      const asked = c.req.valid('json');
      return answer<CardCandidate[]>(
        c,
        asked.of === 'highlights'
          ? highlightsOf(await presentWork(library, asked.work))
          : await termsOf(library, asked.work, asked.section, c.req.raw.signal),
      );
    });
}

/** What the cards of a subject show besides the glossary's entry. */
export async function contentOf(
  library: Library,
  subject: CardSubject,
  preferred: readonly string[],
  signal: AbortSignal,
): Promise<CardContent> {
  const gone = { subject, gone: true, sentence: null, note: '' };
  if (subject.type === 'term') {
    const term = library.top.state().terms.find(({ id }) => id === subject.term);
    if (term === undefined) return gone;
    return { subject, gone: false, sentence: await sentenceOfTerm(library, term, preferred, signal), note: '' };
  }
  const state = await workOrNull(library, subject.work);
  const annotation = state?.annotations.find(({ id }) => id === subject.annotation);
  if (state === null || annotation === undefined) return gone;
  const place = placeOf(state, annotation);
  const sentence = place === null ? null : sentenceAt(state, place.paragraph, place.range, preferred);
  return { subject, gone: false, sentence, note: annotation.body };
}

/** Where a term stands that suits a card best: in the work it came from, else in the first that has it. Rule M3. */
async function sentenceOfTerm(
  library: Library,
  term: Term,
  preferred: readonly string[],
  signal: AbortSignal,
): Promise<CardSentence | null> {
  const ids = (await library.works()).map(({ work }) => work.id);
  for (const id of ids.toSorted((a, b) => Number(b === term.work) - Number(a === term.work))) {
    const state = await presentWork(library, id);
    for (const edition of editionsIn(state, term.language)) {
      const found = (await termPlaces(state, edition, library.top.state(), signal)).get(term.id)?.best;
      if (found !== undefined) return sentenceAt(state, found.paragraph, found.range, preferred);
    }
  }
  return null;
}

/** The work's editions in a language, the original first. */
function editionsIn({ editions, work }: PresentWork, tag: string): readonly Edition[] {
  const primary = primaryTag(tag);
  return editions
    .filter((edition) => primaryTag(edition.language) === primary)
    .toSorted((a, b) => Number(b.id === work.original) - Number(a.id === work.original));
}

function sentenceAt(
  state: PresentWork,
  paragraph: Paragraph,
  range: TextRange,
  preferred: readonly string[],
): CardSentence {
  const tag = state.editions.find(({ id }) => id === paragraph.edition)?.language ?? 'und';
  const [start, end] = sentenceAround(paragraph.text, range, tag);
  return {
    work: state.work.id,
    titles: state.work.titles,
    section: state.sections.find(({ id }) => id === paragraph.section)?.titles ?? null,
    edition: paragraph.edition,
    language: tag,
    place: { paragraph: paragraph.id, start: range[0], end: range[1] },
    text: paragraph.text.slice(start, end),
    form: [range[0] - start, range[1] - start],
    beside: besideRange(state, paragraph, [start, end], otherEditions(state, paragraph.edition, preferred)),
  };
}

/** The editions beside one: those in the languages asked for first and in their order, then the original, then the others. */
function otherEditions(state: PresentWork, edition: string, preferred: readonly string[]): string[] {
  const rank = ({ id, language: tag }: Edition): number => {
    const at = preferred.indexOf(tag);
    return at >= 0 ? at : preferred.length + (id === state.work.original ? 0 : 1);
  };
  const own = state.editions.find(({ id }) => id === edition)?.language;
  return state.editions
    .filter(({ id, language: tag }) => id !== edition && tag !== own)
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ id }) => id);
}

/** Where the first words of an annotation stand; `null` where they are lost. */
function placeOf(state: PresentWork, { targets }: Annotation): { paragraph: Paragraph; range: TextRange } | null {
  const [target] = targets;
  const paragraph = state.paragraphs.get(target?.edition ?? '')?.find(({ id }) => id === target?.paragraph);
  if (target === undefined || paragraph === undefined) return null;
  const place = resolve(target, paragraph.text);
  return place === null ? null : { paragraph, range: [place.start, place.end] };
}

/** The highlights of a work that can be asked, in text order. */
export function highlightsOf(state: PresentWork): CardCandidate[] {
  const order = new Map([...state.paragraphs.values()].flat().map(({ id }, at) => [id, at]));
  const placed = state.annotations.flatMap((annotation) => {
    const place = placeOf(state, annotation);
    return place === null ? [] : [{ annotation, ...place }];
  });
  return placed
    .toSorted((a, b) => (order.get(a.paragraph.id) ?? 0) - (order.get(b.paragraph.id) ?? 0) || a.range[0] - b.range[0])
    .map(({ annotation, paragraph, range }) => ({
      subject: { type: 'highlight', work: state.work.id, annotation: annotation.id },
      label: paragraph.text.slice(...range),
      hasSentence: true,
      hasTranslation:
        annotation.body !== '' || hasBeside(state, paragraph, otherEditions(state, paragraph.edition, [])),
      colour: annotation.colour,
      tags: annotation.tags,
    }));
}

/** The terms that stand in a work or a section of it in text order; of the whole library, those that stand nowhere last. */
export async function termsOf(
  library: Library,
  work: string | null,
  section: string | null,
  signal: AbortSignal,
): Promise<CardCandidate[]> {
  const glossary = library.top.state();
  const found = new Set<string>();
  const ids = work === null ? (await library.works()).map((entry) => entry.work.id) : [work];
  for (const id of ids) {
    const state = await presentWork(library, id);
    for (const edition of state.editions) {
      for (const [term, { sections }] of await termPlaces(state, edition, glossary, signal)) {
        if (section === null || sections.has(section)) found.add(term);
      }
    }
  }
  const terms = new Map(glossary.terms.map((term) => [term.id, term]));
  const nowhere = glossary.terms
    .filter(({ id }) => work === null && !found.has(id))
    .toSorted((a, b) => language(a.language).compare(a.headword, b.headword));
  return [...[...found].flatMap((id) => terms.get(id) ?? []), ...nowhere].map((term) => ({
    subject: { type: 'term', term: term.id },
    label: term.headword,
    hasSentence: found.has(term.id),
    hasTranslation: Object.values(term.glosses).some((senses) => senses.length > 0),
    colour: null,
    tags: [],
  }));
}

async function workOrNull(library: Library, id: string): Promise<PresentWork | null> {
  const isThere = isWorkId(id) && (await library.works()).some(({ work }) => work.id === id);
  return isThere ? presentWork(library, id) : null;
}
