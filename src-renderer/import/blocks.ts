import { createStore } from 'zustand/vanilla';
import type { PreviewBlock } from '#main/api/import-shapes.ts';
import { ApiFailure } from '#renderer/app/client.ts';
import { loadBlocks } from './calls.ts';
import type { DraftPart } from './drafts.ts';

/** Blocks that are asked for at once. */
const page = 100;

/** The blocks that are here, by file and text, by page; and the pages that could not be read. */
interface Held {
  readonly pages: ReadonlyMap<string, readonly PreviewBlock[]>;
}

export const heldBlocks = createStore<Held>(() => ({ pages: new Map() }));

const asked = new Set<string>();

function nameOf(part: Pick<DraftPart, 'file' | 'text'>, number: number): string {
  return `${part.file}:${String(part.text)}:${String(number)}`;
}

/** A block that is here; `null` for one that must be asked for. */
export function blockOf(pages: Held['pages'], part: DraftPart, block: number): PreviewBlock | null {
  return pages.get(nameOf(part, Math.floor(block / page)))?.[block % page] ?? null;
}

/** Asks for the page that a block stands on, once. */
export function askFor(part: DraftPart, block: number): void {
  const number = Math.floor(block / page);
  const name = nameOf(part, number);
  if (heldBlocks.getState().pages.has(name) || asked.has(name)) return;
  asked.add(name);
  loadBlocks(part.file, part.text, number * page, page)
    .then(({ blocks }) => {
      // Forgotten meanwhile: the file was read again.
      if (!asked.has(name)) return;
      heldBlocks.setState(({ pages }) => ({ pages: new Map(pages).set(name, blocks) }));
    })
    .catch((error: unknown) => {
      if (!(error instanceof ApiFailure)) throw error;
    })
    .finally(() => asked.delete(name));
}

/** Forgets the blocks of a file, because it was read again or is gone. */
export function forgetBlocks(file: string): void {
  const isOld = (name: string): boolean => name.startsWith(`${file}:`);
  for (const name of asked) if (isOld(name)) asked.delete(name);
  heldBlocks.setState(({ pages }) => ({ pages: new Map([...pages].filter(([name]) => !isOld(name))) }));
}
