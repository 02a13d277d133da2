import type { Context, TypedResponse } from 'hono';

const encoder = new TextEncoder();

/**
 * Answers with `value` as JSON, typed for the client as the very same type. That is right for what `shapes.ts` describes,
 * since all of it is plain JSON; Hono's own `c.json` would derive another type from it, without the loose records' fields.
 */
export function answer<T>(c: Context, value: T): Response & TypedResponse<T, 200, 'json'> {
  c.header('Content-Type', 'application/json; charset=utf-8');
  c.header('Cache-Control', 'no-store');
  // As bytes: a string would be read twice over, for its length and to be encoded, and a work is long.
  const response: Response = c.body(encoder.encode(JSON.stringify(value)), 200);
  return response as Response & TypedResponse<T, 200, 'json'>;
}
