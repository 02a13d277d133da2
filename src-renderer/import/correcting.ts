import type { BlockEdit } from '#core/formats/corrected.ts';
import { apart, joined, withBlock, withDraft, type Draft } from './drafts.ts';
import { importing } from './import-state.ts';

/** States before, that can be gone back to. */
const most = 200;
/** What is typed into one field is one step. */
let typing: string | null = null;

function change(next: (drafts: readonly Draft[]) => readonly Draft[], field: string | null = null): void {
  const goesOn = field !== null && field === typing;
  typing = field;
  importing.setState(({ drafts, past }) => ({
    drafts: next(drafts),
    past: goesOn ? past : [...past, drafts].slice(-most),
    update: null,
  }));
}

/** Takes back the last correction. */
export function undoCorrection(): void {
  typing = null;
  importing.setState(({ drafts, past }) => ({ drafts: past.at(-1) ?? drafts, past: past.slice(0, -1), update: null }));
}

type Field = 'language' | 'title' | 'author' | 'translator' | 'date';

export function setField(draft: string, field: Field, value: string): void {
  change((drafts) => withDraft(drafts, draft, (one) => ({ ...one, [field]: value })), `${draft} ${field}`);
}

export function correctBlock(draft: string, part: number, block: number, edit: BlockEdit): void {
  change((drafts) => withDraft(drafts, draft, (one) => withBlock(one, part, block, edit)));
}

/** Makes a text the original: the first. */
export function makeOriginal(draft: string): void {
  change((drafts) => [...drafts.filter(({ key }) => key === draft), ...drafts.filter(({ key }) => key !== draft)]);
}

/** Leaves a text of a file out. */
export function leaveOut(draft: string): void {
  change((drafts) => drafts.filter(({ key }) => key !== draft));
}

export function joinTexts(language: string): void {
  change((drafts) => joined(drafts, language));
}

export function takeApart(draft: string): void {
  change((drafts) => apart(drafts, draft));
}

/** Moves a file of a joined text one place up (-1) or down (1). */
export function movePart(draft: string, part: number, step: 1 | -1): void {
  change((drafts) =>
    withDraft(drafts, draft, (one) => {
      const parts = [...one.parts];
      const [moved] = parts.splice(part, 1);
      if (moved !== undefined) parts.splice(part + step, 0, moved);
      return { ...one, parts };
    }),
  );
}
