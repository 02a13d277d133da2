import { chosen } from '#core/formats/annotations/web-annotation.ts';
import type { Bitext } from '#core/formats/bitext.ts';
import { firstBeads } from '#core/formats/first-beads.ts';
import type { WrittenEntry } from '#core/formats/writer.ts';
import type { ExportPreview } from '#main/api/export-shapes.ts';
import { presentWork } from '#main/api/opened.ts';
import { type EgizExport, egizParts } from './egiz-out.ts';
import { bitextFor, type ExportTask, formatOf, termsOf, withChosenBeads } from './export-work.ts';

/** Beads that a preview is written of, UTF-16 code units that are shown of its text, rows that are shown side by side. */
const beadsShown = 24;
const mostShown = 4000;
const rowsShown = 8;

/** What a file would begin with. @throws ApiError, LibraryError */
export async function previewOf(means: EgizExport, work: string, task: ExportTask): Promise<ExportPreview> {
  const asked = formatOf(task);
  const { options } = task;
  const state = await presentWork(means.library, work);
  if (asked.sort === 'everything') {
    const parts = { annotations: options.notes, glossary: options.glossary, cards: options.cards };
    const { records, top } = await egizParts(means, work, parts);
    const counts: Record<string, number> = {};
    for (const { kind, deleted } of [...records, ...top]) {
      if (deleted !== true) counts[kind] = (counts[kind] ?? 0) + 1;
    }
    return { type: 'everything', counts };
  }
  if (asked.sort === 'glossary') {
    const terms = await termsOf(means, state);
    if (terms.length === 0) return { type: 'text', text: '', more: false, count: 0 };
    return {
      ...beginning(asked.format.write(terms.slice(0, beadsShown), task.language), terms.length > beadsShown),
      count: terms.length,
    };
  }
  const { group, write } = asked.writer;
  const whole = withChosenBeads(await bitextFor(means, state, task), asked.writer, options);
  const bitext = group === 'annotations' ? { ...whole, annotations: chosen(whole, options) } : whole;
  const part = firstBeads(bitext, beadsShown, group === 'annotations');
  const count = group === 'annotations' ? bitext.annotations.length : bitext.beads.length;
  // A file without anything in it is not shown by its head.
  if (count === 0) return { type: 'text', text: '', more: false, count };
  if (group === 'reading') return { type: 'rows', rows: rowsOf(part), count };
  const written = write(part, options);
  const text = typeof written === 'string' ? written : textIn(written);
  return { ...beginning(text, part.beads.length < bitext.beads.length), count };
}

function beginning(text: string, more: boolean): { type: 'text'; text: string; more: boolean } {
  return { type: 'text', text: text.slice(0, mostShown), more: more || text.length > mostShown };
}

/** The longest text among the entries of an archive. */
function textIn(entries: readonly WrittenEntry[]): string {
  const texts = entries.flatMap(({ data }) => (typeof data === 'string' ? [data] : []));
  return texts.reduce((a, b) => (a.length >= b.length ? a : b), '');
}

function rowsOf({ source, target, beads }: Bitext): { source: string[]; target: string[] }[] {
  const texts = new Map([...source.paragraphs, ...target.paragraphs].map(({ id, text }) => [id, text]));
  const of = (ids: readonly string[]): string[] => ids.flatMap((id) => texts.get(id) ?? []);
  return beads.slice(0, rowsShown).map((bead) => ({ source: of(bead.source), target: of(bead.target) }));
}
