import { Hono } from 'hono';
import { z } from 'zod';
import { DictionaryError } from '#core/dictionaries/entry.ts';
import { languageTag } from '#core/records/record.ts';
import { failureOf } from '#main/dictionaries/import-failure.ts';
import { Imports } from '#main/dictionaries/imports.ts';
import { Shelf } from '#main/dictionaries/shelf.ts';
import type { Library } from '#main/library/library.ts';
import { answer } from './answer.ts';
import type { DictionaryList, ImportLine, ImportPreview, Lookup } from './dictionary-shapes.ts';
import { ApiError } from './failure.ts';
import { callLimit, checked, limited } from './input.ts';
import { lines } from './lines.ts';

/** Greatest piece of a file that is sent at a time, in bytes. */
const pieceLimit = 8 * 1024 * 1024;
/** Code units of the longest form that is looked up. */
const longestForm = 300;

const name = z.string().trim().min(1).max(200);
const idParam = z.object({ id: z.string().regex(/^[a-z0-9]{8,40}$/) });
const jobParam = z.object({ job: z.string().regex(/^[a-z0-9]{8,40}$/) });
const lookupBody = z.object({ language: languageTag, form: z.string().min(1).max(longestForm) });
const filesBody = z.object({
  files: z
    .array(z.object({ name: z.string().min(1).max(500), size: z.number().int().min(0) }))
    .min(1)
    .max(8),
});
const pieceQuery = z.object({ file: z.coerce.number().int().min(0), offset: z.coerce.number().int().min(0) });
const settingsBody = z.object({ name, source: languageTag.nullable(), target: languageTag.nullable() });
const editBody = z.object({
  name: name.optional(),
  target: languageTag.optional(),
  enabled: z.boolean().optional(),
  position: z.number().int().min(0).max(10_000).optional(),
});

/**
 * The reader's dictionaries. `POST /dictionaries/imports {files}` answers a job; `PUT …/:job?file=&offset=` takes the files piece by
 * piece; `GET …/:job` says what they are; `POST …/:job/start` reads them and answers a line of progress at a time; `DELETE …/:job`
 * ends the job at any of these steps, and so does leaving the answer of `start`.
 */
export function dictionaryRoutes(library: Library, closing: AbortSignal) {
  const shelf = new Shelf(library);
  const imports = new Imports(shelf);
  closing.addEventListener('abort', () => {
    void imports.close().finally(() => {
      shelf.close();
    });
  });
  return new Hono()
    .get('/dictionaries', async (c) => answer<DictionaryList>(c, { dictionaries: await shelf.list() }))
    .post('/dictionaries/lookup', limited(callLimit), checked('json', lookupBody), async (c) => {
      const { language, form } = c.req.valid('json');
      return answer<Lookup>(c, await shelf.lookUp(language, form));
    })
    .post('/dictionaries/imports', limited(callLimit), checked('json', filesBody), async (c) =>
      answer<{ job: string }>(c, { job: await imports.begin(c.req.valid('json').files) }),
    )
    .put(
      '/dictionaries/imports/:job',
      limited(pieceLimit),
      checked('param', jobParam),
      checked('query', pieceQuery),
      async (c) => {
        const { file, offset } = c.req.valid('query');
        await imports.put(c.req.valid('param').job, file, offset, new Uint8Array(await c.req.arrayBuffer()));
        return answer<{ offset: number }>(c, { offset });
      },
    )
    .get('/dictionaries/imports/:job', checked('param', jobParam), async (c) => {
      try {
        return answer<ImportPreview>(c, await imports.preview(c.req.valid('param').job));
      } catch (error) {
        if (error instanceof DictionaryError) throw new ApiError('bad-request', error.message, error.code);
        throw error;
      }
    })
    .post(
      '/dictionaries/imports/:job/start',
      limited(callLimit),
      checked('param', jobParam),
      checked('json', settingsBody),
      (c) => {
        const { job } = c.req.valid('param');
        const run = imports.start(job, c.req.valid('json'));
        return lines<ImportLine>(
          async (tell, left) => {
            left.addEventListener('abort', () => void imports.cancel(job), { once: true });
            await run(tell);
          },
          (error) => ({ type: 'failed', ...failureOf(error) }),
        );
      },
    )
    .delete('/dictionaries/imports/:job', checked('param', jobParam), async (c) => {
      await imports.cancel(c.req.valid('param').job);
      return c.body(null, 204);
    })
    .patch('/dictionaries/:id', limited(callLimit), checked('param', idParam), checked('json', editBody), async (c) =>
      answer<DictionaryList>(c, { dictionaries: await shelf.edit(c.req.valid('param').id, c.req.valid('json')) }),
    )
    .delete('/dictionaries/:id', checked('param', idParam), async (c) =>
      answer<DictionaryList>(c, { dictionaries: await shelf.remove(c.req.valid('param').id) }),
    );
}
