import type { Annotation } from '#core/records/annotation.ts';
import type { PackedBead } from '#core/records/packed-bead.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Display, Palette, Reading } from '#core/records/preference.ts';
import type { Mismatch, Rejection } from '#core/records/rejection.ts';
import type { Answer, Card, Study } from '#core/records/review.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { Term } from '#core/records/term.ts';
import type { Waiver } from '#core/records/waiver.ts';
import type { Edition, Section, Work } from '#core/records/work.ts';
import type { Encoding } from '#main/text/decode.ts';

/** Why a library takes no changes: another process holds it, or a newer Egiz wrote it. */
export type ReadOnly =
  | { reason: 'held'; holder: { pid: number; host: string; program: string; since: string } }
  | { reason: 'newer'; version: number; file: string };

/** Something that could not be read and was set aside; the rest loaded. */
export interface Problem {
  code: 'torn-line' | 'bad-checksum' | 'bad-record' | 'unreadable-file' | 'joined-copy' | 'newer-version';
  /** Path inside the library. */
  file: string;
  line?: number;
  /** What was wrong, in English, for a report; the view translates by `code`. */
  detail: string;
  /** Where it was put, a path inside the library, when it was set aside. */
  quarantined?: string;
}

/** `GET /api/library` */
export interface LibraryState {
  folder: string;
  device: string;
  host: 'electron' | 'loopback';
  version: string;
  readOnly: ReadOnly | null;
  works: WorkEntry[];
  terms: Term[];
  rejections: Rejection[];
  display: Display | null;
  palette: Palette | null;
  study: Study | null;
  problems: Problem[];
}

/** `GET /api/review`: the cards of the library and all answers to them. */
export interface ReviewState {
  cards: Card[];
  answers: Answer[];
}

export interface WorkEntry {
  work: Work;
  editions: Edition[];
  /** This device's. */
  reading: Reading | null;
  /** It came with Egiz. */
  bundled: boolean;
}

/** `GET /api/works/:work/summary`: what the list of works shows once the work is read. */
export interface WorkSummary {
  /** By edition. */
  paragraphs: Record<string, number>;
  words: Record<string, number>;
  /** By alignment: beads with paragraphs on both sides, of how many, and how many are confirmed. */
  alignments: Record<string, { beads: number; linked: number; confirmed: number }>;
  annotations: number;
}

/** A paragraph without its text: id, section, type, length of the text in UTF-16 code units. */
export type OutlineParagraph = [id: string, section: string, type: Paragraph['type'], length: number];

/** `GET /api/works/:work`: everything but the texts, and the texts around the reading position. */
export interface WorkState {
  work: Work;
  editions: Edition[];
  /** In the order of the text. */
  sections: Section[];
  /** By edition, in the order of the text. */
  outline: Record<string, OutlineParagraph[]>;
  /** By alignment (`<source>~<target>`), in order, normalised. */
  alignments: Record<string, PackedBead[]>;
  annotations: Annotation[];
  mismatches: Mismatch[];
  waivers: Waiver[];
  reading: Reading | null;
  /** Of all editions, the texts of the beads around the reading position. The rest: `POST /api/works/:work/paragraphs`. */
  texts: Paragraph[];
  problems: Problem[];
}

/** `POST /api/works/:work/changes` and `POST /api/library/changes`, answered once the change is on disk. */
export interface Stored {
  /** The change's records as they stand now, stamped; a removed one with `deleted: true`. */
  records: AnyRecord[];
  /** When it was on disk, ISO 8601. */
  at: string;
}

/** A place in a text. */
export interface Hit {
  edition: string;
  paragraph: string;
  start: number;
  end: number;
  /** The hit with up to 60 code units on either side, and where it stands in that. */
  excerpt: string;
  at: number;
}

/** `GET /api/works/:work/search?q=` and `POST /api/works/:work/occurrences {headword, term}` */
export interface Hits {
  /** In text order, the first 1,000. */
  hits: Hit[];
  /** All, by edition. */
  total: Record<string, number>;
}

/** `POST /api/library/mismatches {terms}`: the places in works that are not one of these terms. */
export interface TermMismatches {
  works: { work: string; mismatches: Mismatch[] }[];
}

/**
 * `GET /api/works/:work/terms?section=`: how often the headwords of the glossary stand in the work, or in one section of it,
 * as they are marked: where one stands inside a longer one, the longer counts.
 */
export interface TermCounts {
  /** By the id of the term; those that do not occur are left out. */
  counts: Record<string, number>;
}

/** `POST /api/glossary/decode` answers it: the text of a file, and the encoding that it was read in. */
export interface DecodedText {
  text: string;
  encoding: Encoding;
}

/** A line of `GET /api/events` (newline-delimited JSON, kept open). */
export type Event =
  | { type: 'hello'; device: string }
  /** Nothing happened for a while; the connection stands. */
  | { type: 'ping' }
  /** Records that changed outside this view: another window, another program, a synchroniser. */
  | { type: 'changed'; work: string | null; records: AnyRecord[] }
  /** The works of the library or their order changed. */
  | { type: 'works' }
  | { type: 'problem'; problem: Problem };

/** The body of every answer that is not 2xx. `code` is translated by the view; `message` is English, for a report. */
export interface Failure {
  error: { code: FailureCode; message: string; where?: string };
}
export type FailureCode =
  | 'bad-request'
  | 'not-found'
  | 'read-only'
  | 'disk-full'
  | 'no-permission'
  | 'write-failed'
  | 'too-large'
  | 'not-allowed'
  | 'not-here'
  | 'internal';
