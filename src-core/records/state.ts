import type { Annotation } from './annotation.ts';
import type { Bead } from './bead.ts';
import type { Paragraph } from './paragraph.ts';
import type { Display, Palette, Reading } from './preference.ts';
import type { Mismatch, Rejection } from './rejection.ts';
import type { Answer, Card, Study } from './review.ts';
import type { Term } from './term.ts';
import type { Waiver } from './waiver.ts';
import type { Edition, Section, Work } from './work.ts';

/**
 * The records of a work as a reader sees them: joined, normalised, tombstones left out. A value: a change makes a new one,
 * in which the lists that it did not touch are the same objects.
 */
export interface WorkRecords {
  /** `null` while the work is deleted. */
  readonly work: Work | null;
  /** In their order. */
  readonly editions: readonly Edition[];
  /** By the order of their editions, then in text order. */
  readonly sections: readonly Section[];
  /** By edition (every edition has an entry), in text order. */
  readonly paragraphs: ReadonlyMap<string, readonly Paragraph[]>;
  /** By alignment (`<source>~<target>`), in order. Every `<original>~<translation>` has an entry. */
  readonly alignments: ReadonlyMap<string, readonly Bead[]>;
  /** Oldest first. */
  readonly annotations: readonly Annotation[];
  /** By id. */
  readonly mismatches: readonly Mismatch[];
  /** By id. */
  readonly waivers: readonly Waiver[];
  /** By device. */
  readonly readings: ReadonlyMap<string, Reading>;
}

/** The records at the top of a library, tombstones left out. */
export interface LibraryRecords {
  /** By id; sorting by language is the view's. */
  readonly terms: readonly Term[];
  /** By id. */
  readonly rejections: readonly Rejection[];
  /** By id. */
  readonly cards: readonly Card[];
  /** By id. */
  readonly answers: readonly Answer[];
  readonly display: Display | null;
  readonly palette: Palette | null;
  readonly study: Study | null;
}
