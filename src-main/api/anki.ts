import { Hono } from 'hono';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { languageTag } from '#core/records/record.ts';
import { fieldText } from '#core/review/anki/html.ts';
import { clozeType } from '#core/review/anki/note-types.ts';
import type { AnkiNote } from '#core/review/anki/note.ts';
import { writeNotes } from '#core/review/anki/text-file.ts';
import { studySettings } from '#core/review/study.ts';
import { PackageError } from '#main/anki/package-error.ts';
import { readInThread } from '#main/anki/read-in-thread.ts';
import type { Scheduling } from '#main/anki/scheduling.ts';
import { writePackage } from '#main/anki/write-package.ts';
import type { Library } from '#main/library/library.ts';
import { isWorkId } from '#main/library/paths.ts';
import { makeNote, wantedNotes, type AnkiChoice, type Made } from './anki-notes.ts';
import type { AnkiPreview, AnkiRead, NotePreview } from './anki-shapes.ts';
import { answer } from './answer.ts';
import { ApiError } from './failure.ts';
import { callLimit, checked, limited } from './input.ts';

/** Largest package that is sent here to be read, in bytes. */
const packageLimit = 128 * 1024 * 1024;
/** Notes of a preview. */
const shown = 12;

const choice = z.object({
  of: z.enum(['cards', 'work', 'all']),
  work: z.string().refine(isWorkId, 'no id of a work').nullable(),
  words: z.boolean(),
  clozes: z.boolean(),
  highlights: z.boolean(),
  language: languageTag,
});
const exported = choice.extend({
  format: z.enum(['apkg', 'tsv']),
  /** Answers and when cards come; of a package only. */
  scheduling: z.boolean(),
});

/** `POST /api/anki/preview`, `POST /api/anki/export` (a choice in, a file out) and `POST /api/anki/read` (a package in). */
export function ankiRoutes(library: Library) {
  return new Hono()
    .post('/anki/preview', limited(callLimit), checked('json', choice), async (c) => {
      const asked = c.req.valid('json');
      const { signal } = c.req.raw;
      // Counted are all, so that a reader sees what else there is; shown are those that are chosen.
      const wanted = await wantedNotes(library, { ...asked, words: true, clozes: true, highlights: true }, signal);
      const of = (kind: string): number => wanted.filter((one) => one.kind === kind).length;
      const chosen = { word: asked.words, cloze: asked.clozes, highlight: asked.highlights };
      const notes: NotePreview[] = [];
      for (const one of wanted.filter(({ kind }) => chosen[kind])) {
        if (notes.length >= shown) break;
        const made = await makeNote(library, one, asked, signal);
        if (made !== null) notes.push(previewOf(made));
      }
      return answer<AnkiPreview>(c, { words: of('word'), clozes: of('cloze'), highlights: of('highlight'), notes });
    })
    .post('/anki/export', limited(callLimit), checked('json', exported), async (c) => {
      const { format, scheduling, ...asked } = c.req.valid('json');
      const notes = await allNotes(library, asked, c.req.raw.signal);
      c.header('Cache-Control', 'no-store');
      if (format === 'tsv') {
        c.header('Content-Type', 'text/tab-separated-values; charset=utf-8');
        return c.body(writeNotes(notes));
      }
      const bytes = await writePackage(notes, scheduling ? schedulingOf(library) : null, Date.now());
      c.header('Content-Type', 'application/zip');
      return c.body(Uint8Array.from(bytes));
    })
    .post('/anki/read', limited(packageLimit), async (c) => {
      try {
        return answer<AnkiRead>(c, { notes: await readInThread(await c.req.arrayBuffer(), c.req.raw.signal) });
      } catch (error) {
        if (!(error instanceof PackageError)) throw error;
        return answer<AnkiRead>(c, { refused: { code: error.code, message: error.message } });
      }
    });
}

async function allNotes(library: Library, asked: AnkiChoice, signal: AbortSignal): Promise<AnkiNote[]> {
  const notes: AnkiNote[] = [];
  for (const one of await wantedNotes(library, asked, signal)) {
    const made = await makeNote(library, one, asked, signal);
    if (made !== null) notes.push(made.note);
    await setImmediate();
    if (signal.aborted) throw new ApiError('bad-request', 'the call was given up before its answer');
  }
  return notes;
}

function schedulingOf(library: Library): Scheduling {
  const { cards, answers, study } = library.top.state();
  return {
    cards: new Map(cards.map((card) => [card.id, card])),
    answers: Map.groupBy(answers, ({ card }) => card),
    retention: studySettings(study).retention,
  };
}

function previewOf({ note, sentence }: Made): NotePreview {
  return {
    guid: note.guid,
    type: note.type === clozeType ? 'cloze' : 'word',
    deck: note.deck,
    fields: Object.fromEntries(note.type.fields.map((name, at) => [name, fieldText(note.fields[at] ?? '')])),
    sentence:
      sentence === null
        ? null
        : { text: sentence.text, start: sentence.form[0], end: sentence.form[1], language: sentence.language },
  };
}
