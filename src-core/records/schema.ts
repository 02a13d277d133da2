import { z } from 'zod';
import { annotation } from './annotation.ts';
import { bead } from './bead.ts';
import { paragraph } from './paragraph.ts';
import { display, palette, reading } from './preference.ts';
import { mismatch, rejection } from './rejection.ts';
import { answer, card, study } from './review.ts';
import { term } from './term.ts';
import { waiver } from './waiver.ts';
import { edition, section, work } from './work.ts';

/** Any record that this version knows. */
export const anyRecord = z.discriminatedUnion('kind', [
  work,
  edition,
  section,
  paragraph,
  bead,
  annotation,
  mismatch,
  waiver,
  reading,
  term,
  rejection,
  card,
  answer,
  display,
  palette,
  study,
]);
export type AnyRecord = z.infer<typeof anyRecord>;
export type Kind = AnyRecord['kind'];
export type RecordOf<K extends Kind> = Extract<AnyRecord, { kind: K }>;

/** Kinds that live in a work's folder. */
export const workKinds = [
  'work',
  'edition',
  'section',
  'paragraph',
  'bead',
  'annotation',
  'mismatch',
  'waiver',
  'reading',
] as const satisfies Kind[];
/** Kinds that live at the top of a library. */
export const libraryKinds = [
  'term',
  'rejection',
  'card',
  'answer',
  'display',
  'palette',
  'study',
] as const satisfies Kind[];

/** The version of the records' schema that this program writes. Files of a newer one open read-only. */
export const schemaVersion = 1;
