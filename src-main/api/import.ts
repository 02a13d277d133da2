import { Hono } from 'hono';
import { z } from 'zod';
import { languageTag } from '#core/records/record.ts';
import { formats } from '#main/formats/formats.ts';
import { BroughtError, BroughtFiles, mostBytes } from '#main/import/brought-files.ts';
import { beginTranslation, type Made, makeEditions, makeWork } from '#main/import/make.ts';
import { blocksPage, filePreview } from '#main/import/preview.ts';
import { saidBeside, textOf } from '#main/import/plans.ts';
import { updateInThread } from '#main/import/update-in-thread.ts';
import { LibraryError, type Library } from '#main/library/library.ts';
import { messageOf } from '#main/message-of.ts';
import { encodings } from '#main/text/decode.ts';
import { answer } from './answer.ts';
import { ApiError } from './failure.ts';
import type {
  ImportFile,
  ImportFormats,
  MakeLine,
  PreviewBlocks,
  ReadLine,
  TranslationBegun,
  UpdateLine,
} from './import-shapes.ts';
import { callLimit, changeLimit, checked, limited, recordId, workParam } from './input.ts';
import { lines } from './lines.ts';
import { presentWork } from './opened.ts';

/** Greatest piece of a file that is sent at a time, in bytes. */
const pieceLimit = 8 * 1024 * 1024;
const fileId = z.string().regex(/^[a-f0-9]{32}$/);
const number = z.coerce.number().int().min(0);
const words = z.string().max(2000);

const fileBody = z.object({ name: z.string().min(1).max(500), size: z.number().int().min(0) });
const fileParam = z.object({ file: fileId });
const textParam = z.object({ file: fileId, text: number });
const pageQuery = z.object({ from: number, count: z.coerce.number().int().min(1).max(500) });
const choices = z.object({ encoding: z.enum(encodings).optional(), format: z.string().max(40).optional() });
const readBody = choices.extend({ documents: z.array(fileId.nullable()).max(2000).optional() });

const blockEdit = z.object({
  type: z.enum(['heading', 'text', 'verse', 'quote', 'note']).optional(),
  level: z.number().int().min(1).max(6).optional(),
  leftOut: z.boolean().optional(),
  begins: z.boolean().optional(),
});
const edition = z.object({
  language: languageTag,
  title: words,
  translator: words.optional(),
  date: words.optional(),
  parts: z
    .array(
      z.object({
        file: fileId,
        text: z.number().int().min(0),
        edits: z.array(z.tuple([z.number().int().min(0), blockEdit.transform(stripped)])),
        title: words.optional(),
      }),
    )
    .min(1)
    .max(500),
});
const workBody = z.object({
  titles: z.record(z.string(), words),
  author: z.record(z.string(), words).optional(),
  editions: z.array(edition).min(1).max(16),
  align: z.boolean(),
  write: languageTag.optional(),
});
const editionsBody = z.object({ editions: z.array(edition).min(1).max(16), align: z.boolean() });
const updateParam = workParam.extend({ edition: recordId });

/**
 * What readers bring. `POST /import/files {name, size}` answers a file's id; `PUT /import/files/:file?offset=` takes it piece by piece;
 * `POST …/read` reads it, again with what a person corrected; `GET …/texts/:text` shows its blocks; `POST /import/works`,
 * `POST /works/:work/editions` and `POST /works/:work/editions/:edition/update` make something of it. Whoever leaves an answer
 * ends what it does; `DELETE /import/files/:file` forgets a file.
 */
