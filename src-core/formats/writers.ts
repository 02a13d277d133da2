import { writeAnnotationMarkdown, writeAnnotationTable } from './annotations/listing.ts';
import { writeWebAnnotations } from './annotations/web-annotation.ts';
import { writeColumns } from './columns.ts';
import { writeDocx } from './reading/docx.ts';
import { writeEpub } from './reading/epub.ts';
import { writeHtml } from './reading/html.ts';
import { writeMarkdown } from './reading/markdown.ts';
import { writeTei } from './tei/write.ts';
import { writeTmx } from './tmx/write.ts';
import type { Writer } from './writer.ts';
import { writeInterText, writeXces } from './xces/write.ts';
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
    id: 'xces',
    names: ['opus'],
    group: 'bitext',
    ending: 'zip',
    mediaType: 'application/zip',
    options: ['includeUnconfirmed'],
    write: writeXces,
  },
  {
    id: 'intertext',
    group: 'bitext',
    ending: 'zip',
    mediaType: 'application/zip',
    options: [],
    write: writeInterText,
  },
  {
    id: 'tsv',
    group: 'bitext',
    ending: 'tsv',
    mediaType: 'text/tab-separated-values',
    options: ['unit', 'includeUnconfirmed', 'notes'],
    write: writeColumns,
  },
  {
    id: 'html',
    group: 'reading',
    ending: 'html',
    mediaType: 'text/html',
    options: ['notes', 'highlights', 'glossary'],
    write: writeHtml,
  },
  {
    id: 'epub',
    group: 'reading',
    ending: 'epub',
    mediaType: 'application/epub+zip',
    options: ['notes', 'highlights', 'glossary'],
    write: writeEpub,
  },
  {
    id: 'docx',
    group: 'reading',
    ending: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    options: ['notes', 'highlights', 'glossary'],
    write: writeDocx,
  },
  {
    id: 'markdown',
    names: ['md'],
    group: 'reading',
    ending: 'md',
    mediaType: 'text/markdown',
    options: ['notes', 'glossary'],
    write: writeMarkdown,
  },
  {
    id: 'annotations-json',
    names: ['jsonld'],
    group: 'annotations',
    ending: 'jsonld',
    mediaType: 'application/ld+json',
    options: ['notes', 'highlights'],
    write: writeWebAnnotations,
  },
  {
    id: 'annotations-csv',
    group: 'annotations',
    ending: 'csv',
    mediaType: 'text/csv',
    options: ['notes', 'highlights'],
    write: writeAnnotationTable,
  },
  {
    id: 'annotations-markdown',
    group: 'annotations',
    ending: 'md',
    mediaType: 'text/markdown',
    options: ['notes', 'highlights'],
    write: writeAnnotationMarkdown,
  },
];

/** The format that is asked for by a name, or `null`. */
export function writerNamed(name: string): Writer | null {
  const asked = name.toLowerCase();
  return writers.find(({ id, names = [] }) => id === asked || names.includes(asked)) ?? null;
}
