import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeBitext } from '#core/formats/bitext.ts';
import { writeAnnotationMarkdown, writeAnnotationTable } from '#core/formats/annotations/listing.ts';
import { type FoundAnnotation, readWebAnnotations } from '#core/formats/annotations/read-web-annotation.ts';
import { writeWebAnnotations } from '#core/formats/annotations/web-annotation.ts';
import { FormatError } from '#core/formats/format-error.ts';
import { readTable } from '#core/glossary/table.ts';
import type { WorkRecords } from '#core/records/state.ts';
import { bitextIn, someWork, workOf } from '../../../../fixtures/formats/bitexts.ts';
import { mutated } from '../../../../fixtures/formats/mutate.ts';

const paragraphsOf = (work: WorkRecords) => [...work.paragraphs.values()].flat();

const blocks = ['Қазан төңкерісі 1917 жылы болды.', 'Бұл басқа абзац, онда да Қазан төңкерісі бар.'].map((text) => ({
  type: 'text' as const,
  text,
  marks: [],
}));
const work = workOf({
  texts: [
    { title: null, author: null, translator: null, date: null, language: 'kk', blocks },
    { title: null, author: null, translator: null, date: null, language: 'en', blocks: [] },
  ],
  links: [],
  findings: [],
});

/** What was found, or nothing where a file was refused in clear words; any other end is thrown. */
function foundOrRefused(text: string): readonly FoundAnnotation[] {
  try {
    return readWebAnnotations(text, paragraphsOf(work)).found;
  } catch (error) {
    if (error instanceof FormatError && error.message !== '') return [];
    throw error;
  }
}

/** As the API of Hypothesis answers: its own fields for body and tags, selectors of which some mean nothing here. */
const hypothesis = JSON.stringify({
  total: 2,
  rows: [
    {
      id: 'jDtGmHkOEe',
      created: '2024-05-06T07:08:09.123456+00:00',
      uri: 'https://example.org/',
      text: 'Which one?',
      tags: ['tag'],
      target: [
        {
          source: 'https://example.org/',
          selector: [
            { type: 'RangeSelector', startContainer: '/p[2]', startOffset: 1 },
            { type: 'TextPositionSelector', start: 812, end: 827 },
            { type: 'TextQuoteSelector', exact: 'Қазан төңкерісі', prefix: 'онда да ', suffix: ' бар.' },
          ],
        },
      ],
    },
    { text: 'gone', target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'no such words at all' }] }] },
  ],
});

