import { applied } from '#core/records/apply.ts';
import type { Change } from '#core/records/change.ts';
import { overtaken } from '#core/records/overtaken.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { Event, Stored } from '#main/api/shapes.ts';
import { i18n } from '#renderer/i18n/index.ts';
import type { ApiFailure } from './client.ts';
import { libraryRecord, loadLibrary, showInLibrary } from './library-store.ts';
import { notify } from './notices.ts';
import { announce } from './problems.ts';
import { heard, save, type Scope } from './saving.ts';
import {
  changesOf,
  forget,
  remember,
  reversed,
  takeRedo,
  takeUndo,
  undoing,
  type ScopedChange,
  type Step,
} from './undo.ts';
import { openedWork, showInWork, workRecord } from './work-store.ts';

/** How many changes of a record are on their way to the disk: until the last is there, the view's version stands. */
const onTheWay = new Map<string, number>();

/**
 * Does what a person asked for: shows it at once, stores it, and remembers it for undo.
 *
 * @param scope the work, or `null` for terms, display and palette
 * @param label translation key of what was done (`undo.highlight`); `null` for what is not part of undo
 */
export function commit(scope: Scope, change: Change, label: string | null): void {
  perform({ scope, change });
  if (label !== null) remember({ scope, change, label });
}

/** Does what a person asked for in several places, as one step: shows it at once, stores it, and remembers it for undo. */
export function commitTogether(parts: readonly ScopedChange[], label: string): void {
  for (const part of parts) perform(part);
  const [first, ...also] = parts;
  if (first !== undefined) remember({ ...first, also, label });
}

/**
 * Takes back the last step. Gives it, or `null` when there is none. Where another window or device has changed the same since,
 * nothing is done, the step is forgotten and the reader told: what others wrote is not undone here.
 */
export function undo(): Step | null {
  const last = undoing.getState().done.at(-1);
  if (last === undefined || isOvertaken(last, last)) return null;
  const step = takeUndo();
  if (step !== null) changesOf(step).forEach(perform);
  return step;
}

/** Does the last undone step again. Gives it, or `null` when there is none, or when others changed the same since. */
export function redo(): Step | null {
  const last = undoing.getState().undone.at(-1);
  if (last === undefined || isOvertaken(last, reversed(last))) return null;
  const step = takeRedo();
  if (step !== null) changesOf(step).forEach(perform);
  return step;
}

/** @param made what a step did last: itself, or once it was undone, the reverse */
function isOvertaken(step: Step, made: Step): boolean {
  if (!changesOf(made).some(({ scope, change }) => overtaken((id) => current(id, scope), change))) return false;
  forget(step.change);
  notify({ kind: 'done', message: 'app:undo.overtaken', values: { what: i18n.t(step.label) }, undoable: false });
  return true;
}

function perform({ scope, change }: ScopedChange): void {
  const records = applied((id) => current(id, scope), change);
  for (const { id } of records) onTheWay.set(id, (onTheWay.get(id) ?? 0) + 1);
  show(records, scope);
  save({
    scope,
    change,
    settle: (stored: Stored) => {
      arrived(records);
      show(
        stored.records.filter(({ id }) => !onTheWay.has(id)),
        scope,
      );
      // A work that was deleted and lives again has no entry to be shown in.
      if (stored.records.some(({ kind }) => kind === 'work')) void loadLibrary();
    },
    refuse: (inverse: Change, failure: ApiFailure) => {
      arrived(records);
      forget(change);
      show(
        applied((id) => current(id, scope), inverse),
        scope,
      );
      notify({ kind: 'failure', failure });
    },
  });
}

/** Shows what came from outside: another window, another program, a synchroniser. */
export function receive(event: Event): void {
  if (event.type === 'works') void loadLibrary();
  if (event.type === 'problem') announce(event.problem);
  if (event.type === 'changed') {
    heard();
    show(
      event.records.filter(({ id }) => !onTheWay.has(id) && isNews(id, event.work, event.records)),
      event.work,
    );
  }
}

function isNews(id: string, scope: Scope, records: readonly AnyRecord[]): boolean {
  return records.some((record) => record.id === id && record.modified !== current(id, scope)?.modified);
}

function current(id: string, scope: Scope): AnyRecord | null {
  return (
    (scope !== null && openedWork.getState().current?.id === scope ? workRecord(id) : null) ?? libraryRecord(id, scope)
  );
}

function show(records: readonly AnyRecord[], scope: Scope): void {
  if (records.length === 0) return;
  showInLibrary(records, scope);
  if (scope !== null) showInWork(records, scope);
}

function arrived(records: readonly AnyRecord[]): void {
  for (const { id } of records) {
    const left = (onTheWay.get(id) ?? 1) - 1;
    if (left > 0) onTheWay.set(id, left);
    else onTheWay.delete(id);
  }
}
