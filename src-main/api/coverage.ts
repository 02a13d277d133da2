import { Hono } from 'hono';
import { z } from 'zod';
import type { Library } from '#main/library/library.ts';
import type { TextWords } from '#main/jobs/text-words.ts';
import type { Part, WordCoverage } from '#main/jobs/word-messages.ts';
import { messageOf } from '#main/message-of.ts';
import type { CoverageLine, EditionCoverage } from './coverage-shapes.ts';
import { callLimit, checked, limited, recordId, workParam } from './input.ts';
import { lines } from './lines.ts';
import { chosenEditions, presentWork } from './opened.ts';
import { textState } from './terms.ts';

const asked = z.object({
  edition: recordId,
  /** Only this section; one that the edition does not have is empty. */
  section: recordId.optional(),
  /** Only these paragraphs, as those of a page; it takes precedence. */
  paragraphs: z.array(recordId).max(2000).optional(),
  /** How many of the words to learn are wanted. */
  most: z.int().min(0).max(5000).default(200),
});

/** `POST /api/works/:work/coverage`: lines of progress, then the coverage. Whoever leaves it ends the work on it. */
export function coverageRoutes(library: Library, words: TextWords) {
  return new Hono().post(
    '/works/:work/coverage',
    limited(callLimit),
    checked('param', workParam),
    checked('json', asked),
    async (c) => {
      const { edition: id, section, paragraphs, most } = c.req.valid('json');
      const state = await presentWork(library, c.req.valid('param').work);
      const [edition] = chosenEditions(state, [id]);
      if (edition === undefined) throw new Error(`the edition ${id} was there a moment ago`);
      const text = textState(state, edition, library.top.state());
      const numbers = new Map(text.paragraphs.map((paragraph, at) => [paragraph.id, at]));
      const part: Part =
        paragraphs !== undefined
          ? { paragraphs: paragraphs.flatMap((one) => numbers.get(one) ?? []) }
          : section !== undefined
            ? { section }
            : 'all';
      const named = (found: WordCoverage): EditionCoverage => ({
        ...found,
        edition: id,
        learnFirst: found.learnFirst.map(({ paragraph, start, end, ...rest }) => ({
          ...rest,
          first: { paragraph: text.paragraphs[paragraph]?.id ?? '', start, end },
        })),
      });
      return lines<CoverageLine>(async (tell, signal) => {
        const progress = (share: number): void => {
          tell({ type: 'progress', share });
        };
        const found = await words.ask(text, { about: 'coverage', part, most, progress, signal });
        tell({ type: 'coverage', coverage: named(found) });
      }, failed);
    },
  );
}

function failed(error: unknown): CoverageLine {
  return { type: 'failed', message: messageOf(error) };
}
