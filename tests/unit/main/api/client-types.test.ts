import { hc } from 'hono/client';
import { expectTypeOf, test } from 'vitest';
import type { App } from '#main/api/app.ts';
import type { Change } from '#core/records/change.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { Hits, LibraryState, Stored, WorkState, WorkSummary } from '#main/api/shapes.ts';

const { api } = hc<App>('http://127.0.0.1/');
type Body<Call extends (...args: never[]) => Promise<{ json(): Promise<unknown> }>> = Awaited<
  ReturnType<Awaited<ReturnType<Call>>['json']>
>;

test('the typed client answers with the very shapes', () => {
  expectTypeOf<Body<typeof api.library.$get>>().toEqualTypeOf<LibraryState>();
  expectTypeOf<Body<typeof api.library.changes.$post>>().toEqualTypeOf<Stored>();
  const work = api.works[':work'];
  expectTypeOf<Body<typeof work.$get>>().toEqualTypeOf<WorkState>();
  expectTypeOf<Body<typeof work.summary.$get>>().toEqualTypeOf<WorkSummary>();
  expectTypeOf<Body<typeof work.changes.$post>>().toEqualTypeOf<Stored>();
  expectTypeOf<Body<typeof work.paragraphs.$post>>().toEqualTypeOf<Paragraph[]>();
  expectTypeOf<Body<typeof work.search.$get>>().toEqualTypeOf<Hits>();
  expectTypeOf<Body<typeof work.occurrences.$post>>().toEqualTypeOf<Hits>();
  expectTypeOf<Body<(typeof work.history)[':record']['$get']>>().toEqualTypeOf<AnyRecord[]>();
});

test('the typed client knows what a call takes', () => {
  const work = api.works[':work'];
  expectTypeOf<{ param: { work: string }; json: Change }>().toExtend<Parameters<typeof work.changes.$post>[0]>();
  expectTypeOf<{ param: { work: string }; query: { q: string } }>().toExtend<Parameters<typeof work.search.$get>[0]>();
  expectTypeOf<{ param: { work: string }; query: { words: string } }>().not.toExtend<
    Parameters<typeof work.search.$get>[0]
  >();
});
