import type { Arrival } from '#core/formats/egiz-file/arriving.ts';
import type { EgizFileFault } from '#core/formats/egiz-file/egiz-file-error.ts';
import { type Change, noChange } from '#core/records/change.ts';
import type { Work } from '#core/records/work.ts';
import type { EgizBrought, EgizLook } from '#main/api/egiz-shapes.ts';
import { answer, api, ApiFailure } from '#renderer/app/client.ts';
import { loadLibrary } from '#renderer/app/library-store.ts';
import { notify } from '#renderer/app/notices.ts';
import { go } from '#renderer/app/route.ts';
import { remember, type ScopedChange } from '#renderer/app/undo.ts';
import { key } from '#renderer/i18n/key.ts';

/** Why a file is not taken: what is wrong with it, or what failed. `detail` is English. */
export type Refused = { refused: EgizFileFault; detail: string } | { failure: ApiFailure };

const binary = { 'Content-Type': 'application/octet-stream' };

/** What is in a file; nothing is changed. */
export async function lookInto(file: File, stop: AbortSignal): Promise<{ look: EgizLook } | Refused> {
  const found = await sent(file, 'look', stop);
  if ('refused' in found || 'failure' in found) return found;
  return 'counts' in found ? { look: found } : unexpected();
}

/** Takes the work of a file in, opens it, and can be undone. `null`: done. */
export async function takeIn(file: File, { work }: EgizLook, how: Arrival, stop: AbortSignal): Promise<Refused | null> {
  const found = await sent(file, how, stop);
  if ('refused' in found || 'failure' in found) return found;
  if (!('changes' in found)) return unexpected();
  await loadLibrary();
  const isUndoable = rememberBrought(found, how === 'join' ? null : { ...work, id: found.work });
  go({ view: 'work', work: found.work });
  const message = how === 'join' ? key('export:egiz.joined') : key('export:egiz.taken');
  notify({ kind: 'done', message, undoable: isUndoable });
  return null;
}

/**
 * Work and words come in as one step.
 *
 * @param made the record of a new work; `null` where the file was joined with one
 * @returns whether there is anything to undo
 */
function rememberBrought({ work: scope, changes }: EgizBrought, made: Work | null): boolean {
  const joined = made === null ? changes.work : { ...noChange, added: [made] };
  const parts: ScopedChange[] = [];
  if (joined !== null && !isEmpty(joined)) parts.push({ scope, change: joined });
  if (changes.top !== null && !isEmpty(changes.top)) parts.push({ scope: null, change: changes.top });
  const [first, ...also] = parts;
  if (first === undefined) return false;
  remember({ ...first, also, label: key('export:undo') });
  return true;
}

function isEmpty(change: Change): boolean {
  return change.added.length + change.updated.length + change.removed.length === 0;
}

async function sent(file: File, as: Arrival | 'look', stop: AbortSignal): Promise<EgizLook | EgizBrought | Refused> {
  try {
    const init = { body: await file.arrayBuffer(), headers: binary, signal: stop };
    const found = await answer(api.library.egiz.$post({ query: { as } }, { init }));
    return 'refused' in found ? { refused: found.refused.code, detail: found.refused.message } : found;
  } catch (cause) {
    const failure = cause instanceof ApiFailure ? cause : new ApiFailure('unreachable', String(cause), null);
    return failure.code === 'too-large' ? { refused: 'too-large', detail: failure.message } : { failure };
  }
}

function unexpected(): Refused {
  return { failure: new ApiFailure('internal', 'an answer to another question', null) };
}