export function importRoutes(library: Library, closing: AbortSignal) {
  const files = new BroughtFiles();
  closing.addEventListener('abort', () => {
    files.close();
  });
  const stopping = (left: AbortSignal): AbortSignal => AbortSignal.any([left, closing]);
  return new Hono()
    .get('/import/formats', (c) =>
      answer<ImportFormats>(c, {
        formats: formats.map(({ id, endings, kind }) => ({ id, endings, hasEncoding: kind === 'text' })),
        encodings,
        mostBytes,
      }),
    )
    .post('/import/files', limited(callLimit), checked('json', fileBody), (c) => {
      const { name, size } = c.req.valid('json');
      return answer<ImportFile>(c, { file: refusing(() => files.begin(name, size)) });
    })
    .put(
      '/import/files/:file',
      limited(pieceLimit),
      checked('param', fileParam),
      checked('query', z.object({ offset: number })),
      async (c) => {
        const { offset } = c.req.valid('query');
        const piece = new Uint8Array(await c.req.arrayBuffer());
        refusing(() => {
          files.put(c.req.valid('param').file, offset, piece);
        });
        return answer<{ offset: number }>(c, { offset });
      },
    )
    .post(
      '/import/files/:file/read',
      limited(callLimit),
      checked('param', fileParam),
      checked('json', readBody),
      (c) => {
        const { file } = c.req.valid('param');
        const { encoding, format, documents } = c.req.valid('json');
        const said = { ...(encoding === undefined ? {} : { encoding }), ...(format === undefined ? {} : { format }) };
        return lines<ReadLine>(
          async (tell, left) => {
            const progress = (share: number): void => {
              tell({ type: 'progress', share });
            };
            const end = await files.read(file, said, progress, stopping(left), documents);
            if (end === 'cancelled') tell({ type: 'cancelled' });
            else if ('failure' in end) tell({ type: 'failed', failure: end.failure });
            else tell({ type: 'done', preview: filePreview(file, files.readOf(file)) });
          },
          (error) => ({ type: 'failed', failure: { code: 'internal', message: messageOf(error), place: {} } }),
        );
      },
    )
    .get('/import/files/:file/texts/:text', checked('param', textParam), checked('query', pageQuery), (c) => {
      const { file, text } = c.req.valid('param');
      const { from, count } = c.req.valid('query');
      const found = refusing(() => files.readOf(file)).read.imported.texts[text];
      if (found === undefined) throw new ApiError('not-found', `there is no text ${String(text)}`, 'text');
      return answer<PreviewBlocks>(c, blocksPage(found, from, count));
    })
    .delete('/import/files/:file', checked('param', fileParam), (c) => {
      files.drop(c.req.valid('param').file);
      return c.body(null, 204);
    })
    .post('/import/works', limited(changeLimit), checked('json', workBody), (c) => {
      const input = c.req.valid('json');
      return made((making) => makeWork({ library, files, ...making }, input), stopping);
    })
    .post(
      '/works/:work/editions',
      limited(changeLimit),
      checked('param', workParam),
      checked('json', editionsBody),
      (c) => {
        const { work } = c.req.valid('param');
        const { editions, align } = c.req.valid('json');
        return made((making) => makeEditions({ library, files, ...making }, work, editions, align), stopping);
      },
    )
    .post(
      '/works/:work/translation',
      limited(callLimit),
      checked('param', workParam),
      checked('json', z.object({ language: languageTag })),
      async (c) => {
        const { work } = c.req.valid('param');
        return answer<TranslationBegun>(c, await beginTranslation(library, work, c.req.valid('json').language));
      },
    )
    .post(
      '/works/:work/editions/:edition/update',
      limited(changeLimit),
      checked('param', updateParam),
      checked('json', z.object({ edition })),
      (c) => {
        const { work, edition: id } = c.req.valid('param');
        const { edition: input } = c.req.valid('json');
        return lines<UpdateLine>(async (tell, left) => {
          const stop = stopping(left);
          const { editions, sections, paragraphs, alignments, annotations } = await presentWork(library, work);
          const newer = textOf(files, input);
          const said = saidBeside(files, input, newer, new Date().toISOString());
          const source = input.parts.map(({ file }) => files.readOf(file).name).join(', ');
          const { terms: glossary } = library.top.state();
          const state = { editions, sections, paragraphs, alignments, annotations };
          const progress = (share: number): void => {
            tell({ type: 'progress', share });
          };
          const update = await updateInThread(
            { work: state, edition: id, text: newer.text, more: { source }, glossary, said },
            progress,
            stop,
          );
          tell({ type: 'done', update });
        }, failedLine);
      },
    );
}

/** The lines of a call that makes a work or an edition. */
function made(
  make: (making: { progress: (share: number) => void; stop: AbortSignal }) => Promise<Made>,
  stopping: (left: AbortSignal) => AbortSignal,
): Response {
  return lines<MakeLine>(async (tell, left) => {
    const stop = stopping(left);
    const progress = (share: number): void => {
      tell({ type: 'progress', share });
    };
    try {
      tell({ type: 'done', ...(await make({ progress, stop })) });
    } catch (error) {
      if (!stop.aborted) throw error;
      tell({ type: 'cancelled' });
    }
  }, failedLine);
}

function refusing<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof BroughtError) throw new ApiError(error.code, error.message, 'file');
    throw error;
  }
}

function failedLine(error: unknown): Extract<MakeLine, { type: 'failed' }> {
  const isOurs = error instanceof BroughtError || error instanceof LibraryError || error instanceof ApiError;
  return { type: 'failed', code: isOurs ? error.code : 'internal', message: messageOf(error) };
}

/** An edit without fields that say nothing, as exact types want it. */
function stripped({
  type,
  level,
  leftOut,
  begins,
}: {
  type?: 'heading' | 'text' | 'verse' | 'quote' | 'note' | undefined;
  level?: number | undefined;
  leftOut?: boolean | undefined;
  begins?: boolean | undefined;
}) {
  return {
    ...(type === undefined ? {} : { type }),
    ...(level === undefined ? {} : { level }),
    ...(leftOut === undefined ? {} : { leftOut }),
    ...(begins === undefined ? {} : { begins }),
  };
}
