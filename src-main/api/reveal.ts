import { Hono } from 'hono';
import type { Library } from '#main/library/library.ts';
import { ApiError } from './failure.ts';
import { checked, workParam } from './input.ts';

/** Shows the folder of a work in the system's file manager. */
export type Reveal = (work: string) => Promise<void>;

/** `POST /api/works/:work/reveal`. */
export function revealRoutes(library: Library, reveal: Reveal | null) {
  return new Hono().post('/works/:work/reveal', checked('param', workParam), async (c) => {
    const { work } = c.req.valid('param');
    if (reveal === null) throw new ApiError('not-here', 'a browser cannot open the file manager');
    await library.work(work);
    await reveal(work);
    return c.body(null, 204);
  });
}
