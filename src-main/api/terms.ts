import { Hono } from 'hono';
import { z } from 'zod';
import { headwordIndex, matches } from '#core/glossary/match.ts';
import { language } from '#core/language/language.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Term } from '#core/records/term.ts';
import type { Edition } from '#core/records/work.ts';
import type { Library } from '#main/library/library.ts';
import { answer } from './answer.ts';
import { checked, recordId, workParam } from './input.ts';
import { presentWork } from './opened.ts';
import type { TermCounts } from './shapes.ts';
import { inSlices } from './slices.ts';

const asked = z.object({ section: recordId.optional() });

/** `GET /api/works/:work/terms?section=`. */
export function termRoutes(library: Library) {
  return new Hono().get('/works/:work/terms', checked('param', workParam), checked('query', asked), async (c) => {
    const { section } = c.req.valid('query');
    const state = await presentWork(library, c.req.valid('param').work);
    const { terms } = library.top.state();
    const counts = new Map<string, number>();
    for (const edition of state.editions) {
      const paragraphs = state.paragraphs.get(edition.id) ?? [];
      const found = await countsOf(paragraphs, edition, terms, c.req.raw.signal);
      for (const [at, ids] of found) {
        if (section !== undefined && section !== at) continue;
        for (const [id, count] of ids) counts.set(id, (counts.get(id) ?? 0) + count);
      }
    }
    return answer<TermCounts>(c, { counts: Object.fromEntries(counts) });
  });
}

/** By section, how often each term's headword stands in it. */
type Counted = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Paragraphs and terms are values: as long as both are the same, so are the counts. */
const known = new WeakMap<readonly Paragraph[], { terms: readonly Term[]; counted: Counted }>();

async function countsOf(
  paragraphs: readonly Paragraph[],
  { language: tag }: Edition,
  terms: readonly Term[],
  signal: AbortSignal,
): Promise<Counted> {
  const before = known.get(paragraphs);
  if (before?.terms === terms) return before.counted;
  const index = headwordIndex(terms, language(tag));
  const counted = new Map<string, Map<string, number>>();
  await inSlices(paragraphs, signal, ({ section, text }) => {
    for (const { terms: ids } of matches(text, index)) {
      const counts = counted.get(section) ?? new Map<string, number>();
      counted.set(section, counts);
      for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  });
  known.set(paragraphs, { terms, counted });
  return counted;
}
