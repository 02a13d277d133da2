import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import type { RealignTask } from '#core/alignment/realign/realign.ts';
import type { RealignScope } from '#core/alignment/realign/scope.ts';
import type { Edition } from '#core/records/work.ts';
import { type Realigner, realignInThread } from '#main/jobs/align-in-thread.ts';
import type { Library } from '#main/library/library.ts';
import { messageOf } from '#main/message-of.ts';
import type { AlignCancelled, AlignLine } from './align-shapes.ts';
import { answer } from './answer.ts';
import { ApiError } from './failure.ts';
import { callLimit, checked, limited, recordId, workParam } from './input.ts';
import { lines } from './lines.ts';
import { presentWork, type PresentWork } from './opened.ts';

const asked = z.object({
  /** `<source edition>~<target edition>` */
  alignment: z.string().min(3).max(401),
  scope: z.union([
    z.enum(['unconfirmed', 'all']),
    z.object({ from: recordId, to: recordId.optional() }).transform(({ from, to }) => ({
      from,
      ...(to === undefined ? {} : { to }),
    })),
  ]),
});
const jobParam = workParam.extend({ job: z.uuid() });

/** A job that was asked for. */
interface Job {
  readonly work: string;
  readonly alignment: string;
  readonly control: AbortController;
}

/**
 * `POST /api/works/:work/align {alignment, scope}` says what aligning again would change, in lines of progress and at last a
 * change; it stores nothing. One job runs at a time; another for the same alignment ends the one before. Whoever leaves the lines,
 * or calls `DELETE /api/works/:work/align/:job`, ends the job.
 */
export function alignRoutes(library: Library, closing: AbortSignal, run: Realigner = realignInThread) {
  const jobs = new Map<string, Job>();
  let last: Promise<unknown> = Promise.resolve();
  /** Waits for the job before, since a thread takes much memory; who stops waiting need not. */
  const inTurn = <T>(act: () => Promise<T>, stop: AbortSignal): Promise<T> => {
    const own = last.then(act, act);
    last = own.catch(() => undefined);
    const stopped = new Promise<never>((_, reject) => {
      stop.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
    });
    return Promise.race([own, stopped]);
  };
  return new Hono()
    .post('/works/:work/align', limited(callLimit), checked('param', workParam), checked('json', asked), async (c) => {
      const { work } = c.req.valid('param');
      const { alignment, scope } = c.req.valid('json');
      const state = await presentWork(library, work);
      const task = taskOf(state, alignment, scope, library);
      for (const job of jobs.values()) {
        if (job.work === work && job.alignment === alignment) job.control.abort();
      }
      return lines<AlignLine>(async (tell, left) => {
        const id = randomUUID();
        const control = new AbortController();
        jobs.set(id, { work, alignment, control });
        tell({ type: 'job', job: id });
        const stop = AbortSignal.any([control.signal, left, closing]);
        try {
          const progress = (share: number): void => {
            tell({ type: 'progress', share });
          };
          const found = await inTurn(() => run(task, progress, stop), stop);
          const now = (await library.work(work)).state();
          tell(
            isSame(state, now, alignment)
              ? { type: 'done', ...found }
              : { type: 'failed', code: 'changed', message: `${alignment} was changed while it was aligned` },
          );
        } catch (error) {
          tell(stop.aborted ? { type: 'cancelled' } : failed(error));
        } finally {
          jobs.delete(id);
        }
      }, failed);
    })
    .delete('/works/:work/align/:job', checked('param', jobParam), (c) => {
      const { work, job: id } = c.req.valid('param');
      const job = jobs.get(id);
      const isThere = job?.work === work;
      if (isThere) job.control.abort();
      return answer<AlignCancelled>(c, { cancelled: isThere });
    });
}

function failed(error: unknown): AlignLine {
  return { type: 'failed', code: 'internal', message: messageOf(error) };
}

/** Lists of a state are values: as long as they are the same, so is what was aligned. */
function isSame(before: PresentWork, now: Pick<PresentWork, 'paragraphs' | 'alignments'>, alignment: string): boolean {
  return (
    before.alignments.get(alignment) === now.alignments.get(alignment) &&
    alignment.split('~').every((id) => before.paragraphs.get(id) === now.paragraphs.get(id))
  );
}

/** @throws ApiError for editions that are not there or stand the wrong way round, and for a bead that is not there */
function taskOf(state: PresentWork, alignment: string, scope: RealignScope, library: Library): RealignTask {
  const [source, target] = editionsOf(state, alignment);
  const beads = state.alignments.get(alignment) ?? [];
  const named = typeof scope === 'string' ? [] : [scope.from, ...(scope.to === undefined ? [] : [scope.to])];
  const missing = named.find((id) => !beads.some((bead) => bead.id === id));
  if (missing !== undefined) {
    throw new ApiError('not-found', `the alignment ${alignment} has no bead ${missing}`, 'scope');
  }
  const [from = 0, to = from] = named.map((id) => beads.findIndex((bead) => bead.id === id));
  if (to < from) throw new ApiError('bad-request', 'the last bead to align stands before the first', 'scope.to');
  const texts = (edition: Edition): { id: string; text: string }[] =>
    (state.paragraphs.get(edition.id) ?? []).map(({ id, text }) => ({ id, text }));
  return {
    alignment,
    beads,
    source: texts(source),
    target: texts(target),
    languages: [source.language, target.language],
    scope,
    glossary: library.top.state().terms,
  };
}

function editionsOf({ editions, work }: PresentWork, alignment: string): [Edition, Edition] {
  for (const source of editions) {
    for (const target of editions) {
      if (`${source.id}~${target.id}` !== alignment || source === target) continue;
      if (target.id !== work.original) return [source, target];
      throw new ApiError('bad-request', `the original stands first: ${target.id}~${source.id}`, 'alignment');
    }
  }
  throw new ApiError('bad-request', `the work has no two editions ${alignment}`, 'alignment');
}
