import { randomUUID } from 'node:crypto';
import type { ImportedText } from '#core/formats/imported.ts';
import { type EditionUpdate, updateEdition, type UpdatedWork } from '#core/formats/update.ts';
import type { SaidBeside } from '#core/formats/update-said.ts';
import type { Term } from '#core/records/term.ts';
import type { Edition } from '#core/records/work.ts';

/** Two versions of an edition that are to be compared. */
export interface UpdateTask {
  readonly work: UpdatedWork;
  readonly edition: string;
  readonly text: ImportedText;
  readonly more: Partial<Pick<Edition, 'title' | 'translator' | 'source'>>;
  /** Helps to align what is new. */
  readonly glossary: readonly Term[];
  /** What the file of the new version holds beside it; `null`: nothing, or the new version is of several files. */
  readonly said: SaidBeside | null;
}

/** Compares two versions of an edition in this thread, and aligns what is new. @throws RangeError */
export function updateHere(
  { work, edition, text, more, glossary, said }: UpdateTask,
  progress: (share: number) => void,
): EditionUpdate {
  return updateEdition(work, edition, text, more, randomUUID, {
    glossary,
    progress,
    ...(said === null ? {} : { said }),
  });
}
