import { describe, expect, test } from 'vitest';
import type { Imported, ImportedAnnotation, ImportedText } from '#core/formats/imported.ts';
import { toWork, type WorkPlan } from '#core/formats/to-work.ts';
import { updateEdition } from '#core/formats/update.ts';
import { normalise } from '#core/records/normalise.ts';

const kazakh = ['Тұман түсті.', 'Асан үйге асықты.', 'Иттер үрді.'];
const russian = ['Спустился туман.', 'Асан поспешил домой.', 'Залаяли собаки.'];

const textOf = (language: string, lines: readonly string[]): ImportedText => ({
  title: null,
  author: null,
  translator: null,
  date: null,
  language,
  blocks: lines.map((text) => ({ type: 'text', text, marks: [] })),
});
const noteOn = (text: number, block: number, body: string, end = 5): ImportedAnnotation => ({
  created: null,
  colour: null,
  body,
  tags: [],
  targets: [{ text, block, start: 0, end }],
});

/** The work of the two texts, whose first pair is confirmed, with a note on the second paragraph of the translation. */
function work() {
  const plan: WorkPlan = {
    id: 'w',
    titles: { kk: 'Тұман' },
    created: '2026-01-01T00:00:00.000Z',
    editions: [
      { id: 'kk', language: 'kk', title: 'Тұман', text: textOf('kk', kazakh) },
      { id: 'ru', language: 'ru', title: 'Туман', text: textOf('ru', russian) },
    ],
    links: [
      {
        between: [0, 1],
        beads: kazakh.map((_, at) => ({
          source: [at],
          target: [at],
          status: at === 0 ? 'confirmed' : 'auto',
          confidence: 0.9,
        })),
      },
    ],
    annotations: [noteOn(1, 1, 'Сұрақ бар')],
  };
  return normalise('w', new Map(toWork(plan).map((record) => [record.id, record])));
}

/** What comes back: these lines of the translation, with what the file says. */
function brought(lines: readonly string[], more: Partial<Pick<Imported, 'links' | 'annotations'>>, turned = false) {
  const texts = [textOf('kk-KZ', kazakh), textOf('ru', lines)];
  let made = 0;
  return updateEdition(work(), 'ru', textOf('ru', lines), {}, () => `new-${String((made += 1))}`, {
    said: {
      file: { texts: turned ? texts.toReversed() : texts, links: [], ...more },
      text: turned ? 0 : 1,
      numbers: lines.map((_, at) => at),
      created: '2026-02-02T00:00:00.000Z',
    },
  });
}

const pairs = (confirmed: readonly number[]): Imported['links'][number]['beads'] =>
  kazakh.map((_, at) => ({
    source: [at],
    target: [at],
    status: confirmed.includes(at) ? 'confirmed' : 'auto',
    confidence: 0.5,
  }));
const confirmedBeads = ({ change }: ReturnType<typeof brought>) =>
  change.updated.flatMap(([, to]) => (to.kind === 'bead' && to.status === 'confirmed' ? [to.source] : []));

describe('what the file of a newer version says beside it', () => {
  test('[V4] a pair that was made final elsewhere is confirmed, also where its words were changed there', () => {
    const update = brought([russian[0] ?? '', 'Асан заторопился домой.', russian[2] ?? ''], {
      links: [{ between: [0, 1], beads: pairs([1, 2]) }],
    });
    expect(confirmedBeads(update)).toEqual([['kk-2'], ['kk-3']]);
    expect(update.preview.said).toEqual({ confirmed: 2, annotations: 0 });
  });

  test('[V4] a pair that the file does not confirm stays confirmed', () => {
    const update = brought(russian, { links: [{ between: [0, 1], beads: pairs([]) }] });
    expect(update.change.updated).toEqual([]);
  });

  test('[V4] a file with the translation as its first text confirms the same pairs', () => {
    const update = brought(russian, { links: [{ between: [0, 1], beads: pairs([2]) }] }, true);
    expect(confirmedBeads(update)).toEqual([['kk-3']]);
  });

  test('[V5] a note made elsewhere is added where it stands, on either side', () => {
    const { change, preview } = brought(russian, {
      annotations: [noteOn(1, 2, 'Тексерілді'), noteOn(0, 0, 'Қайталау')],
    });
    const notes = change.added.flatMap((one) => (one.kind === 'annotation' ? [one] : []));
    expect(notes.map(({ body, targets }) => [body, targets[0]?.paragraph])).toEqual([
      ['Тексерілді', 'ru-3'],
      ['Қайталау', 'kk-1'],
    ]);
    expect(preview.said.annotations).toBe(2);
  });

  test('[V5] a note that went out with the work and comes back is not there twice', () => {
    expect(brought(russian, { annotations: [noteOn(1, 1, 'Сұрақ бар ', 12)] }).change.added).toEqual([]);
  });
});
