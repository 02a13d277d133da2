import type { JoinCount } from '#core/formats/egiz-file/arriving.ts';
import type { EgizFileFault } from '#core/formats/egiz-file/egiz-file-error.ts';
import type { Change } from '#core/records/change.ts';
import type { Edition, Work } from '#core/records/work.ts';

/** `POST /api/library/egiz?as=look` */
export interface EgizLook {
  work: Work;
  program: string | null;
  /** ISO 8601 */
  exported: string | null;
  editions: { edition: Edition; paragraphs: number }[];
  counts: { beads: number; annotations: number; terms: number; cards: number; answers: number };
  /** Entries that this version does not know and does not take. */
  unknown: string[];
  /** Whether the library has this work. */
  here: 'none' | 'there' | 'deleted';
  /** What joining would do to the work's records; `null` where there is nothing to join. */
  join: JoinCount | null;
  /** The same of the terms, which are joined in any case. */
  glossary: JoinCount;
}

/** `POST /api/library/egiz?as=new`, `join` or `copy`, answered once it is on the disk. */
export interface EgizBrought {
  work: string;
  /** What joining changed, to be undone; `null` where that is too much. */
  changes: { top: Change | null; work: Change | null };
}

/** Why a `.egiz` file was refused; the view translates by the code. */
export interface EgizRefusal {
  refused: { code: EgizFileFault; message: string };
}
