import type { Writer } from '#core/formats/writer.ts';
import { writerNamed, writers } from '#core/formats/writers.ts';
import type { ExportFormat } from '#main/api/export-shapes.ts';
import { type GlossaryFormat, glossaryFormats } from './glossary-formats.ts';

/** The format that holds a work with everything. */
export const egizFormat = { id: 'egiz', ending: 'egiz', mediaType: 'application/zip' } as const;

/** A format that was asked for: of which sort it is, and what it is. */
export type Asked =
  | { sort: 'bitext'; writer: Writer }
  | { sort: 'glossary'; format: GlossaryFormat }
  | { sort: 'everything'; format: typeof egizFormat };

/** Every format that a work is written in, in the order in which they are offered. */
export const exportFormats: readonly ExportFormat[] = [
  ...writers.map(({ id, group, ending, options }) => ({ id, group, ending, options: [...options] })),
  ...glossaryFormats.map(({ id, ending }) => ({ id, group: 'glossary' as const, ending, options: [] })),
  { id: egizFormat.id, group: 'everything', ending: egizFormat.ending, options: ['notes', 'glossary', 'cards'] },
];

/** The format of a name, or `null`. */
export function askedFormat(name: string): Asked | null {
  if (name.toLowerCase() === egizFormat.id) return { sort: 'everything', format: egizFormat };
  const format = glossaryFormats.find(({ id }) => id === name.toLowerCase());
  if (format !== undefined) return { sort: 'glossary', format };
  const writer = writerNamed(name);
  return writer === null ? null : { sort: 'bitext', writer };
}
