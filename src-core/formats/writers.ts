import { writeColumns } from './columns.ts';
import { writeTei } from './tei/write.ts';
import { writeTmx } from './tmx/write.ts';
import type { Writer } from './writer.ts';
import { writeXliff } from './xliff/write.ts';

/** The formats that a bitext can be written in, in the order in which they are offered. */
export const writers: readonly Writer[] = [
  {
    id: 'tmx',
    group: 'bitext',
    ending: 'tmx',
    mediaType: 'application/x-tmx+xml',
    options: ['unit', 'includeUnconfirmed', 'notes'],
    write: writeTmx,
  },
  {
    id: 'xliff',
    names: ['xlf'],
    group: 'bitext',
    ending: 'xlf',
    mediaType: 'application/xliff+xml',
    options: ['unit', 'includeUnconfirmed', 'notes', 'highlights'],
    write: writeXliff,
  },
  {
    id: 'tei',
    group: 'bitext',
    ending: 'xml',
    mediaType: 'application/tei+xml',
    options: ['includeUnconfirmed', 'notes', 'highlights'],
    write: writeTei,
  },
  {
    id: 'tsv',
    group: 'bitext',
    ending: 'tsv',
    mediaType: 'text/tab-separated-values',
    options: ['unit', 'includeUnconfirmed', 'notes'],
    write: writeColumns,
  },
];

/** The format that is asked for by a name, or `null`. */
export function writerNamed(name: string): Writer | null {
  const asked = name.toLowerCase();
  return writers.find(({ id, names = [] }) => id === asked || names.includes(asked)) ?? null;
}
