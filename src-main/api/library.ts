import { Hono } from 'hono';
import { change } from '#core/records/change.ts';
import type { Library } from '#main/library/library.ts';
import { answer } from './answer.ts';
import { changeLimit, checked, limited, workParam } from './input.ts';
import type { LibraryState, ReviewState, Stored } from './shapes.ts';

/** `GET /api/library` and `GET /api/review`. */
export function libraryRoutes(library: Library, host: LibraryState['host'], version: string) {
  return new Hono()
    .get('/review', (c) => {
      const { cards, answers } = library.top.state();
      return answer<ReviewState>(c, { cards: [...cards], answers: [...answers] });
    })
    .get('/library', async (c) => {
      const works = await library.works();
      const { terms, rejections, display, palette, study } = library.top.state();
      return answer<LibraryState>(c, {
        folder: library.folder,
        device: library.device,
        host,
        version,
        readOnly: library.readOnly,
        works,
        terms: [...terms],
        rejections: [...rejections],
        display,
        palette,
        study,
        problems: library.problems(),
      });
    });
}

/** `POST /api/library/changes` and `POST /api/works/:work/changes`: answered once the change is on disk. */
export function changeRoutes(library: Library) {
  return new Hono()
    .post('/library/changes', limited(changeLimit), checked('json', change), async (c) =>
      answer<Stored>(c, await library.top.apply(c.req.valid('json'))),
    )
    .post(
      '/works/:work/changes',
      limited(changeLimit),
      checked('param', workParam),
      checked('json', change),
      async (c) => {
        const store = await library.work(c.req.valid('param').work);
        return answer<Stored>(c, await store.apply(c.req.valid('json')));
      },
    );
}
