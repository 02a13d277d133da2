import { createStore } from 'zustand/vanilla';
import type { AlignmentNeeds } from '#core/formats/loose/needs.ts';
import type { EditionUpdate } from '#core/formats/update.ts';
import type { FilePreview, ImportFormats, ReadFailure } from '#main/api/import-shapes.ts';
import type { ApiFailure } from '#renderer/app/client.ts';
import type { Said } from './calls.ts';
import type { Draft } from './drafts.ts';

/** What an alignment is between that stands apart from its texts. */
export interface AlignedFile {
  readonly needs: AlignmentNeeds;
  /** The keys of the files that are taken for what it needs; `null` for one that is not here. */
  readonly chosen: readonly (string | null)[];
}

/** Why a file was not read; `changed`: it was written anew or went away after it was chosen. */
export type FileFailure = Omit<ReadFailure, 'code'> & { readonly code: ReadFailure['code'] | 'changed' };

/** A file that was brought, and where it stands. */
export interface BroughtFile {
  readonly key: string;
  readonly name: string;
  /** With the folder that it was dropped in, as far as that is known. */
  readonly path: string;
  /** As the library names it, once it was sent. */
  readonly id: string | null;
  readonly said: Said;
  readonly aligned: AlignedFile | null;
  readonly state:
    | { kind: 'sending'; share: number }
    | { kind: 'reading'; share: number }
    | { kind: 'read'; preview: FilePreview }
    /** An alignment whose texts are not all here. */
    | { kind: 'waiting' }
    | { kind: 'failed'; why: FileFailure | ApiFailure };
}

/** What becomes of the texts. */
export type Purpose = 'work' | 'translation' | 'version';

export interface Importing {
  /** What a person cancelled, to go on with as long as nothing else is brought. */
  readonly aside: Pick<Importing, 'files' | 'drafts' | 'past' | 'purpose' | 'work' | 'edition' | 'write'> | null;
  readonly files: readonly BroughtFile[];
  /** The first is the original. */
  readonly drafts: readonly Draft[];
  /** The drafts before each thing that a person did. */
  readonly past: readonly (readonly Draft[])[];
  readonly purpose: Purpose;
  /** The work that a translation or a version is for. */
  readonly work: string | null;
  /** The edition that a version is of. */
  readonly edition: string | null;
  /** The language in which a translation is to be written beside a single text; `null`: none. */
  readonly write: string | null;
  /** Under way, with its share; `null` otherwise. */
  readonly making: { share: number } | null;
  /** What a new version would change, to be looked at. */
  readonly update: EditionUpdate | null;
  readonly failure: ApiFailure | null;
  readonly formats: ImportFormats | null;
}

export const nothing: Omit<Importing, 'formats'> = {
  aside: null,
  files: [],
  drafts: [],
  past: [],
  purpose: 'work',
  work: null,
  edition: null,
  write: null,
  making: null,
  update: null,
  failure: null,
};

export const importing = createStore<Importing>(() => ({ ...nothing, formats: null }));

/** Whether a file is still to be sent or read. */
export function isOnTheWay({ state }: BroughtFile): boolean {
  return state.kind === 'sending' || state.kind === 'reading';
}
