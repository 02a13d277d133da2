import { Hono } from 'hono';
import { z } from 'zod';
import { EgizFileError } from '#core/formats/egiz-file/egiz-file-error.ts';
import { languageTag } from '#core/records/record.ts';
import { bringEgiz, lookAtEgiz } from '#main/export/egiz-in.ts';
import type { EgizExport } from '#main/export/egiz-out.ts';
import { exportWork } from '#main/export/export-work.ts';
import { exportFormats } from '#main/export/formats.ts';
import { previewOf } from '#main/export/preview.ts';
import { mostEgizBytes } from '#main/formats/egiz-file.ts';
import { readEgizInThread } from '#main/formats/read-egiz-in-thread.ts';
import type { TextWords } from '#main/jobs/text-words.ts';
import type { Library } from '#main/library/library.ts';
import { answer } from './answer.ts';
import type { EgizBrought, EgizLook, EgizRefusal } from './egiz-shapes.ts';
import type { ExportFormats, ExportPreview } from './export-shapes.ts';
import { ApiError } from './failure.ts';
import { callLimit, checked, limited, recordId, workParam } from './input.ts';

const task = z.object({
  format: z.string().min(1).max(40),
  editions: z.tuple([recordId, recordId]).optional(),
  options: z.object({
    unit: z.enum(['paragraph', 'sentence']),
    includeUnconfirmed: z.boolean(),
    notes: z.boolean(),
    highlights: z.boolean(),
    glossary: z.boolean(),
    cards: z.boolean(),
  }),
  language: languageTag,
});
const how = z.object({ as: z.enum(['look', 'new', 'join', 'copy']) });

/**
 * `GET /export/formats`; `POST /works/:work/export` (the file) and `…/export/preview` (what it begins with);
 * `POST /library/egiz?as=` with the bytes of a `.egiz` file: looked at, or taken in.
 */
export function exportRoutes(library: Library, words: TextWords, version: string) {
  const means = (signal: AbortSignal): EgizExport => ({ library, words, program: `Egiz ${version}`, signal });
  return new Hono()
    .get('/export/formats', (c) => answer<ExportFormats>(c, { formats: [...exportFormats] }))
    .post(
      '/works/:work/export/preview',
      limited(callLimit),
      checked('param', workParam),
      checked('json', task),
      async (c) =>
        answer<ExportPreview>(
          c,
          await previewOf(means(c.req.raw.signal), c.req.valid('param').work, c.req.valid('json')),
        ),
    )
    .post('/works/:work/export', limited(callLimit), checked('param', workParam), checked('json', task), async (c) => {
      const { work } = c.req.valid('param');
      const { signal } = c.req.raw;
      const { name, mediaType, bytes } = await unlessLeft(signal, () =>
        exportWork(means(signal), work, c.req.valid('json')),
      );
      c.header('Cache-Control', 'no-store');
      c.header('Content-Type', mediaType);
      c.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
      return c.body(Uint8Array.from(bytes));
    })
    .post('/library/egiz', limited(mostEgizBytes), checked('query', how), async (c) => {
      const { as } = c.req.valid('query');
      try {
        const { signal } = c.req.raw;
        const bytes = new Uint8Array(await c.req.arrayBuffer());
        const content = await unlessLeft(signal, () => readEgizInThread(bytes, signal));
        if (as === 'look') return answer<EgizLook | EgizBrought | EgizRefusal>(c, await lookAtEgiz(library, content));
        return answer<EgizLook | EgizBrought | EgizRefusal>(c, await bringEgiz(library, content, as));
      } catch (error) {
        if (!(error instanceof EgizFileError)) throw error;
        const refused = { code: error.code, message: error.message };
        return answer<EgizLook | EgizBrought | EgizRefusal>(c, { refused });
      }
    });
}

/** A thread that is ended because nobody waits for its answer has not failed. */
async function unlessLeft<T>(signal: AbortSignal, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new ApiError('bad-request', 'the call was given up before its answer');
  }
}
