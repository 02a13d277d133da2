import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe } from '#core/annotation/describe.ts';
import type { Mark, Paragraph } from '#core/records/paragraph.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import { fileOf } from '#main/library/snapshot.ts';

/** What a page holds in which something of the hostile work ran. */
export const trace = 'hostile';

const run = `globalThis.${trace}=true`;
const image = `<img src=x onerror="${run}">`;
const script = `<script>${run}</script>`;
/** Turns the direction of what follows, and is never ended. */
const override = '\u202Egnitide';

const modified = '2026-01-01T00:00:00.000Z-0000-hostile';
const created = '2026-01-01T00:00:00.000Z';
const linked = 'An evil link, a data link and a good link stand here.';

/** The texts of a work of which each tries to be more than text. */
export const hostile = {
  title: `Hostile ${image}${override}`,
  heading: `Heading ${script}${override}`,
  linked,
  /** Where the only link leads that may be followed. */
  good: 'https://example.org/good',
  headword: 'stand',
  note: [
    `Note ${image} ${script} ${override}`,
    `[evil](javascript:${run}) [data](data:text/html,hostile) [good](https://example.org/note)`,
    '![picture](https://example.org/picture.png) <iframe src="https://example.org/"></iframe>',
  ].join('\n\n'),
} as const;

/** An id that would end an attribute, a selector, a list of ids or an address. */
function oddId(name: string): string {
  return `${name} "]'{}\\ <b> #/glossary ?a=1&b=%zz \u0001\n${'x'.repeat(100)}`;
}

/** Makes a library of one such work, with a note and a term of the same kind. */
export async function writeHostileLibrary(folder: string): Promise<void> {
  for (const [file, records] of Map.groupBy(recordsOfIt(), placeOf)) {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, JSON.stringify({ egiz: 1, records }));
  }
}

function placeOf(record: AnyRecord): string {
  return record.kind === 'term' ? fileOf(record) : join('works', 'hostile', fileOf(record));
}

function recordsOfIt(): AnyRecord[] {
  const texts = [hostile.heading, linked, `${image} ${'w'.repeat(400)} {{constructor}} ${override}`];
  const paragraphs = ['kk', 'en'].flatMap((edition) =>
    texts.map((text, index): Paragraph => ({
      id: oddId(`${edition}-${String(index)}`),
      kind: 'paragraph',
      modified,
      edition,
      section: oddId(oddId(`${edition}-s`)),
      order: `a${String(index)}`,
      type: index === 0 ? 'heading' : 'text',
      text,
      marks: text === linked ? links() : [],
    })),
  );
  const original = paragraphs.find(({ text }) => text === linked);
  if (original === undefined) throw new Error('there is no paragraph with links');
  return [
    { id: 'hostile', kind: 'work', modified, titles: { en: hostile.title }, author: { en: image }, original: 'kk' },
    ...['kk', 'en'].flatMap((edition): AnyRecord[] => [
      { id: edition, kind: 'edition', modified, language: edition, title: image, translator: script, order: 'a0' },
      {
        id: oddId(oddId(`${edition}-s`)),
        kind: 'section',
        modified,
        edition,
        order: 'a0',
        level: 1,
        titles: { [edition]: `${script}${override}` },
        editorial: true,
      },
    ]),
    ...paragraphs,
    ...texts.map((_, index): AnyRecord => ({
      id: oddId(`bead-${String(index)}`),
      kind: 'bead',
      modified,
      alignment: 'kk~en',
      order: `a${String(index)}`,
      source: [oddId(`kk-${String(index)}`)],
      target: [oddId(`en-${String(index)}`)],
      status: 'auto',
      confidence: 0.5,
    })),
    {
      id: oddId('note'),
      kind: 'annotation',
      modified,
      created,
      motivation: 'commenting',
      colour: `red;}${image}`,
      body: [hostile.note, ...shapes].join('\n\n'),
      tags: [image, script, odd, '__proto__'],
      targets: [describe(original, linked.indexOf('stand'), linked.indexOf(' here'))],
    },
    {
      id: oddId('term'),
      kind: 'term',
      modified,
      language: 'kk',
      headword: hostile.headword,
      category: 'word',
      glosses: { en: [image], ru: [script], [`${odd}${image}\u0001`]: [image], constructor: [script] },
      notes: { en: `${script} javascript:${run}` },
    },
  ];
}

/** A tag that would be more. */
const odd = `"><svg onload=${run}>\u0001\u202E`;

/** Markdown whose HTML, were it given to a page, would do something. */
const shapes = [
  `<svg><foreignObject><script>${run}</script></foreignObject><animate onbegin="${run}"/></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--><img src=x onerror=${run}>">`,
  `<base href="https://example.org/"><meta http-equiv="refresh" content="0;url=https://example.org/">`,
  `<form action="https://example.org/"><button formaction="javascript:${run}">x</button></form>`,
  `<object data="https://example.org/"></object><style>@import "https://example.org/";</style>`,
  `<noscript><p title="</noscript><img src=x onerror=${run}>"></noscript><details open ontoggle="${run}">`,
  `[a](JaVaScRiPt:${run}) [b](&#106;avascript:${run}) [c](vbscript:${run}) [d](//example.org/) <javascript:${run}>`,
  `![x](https://example.org/a.png "${image}") [e]: javascript:${run}`,
];

function links(): Mark[] {
  return [
    ['evil', `javascript:${run}`],
    ['data', `data:text/html,${script}`],
    ['good', hostile.good],
  ].map(([words = '', href = '']) => {
    const start = linked.indexOf(words);
    return { type: 'link', start, end: start + words.length, href };
  });
}
