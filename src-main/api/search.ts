import { Hono } from 'hono';
import { z } from 'zod';
import { headwordIndex, matches } from '#core/glossary/match.ts';
import { refusedPlaces, rejectedForms } from '#core/glossary/refusals.ts';
import { language } from '#core/language/language.ts';
import type { SchemeId } from '#core/language/scripts/scheme.ts';
import { foldInScript, foldQueryInScript } from '#core/language/scripts/search.ts';
import { schemes } from '#core/language/scripts/transliterate.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Edition } from '#core/records/work.ts';
import type { Term } from '#core/records/term.ts';
import { foldText, type Folded } from '#core/text/fold.ts';
import type { TextRange } from '#core/text/range.ts';
import { foldQuery, searchFolded } from '#core/text/search.ts';
import type { Library } from '#main/library/library.ts';
import { answer } from './answer.ts';
import { ApiError } from './failure.ts';
import { hitAt, mostHits } from './hit.ts';
import { callLimit, checked, limited, recordId, workParam } from './input.ts';
import { chosenEditions, presentWork, type PresentWork } from './opened.ts';
import type { Hits } from './shapes.ts';
import { inSlices } from './slices.ts';
import { inTextOrder } from './text-order.ts';

const query = z.object({
  q: z.string().max(1000),
  /** Ids with commas between them; all editions where it is left out. */
  editions: z.string().max(4000).optional(),
  /** Editions that are read in another script, as `latn=<id>` with commas between them: the query may be typed in it. */
  scripts: z.string().max(4000).optional(),
});
const headwordAsked = z.object({
  headword: z.string().min(1).max(1000),
  /** The id of the headword's term: what the reader said is not it is left out. */
  term: recordId.optional(),
  editions: z.array(recordId).max(100).optional(),
});

/** `GET /api/works/:work/search?q=&editions=` and `POST /api/works/:work/occurrences`. */
export function searchRoutes(library: Library) {
  return new Hono()
    .get('/works/:work/search', checked('param', workParam), checked('query', query), async (c) => {
      const asked = c.req.valid('query');
      const state = await presentWork(library, c.req.valid('param').work);
      const editions = chosenEditions(state, asked.editions?.split(','));
      const find = finder(asked.q, schemesOf(asked.scripts));
      return answer<Hits>(c, await collect(state, editions, find, c.req.raw.signal));
    })
    .post(
      '/works/:work/occurrences',
      limited(callLimit),
      checked('param', workParam),
      checked('json', headwordAsked),
      async (c) => {
        const asked = c.req.valid('json');
        const state = await presentWork(library, c.req.valid('param').work);
        const editions = chosenEditions(state, asked.editions);
        const indexes = new Map(editions.map(({ id, language: tag }) => [id, indexOf(asked, tag)]));
        const isAsked = ({ term }: { term: string }): boolean => term === asked.term;
        const forms = rejectedForms(library.top.state().rejections.filter(isAsked));
        const mismatches = state.mismatches.filter(isAsked);
        const find = (paragraph: Paragraph): TextRange[] => {
          const index = indexes.get(paragraph.edition);
          if (index === undefined) return [];
          const places = refusedPlaces(paragraph.id, paragraph.text, mismatches);
          return matches(paragraph.text, index, undefined, { forms, places }).map(({ start, end }) => [start, end]);
        };
        return answer<Hits>(c, await collect(state, editions, find, c.req.raw.signal));
      },
    );
}

/** The scheme of each edition that is read in another script. */
function schemesOf(scripts: string | undefined): ReadonlyMap<string, SchemeId> {
  const asked = new Map<string, SchemeId>();
  for (const part of scripts?.split(',') ?? []) {
    const equals = part.indexOf('=');
    const scheme = schemes.find(({ id }) => id === part.slice(0, equals));
    if (scheme === undefined) throw new ApiError('bad-request', `there is no script ${part}`, 'scripts');
    asked.set(part.slice(equals + 1), scheme.id);
  }
  return asked;
}

/** Finds a query in a paragraph: as it is shown where it is typed in that script, else as it is kept. */
function finder(typed: string, shownIn: ReadonlyMap<string, SchemeId>): (paragraph: Paragraph) => TextRange[] {
  const ready = foldQuery(typed);
  const inScript = new Map([...shownIn].map(([edition, id]) => [edition, { id, query: foldQueryInScript(typed, id) }]));
  return (paragraph) => {
    const shown = inScript.get(paragraph.edition);
    if (shown !== undefined && shown.query !== null) return searchFolded(foldedIn(paragraph, shown.id), shown.query);
    return ready === null ? [] : searchFolded(folded(paragraph), ready);
  };
}

const foldedInScripts = new WeakMap<Paragraph, Map<SchemeId, Folded>>();

function foldedIn(paragraph: Paragraph, id: SchemeId): Folded {
  let known = foldedInScripts.get(paragraph);
  if (known === undefined) foldedInScripts.set(paragraph, (known = new Map<SchemeId, Folded>()));
  let text = known.get(id);
  if (text === undefined) known.set(id, (text = foldInScript(paragraph.text, id)));
  return text;
}

/** Everything that `find` finds, counted by edition, and the first hits in full. */
async function collect(
  state: PresentWork,
  editions: readonly Edition[],
  find: (paragraph: Paragraph) => readonly TextRange[],
  signal: AbortSignal,
): Promise<Hits> {
  const total = new Map(editions.map(({ id }) => [id, 0]));
  const hits: Hits['hits'] = [];
  await inSlices(inTextOrder(state, [...total.keys()]), signal, (paragraph) => {
    const ranges = find(paragraph);
    total.set(paragraph.edition, (total.get(paragraph.edition) ?? 0) + ranges.length);
    for (const range of ranges.slice(0, mostHits - hits.length)) hits.push(hitAt(paragraph, range));
  });
  return { hits, total: Object.fromEntries(total) };
}

/** A paragraph is a value, so it is folded once as long as it is kept. */
const foldedTexts = new WeakMap<Paragraph, Folded>();

function folded(paragraph: Paragraph): Folded {
  let known = foldedTexts.get(paragraph);
  if (known === undefined) foldedTexts.set(paragraph, (known = foldText(paragraph.text)));
  return known;
}

function indexOf({ headword, term = '' }: z.infer<typeof headwordAsked>, tag: string) {
  const asked: Term = {
    kind: 'term',
    id: term,
    modified: '',
    language: tag,
    headword,
    category: 'word',
    glosses: {},
    notes: {},
  };
  return headwordIndex([asked], language(tag));
}
