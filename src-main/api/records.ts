import { Hono } from 'hono';
import { z } from 'zod';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { Library } from '#main/library/library.ts';
import { answer } from './answer.ts';
import { callLimit, checked, limited, recordId, workParam } from './input.ts';

const asked = z.object({ ids: z.array(recordId).max(500) });
const versionOf = workParam.extend({ record: recordId });

/** `POST /api/works/:work/paragraphs` and `GET /api/works/:work/history/:record`. */
export function recordRoutes(library: Library) {
  return new Hono()
    .post(
      '/works/:work/paragraphs',
      limited(callLimit),
      checked('param', workParam),
      checked('json', asked),
      async (c) => {
        const store = await library.work(c.req.valid('param').work);
        const found = c.req.valid('json').ids.map((id) => store.get(id));
        // One that went since the outline was read is left out; the view learns of it through the events.
        return answer<Paragraph[]>(
          c,
          found.filter((record) => record?.kind === 'paragraph'),
        );
      },
    )
    .get('/works/:work/history/:record', checked('param', versionOf), async (c) => {
      const { work, record } = c.req.valid('param');
      const store = await library.work(work);
      return answer<AnyRecord[]>(c, await store.history(record));
    });
}