describe('annotations after the Web Annotation Data Model', () => {
  it('[A1] come back as they were', () => {
    fc.assert(
      fc.property(someWork({ annotations: 'ranges' }), (some) => {
        const { found, lost } = readWebAnnotations(writeWebAnnotations(bitextIn(some)), paragraphsOf(some));
        expect(lost).toEqual([]);
        expect(found.map(({ id: _id, ...one }) => one)).toEqual(
          some.annotations.map(({ created, colour, motivation, body, tags, targets }) => ({
            created,
            colour,
            motivation,
            body,
            tags,
            targets,
          })),
        );
        expect(found.map(({ id }) => id)).toEqual(some.annotations.map(({ id }) => id));
      }),
      { numRuns: 200 },
    );
  });

  it('[A7] keep what another program says of them, and have no halves of characters', () => {
    const said = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'https://example.org/a1',
      type: 'Annotation',
      motivation: 'questioning',
      creator: { type: 'Person', name: 'Anna', email_sha1: 'x' },
      rights: 'https://creativecommons.org/licenses/by/4.0/',
      audience: { 'schema:audienceType': 'teacher' },
      body: { type: 'TextualBody', value: 'Why \uD800?' },
      target: {
        source: 'https://example.org/',
        selector: { type: 'TextQuoteSelector', exact: 'басқа абзац', prefix: 'Бұл ', suffix: ', онда да' },
      },
    };
    const { found } = readWebAnnotations(JSON.stringify(said), paragraphsOf(work));
    const records = found.map((one, at) => ({ ...one, id: String(at), kind: 'annotation' as const, modified: '' }));
    const written = writeWebAnnotations(bitextIn({ ...work, annotations: records }));
    const { first } = JSON.parse(written) as { first: { items: Record<string, unknown>[] } };
    const { motivation, creator, rights, audience } = said;
    expect(first.items[0]).toMatchObject({ motivation, creator, rights, audience, type: 'Annotation' });
    expect(written).not.toMatch(/\\ud800/iu);
    // Read once more, it is still there.
    expect(readWebAnnotations(written, paragraphsOf(work)).found[0]?.foreign).toEqual(found[0]?.foreign);
  });

  it('[A2] of another program are found by their words, and what is not found is said', () => {
    const { found, lost } = readWebAnnotations(hypothesis, paragraphsOf(work));
    expect(
      found.map(({ body, tags, created, targets }) => [
        body,
        tags,
        created,
        targets.map((one) => [one.paragraph, one.start]),
      ]),
    ).toEqual([['Which one?', ['tag'], '2024-05-06T07:08:09.123Z', [['kk-2', 25]]]]);
    expect(lost).toEqual([{ quote: 'no such words at all', body: 'gone' }]);
  });

  it('[A3] are notes or highlights, as is wanted', () => {
    fc.assert(
      fc.property(someWork({ annotations: 'ranges' }), (some) => {
        const total = (options: object): unknown =>
          (JSON.parse(writeWebAnnotations(bitextIn(some), { ...wholeBitext, ...options })) as { total: number }).total;
        const notes = some.annotations.filter(({ body }) => body !== '').length;
        expect(total({ highlights: false })).toBe(notes);
        expect(total({ notes: false })).toBe(some.annotations.length - notes);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['no JSON', '{', 'Expected'],
    ['none', '{"type":"AnnotationCollection"}', 'no annotation in it'],
    ['a field that is no field', '{"items":[{"__proto__":{"x":1}}]}', '__proto__'],
    ['what is nested too deep', `${'['.repeat(2000)}${']'.repeat(2000)}`, 'nested'],
  ])('[A4] refuses %s in clear words', (_, text, message) => {
    expect(() => readWebAnnotations(text, paragraphsOf(work))).toThrow(message);
  });

  it('[A4] end in annotations or in a clear error however the file is damaged', () => {
    fc.assert(
      fc.property(mutated(hypothesis), (text) => {
        const paragraphs = paragraphsOf(work);
        const placed = foundOrRefused(text).flatMap(({ targets }) => targets);
        for (const { paragraph, start, end, quote } of placed) {
          expect(paragraphs.find(({ id }) => id === paragraph)?.text.slice(start, end)).toBe(quote.exact);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('annotations as a list', () => {
  it('[A5] are a table with a row each, in which no cell is a formula', () => {
    fc.assert(
      fc.property(someWork({ annotations: 'ranges' }), (some) => {
        const { rows, unclosed } = readTable(writeAnnotationTable(bitextIn(some)), ',');
        expect(unclosed).toEqual([]);
        expect(rows.length).toBe(some.annotations.length + 1);
        for (const cell of rows.flatMap(({ cells }) => cells)) expect(cell).not.toMatch(/^[=+@]/u);
      }),
      { numRuns: 50 },
    );
  });

  it('[A6] are Markdown with the words and what is said of them', () => {
    fc.assert(
      fc.property(someWork({ annotations: 'ranges' }), (some) => {
        const written = writeAnnotationMarkdown(bitextIn(some));
        for (const { body } of some.annotations) expect(written).toContain(body.replace('<b>', String.raw`\<b>`));
      }),
      { numRuns: 50 },
    );
  });

  const noted = (...bodies: readonly string[]) =>
    bitextIn({
      ...work,
      annotations: bodies.map((body, at) => ({
        id: `a${String(at)}`,
        kind: 'annotation' as const,
        modified: '',
        created: '2026-11-23T10:00:00.000Z',
        motivation: 'commenting' as const,
        colour: 'fact',
        body,
        tags: [],
        targets: [
          { edition: 'kk', paragraph: 'kk-1', start: 0, end: 5, quote: { exact: 'Қазан', prefix: '', suffix: ' төң' } },
        ],
      })),
    });

  it('[A5] are a table that spreadsheets take for UTF-8 and for nothing but text', () => {
    const bodies = ['=1+1', '-2+3|x', '-5', ' =1', '＝1', '@x', 'a\u0001b\uD800', '-'];
    const written = writeAnnotationTable(noted(...bodies));
    expect(written.startsWith('\uFEFF')).toBe(true);
    const { rows } = readTable(written, ',');
    expect(rows.slice(1).map(({ cells }) => cells[3])).toEqual([
      "'=1+1",
      "'-2+3|x",
      '-5',
      "' =1",
      "'＝1",
      "'@x",
      'ab\uFFFD',
      "'-",
    ]);
  });

  it('[A6] have headings below those of the document, and no HTML', () => {
    const written = writeAnnotationMarkdown(noted('# Title\n\n<script>x</script> `<b>` <https://example.org> 1 < 2'));
    expect(written).toContain('### Title');
    expect(written).toContain(
      String.raw`\<script>x\</script> \`<b>\` <https://example.org> 1 < 2`.replaceAll('\\`', '`'),
    );
  });
});
