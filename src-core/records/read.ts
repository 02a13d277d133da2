import { z } from 'zod';
import { isStamp } from './clock.ts';
import { anyRecord, type AnyRecord } from './schema.ts';

/** A record that was read, or what is wrong with it. */
export type Checked = { record: AnyRecord } | { fault: string };

/**
 * Checks that a value is a record of this version. The value itself is the record: fields that no schema knows stay, in
 * their places. A `modified` that is no stamp counts as never stored, so that nobody's typing error beats every edit.
 */
export function readRecord(value: unknown): Checked {
  if (!isObject(value)) return { fault: `not an object but ${value === null ? 'null' : typeof value}` };
  if (!fitsAtAGlance(value)) {
    const checked = anyRecord.safeParse(value);
    if (!checked.success) return { fault: described(checked.error) };
  }
  const record = value as AnyRecord;
  return { record: record.modified === '' || stamped(record.modified) ? record : { ...record, modified: '' } };
}

/** A record's first fault in one line: `marks[0].start: Invalid input`. */
function described(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return 'not a record';
  return `${issue.path.length === 0 ? 'record' : z.core.toDotPath(issue.path)}: ${issue.message}`;
}

/**
 * Paragraphs and beads come by tens of thousands, and their schemas take most of the time in which a work opens. What
 * passes here passes the schema (a test holds both together); what does not is left to the schema to judge.
 */
function fitsAtAGlance(value: Record<string, unknown>): boolean {
  return (
    isBase(value) && ((value.kind === 'paragraph' && isParagraph(value)) || (value.kind === 'bead' && isBead(value)))
  );
}

function isBase({ id, modified, deleted }: Record<string, unknown>): boolean {
  return (
    typeof id === 'string' &&
    id.length > 0 &&
    id.length <= 200 &&
    typeof modified === 'string' &&
    modified.length <= 100 &&
    (deleted === undefined || deleted === true)
  );
}

function isParagraph({ edition, section, order, type, level, text, marks }: Record<string, unknown>): boolean {
  return (
    typeof edition === 'string' &&
    typeof section === 'string' &&
    typeof order === 'string' &&
    (type === 'text' || type === 'heading' || type === 'verse' || type === 'quote' || type === 'note') &&
    level === undefined &&
    typeof text === 'string' &&
    Array.isArray(marks) &&
    marks.length === 0
  );
}

function isBead(bead: Record<string, unknown>): boolean {
  const { alignment, order, source, target, status, confidence, sentences, intended } = bead;
  return (
    typeof alignment === 'string' &&
    typeof order === 'string' &&
    areStrings(source) &&
    areStrings(target) &&
    (status === 'auto' || status === 'confirmed') &&
    typeof confidence === 'number' &&
    confidence >= 0 &&
    confidence <= 1 &&
    sentences === undefined &&
    intended === undefined
  );
}

function areStrings(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

let lastStamp = '';

/** Whole texts carry one stamp, so the last answer mostly is the next one as well. */
function stamped(modified: string): boolean {
  if (modified === lastStamp) return true;
  if (!isStamp(modified)) return false;
  lastStamp = modified;
  return true;
}
