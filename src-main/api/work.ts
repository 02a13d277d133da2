import { Hono } from 'hono';
import { language, type Language } from '#core/language/language.ts';
import type { Bead } from '#core/records/bead.ts';
import { packBead } from '#core/records/packed-bead.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Library } from '#main/library/library.ts';
import { answer } from './answer.ts';
import { checked, workParam } from './input.ts';
import { presentWork } from './opened.ts';
import type { OutlineParagraph, WorkState, WorkSummary } from './shapes.ts';
import { inSlices } from './slices.ts';
import { surroundings } from './surroundings.ts';

/** Beads whose texts come with a work: a spread and its neighbours. */
const firstBeads = 80;

/** `GET /api/works/:work` and `GET /api/works/:work/summary`. */
export function workRoutes(library: Library) {
  return new Hono()
    .get('/works/:work', checked('param', workParam), async (c) => {
      const { work: id } = c.req.valid('param');
      const state = await presentWork(library, id);
      const reading = state.readings.get(library.device) ?? null;
      return answer<WorkState>(c, {
        work: state.work,
        editions: [...state.editions],
        sections: [...state.sections],
        outline: mapObject(state.paragraphs, (paragraphs) => paragraphs.map(outlined)),
        alignments: mapObject(state.alignments, (beads) => beads.map(packBead)),
        annotations: [...state.annotations],
        mismatches: [...state.mismatches],
        waivers: [...state.waivers],
        reading,
        texts: surroundings(state, reading?.position?.paragraph ?? null, firstBeads),
        problems: (await library.work(id)).problems(),
      });
    })
    .get('/works/:work/summary', checked('param', workParam), async (c) => {
      const state = await presentWork(library, c.req.valid('param').work);
      const words = new Map<string, number>();
      for (const edition of state.editions) {
        const spoken = language(edition.language);
        let count = 0;
        await inSlices(state.paragraphs.get(edition.id) ?? [], c.req.raw.signal, (paragraph) => {
          count += countWords(paragraph, spoken);
        });
        words.set(edition.id, count);
      }
      return answer<WorkSummary>(c, {
        paragraphs: mapObject(state.paragraphs, ({ length }) => length),
        words: mapObject(words, (count) => count),
        alignments: mapObject(state.alignments, summed),
        annotations: state.annotations.length,
      });
    });
}

function outlined({ id, section, type, text }: Paragraph): OutlineParagraph {
  return [id, section, type, text.length];
}

function summed(beads: readonly Bead[]): WorkSummary['alignments'][string] {
  return {
    beads: beads.length,
    linked: beads.filter(({ source, target }) => source.length > 0 && target.length > 0).length,
    confirmed: beads.filter(({ status }) => status === 'confirmed').length,
  };
}

/** A paragraph is a value, so its words are counted once as long as it is kept. */
const counted = new WeakMap<Paragraph, number>();

function countWords(paragraph: Paragraph, spoken: Language): number {
  let count = counted.get(paragraph);
  if (count === undefined) {
    count = spoken.words(paragraph.text).length;
    counted.set(paragraph, count);
  }
  return count;
}

/** As a plain object; ids come from data, so it has no prototype that one of them could meet. */
function mapObject<From, To>(map: ReadonlyMap<string, From>, to: (value: From) => To): Record<string, To> {
  const object = Object.create(null) as Record<string, To>;
  for (const [key, value] of map) object[key] = to(value);
  return object;
}
