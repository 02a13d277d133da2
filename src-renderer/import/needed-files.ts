import { mosesNames } from '#core/formats/lines/read.ts';
import { matchedFiles, type OfferedFile } from '#core/formats/loose/matching.ts';
import type { AlignmentNeeds } from '#core/formats/loose/needs.ts';
import type { AlignedFile, BroughtFile } from './import-state.ts';

/** Files that an alignment can be between: all that came whole and are no alignment themselves. */
export function documentsFor(alignment: BroughtFile, files: readonly BroughtFile[]): BroughtFile[] {
  return files.filter(
    (file) =>
      file.id !== null &&
      (file.state.kind === 'read' || file.state.kind === 'failed') &&
      (file.aligned === null || file.key === alignment.key || isPairByName(file)) &&
      (file.key !== alignment.key || isPairByName(file)),
  );
}

/** Whether a file is the first of two that their names say are a pair: it is a text itself, and nothing links it. */
export function isPairByName({ key, aligned }: BroughtFile): boolean {
  return aligned?.chosen.includes(key) === true;
}

/** What an alignment is between now that other files are here: what a person chose stays, the rest is found by names. */
export function rematched(alignment: BroughtFile, files: readonly BroughtFile[]): AlignedFile | null {
  const { aligned } = alignment;
  if (aligned === null) return null;
  const taken = new Set(
    files.flatMap((file) => (file.key === alignment.key || isPairByName(file) ? [] : (file.aligned?.chosen ?? []))),
  );
  const free = documentsFor(alignment, files).filter(({ key }) => !taken.has(key) && !aligned.chosen.includes(key));
  const open = aligned.needs.documents.flatMap((_, at) => ((aligned.chosen[at] ?? null) === null ? [at] : []));
  const found = matchedFiles(
    open.flatMap((at) => aligned.needs.documents[at] ?? []),
    free.map(offered),
  );
  const chosen = aligned.needs.documents.map((_, at) => {
    const number = found[open.indexOf(at)] ?? null;
    return aligned.chosen[at] ?? (number === null ? null : (free[number]?.key ?? null));
  });
  return { ...aligned, chosen };
}

function offered({ path, state }: BroughtFile): OfferedFile {
  if (state.kind !== 'read') return { name: path, language: null, lines: null };
  const { texts, lines } = state.preview;
  return { name: path, language: texts[0]?.language ?? null, lines };
}

/** Two texts that their names say are a pair for Moses, which nothing else uses: the key of the first, and what it is between. */
export function pairByName(files: readonly BroughtFile[]): { key: string; aligned: AlignedFile } | null {
  const used = new Set(files.flatMap(({ aligned }) => aligned?.chosen ?? []));
  const free = files.filter(({ key, state, aligned }) => state.kind === 'read' && aligned === null && !used.has(key));
  for (const { key, name } of free) {
    const names = mosesNames(name);
    const other = free.find((file) => names !== null && file.key !== key && packed(file.name) === names[1]);
    if (names === null || packed(name) !== names[0] || other === undefined) continue;
    const needs: AlignmentNeeds = {
      documents: names.map((one, at) => ({ key: one, name: one, side: at === 0 ? 'source' : 'target', lines: null })),
    };
    return { key, aligned: { needs, chosen: [key, other.key] } };
  }
  return null;
}

function packed(name: string): string {
  return name.replace(/\.gz$/iu, '');
}
