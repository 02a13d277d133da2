import { Hono } from 'hono';
import { z } from 'zod';
import { languageTag } from '#core/records/record.ts';
import { decode, decodeAs, encodings, NotText } from '#main/text/decode.ts';
import { answer } from './answer.ts';
import { ApiError } from './failure.ts';
import { checked, fileLimit, limited } from './input.ts';
import type { DecodedText } from './shapes.ts';

const asked = z.object({
  /** In which the file is likely to be written; tells which encodings are likely. */
  language: languageTag,
  /** Left out, it is found. */
  encoding: z.enum(encodings).optional(),
});

/** `POST /api/glossary/decode?language=&encoding=`: the bytes of a file in, its text out. */
export function decodeRoutes() {
  return new Hono().post('/glossary/decode', limited(fileLimit), checked('query', asked), async (c) => {
    const { language, encoding } = c.req.valid('query');
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    try {
      return answer<DecodedText>(c, encoding === undefined ? decode(bytes, language) : decodeAs(bytes, encoding));
    } catch (cause) {
      if (!(cause instanceof NotText)) throw cause;
      throw new ApiError('bad-request', cause.message, 'body');
    }
  });
}
