import { createStore } from 'zustand/vanilla';
import { looksLikeEgiz, tellingBytes } from '#core/formats/egiz-file/recognise.ts';
import type { ExportGroup } from '#main/api/export-shapes.ts';

/** What of a work is wanted as a file. */
export interface ExportChoice {
  readonly group: ExportGroup;
  /** By group, the id of the format that was chosen last. */
  readonly formats: Readonly<Partial<Record<ExportGroup, string>>>;
  readonly options: {
    readonly unit: 'paragraph' | 'sentence';
    readonly includeUnconfirmed: boolean;
    readonly notes: boolean;
    readonly highlights: boolean;
    readonly glossary: boolean;
    readonly cards: boolean;
  };
}

/** Which work is being given out, what is wanted of it (kept while the window is open), and which `.egiz` files come in, one after the other. */
export const exporting = createStore<{ work: string | null; choice: ExportChoice; incoming: readonly File[] }>(() => ({
  work: null,
  choice: {
    group: 'bitext',
    formats: {},
    options: {
      unit: 'paragraph',
      includeUnconfirmed: true,
      notes: true,
      highlights: true,
      glossary: true,
      cards: true,
    },
  },
  incoming: [],
}));

/** Asks what of a work is to become a file. */
export function openExport(work: string): void {
  exporting.setState({ work });
}

export function closeExport(): void {
  exporting.setState({ work: null });
}

/** Whether a file is a work of Egiz, by its name or by what is in it; what is wrong with it is told when it is read. */
export async function isEgizFile(file: File): Promise<boolean> {
  if (/\.egiz$/iu.test(file.name)) return true;
  const bytes = async (part: Blob): Promise<Uint8Array> => new Uint8Array(await part.arrayBuffer());
  try {
    return looksLikeEgiz(await bytes(file.slice(0, tellingBytes)), await bytes(file.slice(-tellingBytes)));
  } catch {
    // A file that is gone or a folder: reading it says so.
    return false;
  }
}

/** Shows what is in `.egiz` files, one after the other, and asks whether to take it in. */
export function openEgizFiles(files: readonly File[]): void {
  exporting.setState(({ incoming }) => ({ incoming: [...incoming, ...files] }));
}

/** Goes on to the next file. */
export function closeEgizFile(): void {
  exporting.setState(({ incoming }) => ({ incoming: incoming.slice(1) }));
}
