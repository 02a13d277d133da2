import { Hono } from 'hono';
import { z } from 'zod';
import { EncodingTally } from '#core/language/repairs/encodings.ts';
import { findRepairs, tallyEncoding } from '#core/language/repairs/find-repairs.ts';
import { isCyrillicKazakh } from '#core/language/scripts/cyrillic-kazakh.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Library } from '#main/library/library.ts';
import { answer } from './answer.ts';
import { hitAt } from './hit.ts';
import { checked, recordId, workParam } from './input.ts';
import { chosenEditions, presentWork } from './opened.ts';
import type { RepairPlace, Repairs } from './repairs-shapes.ts';
import { inSlices } from './slices.ts';

const asked = z.object({ edition: recordId });
/** Damaged words that are answered in full; the rest are only counted. */
const mostRepairs = 20_000;

/** `GET /api/works/:work/repairs?edition=`. */
export function repairRoutes(library: Library) {
  return new Hono().get('/works/:work/repairs', checked('param', workParam), checked('query', asked), async (c) => {
    const { edition: id } = c.req.valid('query');
    const state = await presentWork(library, c.req.valid('param').work);
    const [edition] = chosenEditions(state, [id]);
    // What looks damaged in Kazakh may be right in another language.
    const paragraphs = isCyrillicKazakh(edition?.language ?? 'und') ? (state.paragraphs.get(id) ?? []) : [];
    return answer<Repairs>(c, { edition: id, ...(await repairsIn(paragraphs, c.req.raw.signal)) });
  });
}

type Found = Pick<Repairs, 'places' | 'total'>;

/** An edition's paragraphs are a value: as long as they are the same, so is what is found in them. */
const known = new WeakMap<readonly Paragraph[], Found>();

async function repairsIn(paragraphs: readonly Paragraph[], signal: AbortSignal): Promise<Found> {
  const before = known.get(paragraphs);
  if (before !== undefined) return before;
  // All of the text tells which encoding was misread; a paragraph may be too short.
  const tally = new EncodingTally();
  await inSlices(paragraphs, signal, ({ text }) => {
    tallyEncoding(text, tally);
  });
  const { encoding } = tally;
  const places: RepairPlace[] = [];
  let total = 0;
  await inSlices(paragraphs, signal, (paragraph) => {
    for (const repair of findRepairs(paragraph.text, encoding)) {
      total += 1;
      if (places.length >= mostRepairs) continue;
      const { excerpt, at } = hitAt(paragraph, [repair.start, repair.end]);
      places.push({ ...repair, paragraph: paragraph.id, excerpt, at });
    }
  });
  const found = { places, total };
  known.set(paragraphs, found);
  return found;
}
