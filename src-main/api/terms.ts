import { Hono } from 'hono';
import { z } from 'zod';
import type { LibraryRecords } from '#core/records/state.ts';
import type { Edition } from '#core/records/work.ts';
import type { TextState, TextWords } from '#main/jobs/text-words.ts';
import type { Library } from '#main/library/library.ts';
import { answer } from './answer.ts';
import { callLimit, checked, limited, recordId, workParam } from './input.ts';
import { presentWork, type PresentWork } from './opened.ts';
import type { TermCounts, TermMismatches } from './shapes.ts';

const asked = z.object({ section: recordId.optional() });
const named = z.object({ terms: z.array(recordId).max(20_000) });

/** `GET /api/works/:work/terms?section=` and `POST /api/library/mismatches`. */
export function termRoutes(library: Library, words: TextWords) {
  return new Hono()
    .get('/works/:work/terms', checked('param', workParam), checked('query', asked), async (c) => {
      const { section } = c.req.valid('query');
      const state = await presentWork(library, c.req.valid('param').work);
      const counts = await termCounts(state, library.top.state(), words, c.req.raw.signal, section);
      return answer<TermCounts>(c, { counts: Object.fromEntries(counts) });
    })
    .post('/library/mismatches', limited(callLimit), checked('json', named), async (c) => {
      const terms = new Set(c.req.valid('json').terms);
      const works: TermMismatches['works'] = [];
      for (const { work } of await library.works()) {
        const { mismatches } = (await library.work(work.id)).state();
        const found = mismatches.filter(({ term }) => terms.has(term));
        if (found.length > 0) works.push({ work: work.id, mismatches: found });
      }
      return answer<TermMismatches>(c, { works });
    });
}

/** How often terms stand in a work, or in one section of it, by their ids; those that do not stand there are left out. */
export async function termCounts(
  state: PresentWork,
  glossary: Pick<LibraryRecords, 'terms' | 'rejections'>,
  words: TextWords,
  signal: AbortSignal,
  section?: string,
): Promise<Map<string, number>> {
  const found = await Promise.all(
    state.editions
      .filter((edition) => section === undefined || hasSection(state, edition, section))
      .map((edition) =>
        words.ask(textState(state, edition, glossary), {
          about: 'terms',
          part: section === undefined ? 'all' : { section },
          signal,
        }),
      ),
  );
  const counts = new Map<string, number>();
  for (const each of found) for (const [id, count] of each) counts.set(id, (counts.get(id) ?? 0) + count);
  return counts;
}

function hasSection(state: PresentWork, { id }: Edition, section: string): boolean {
  return state.paragraphs.get(id)?.some((paragraph) => paragraph.section === section) === true;
}

/** An edition and the glossary, as the thread for its words needs them. */
export function textState(
  state: PresentWork,
  { id, language }: Edition,
  { terms, rejections }: Pick<LibraryRecords, 'terms' | 'rejections'>,
): TextState {
  return {
    key: `${state.work.id}/${id}`,
    language,
    paragraphs: state.paragraphs.get(id) ?? [],
    terms,
    rejections,
    mismatches: state.mismatches,
  };
}
