import { dixReader } from '#core/dictionaries/dix.ts';
import { DictionaryError, type DictionaryReader, type EntrySink } from '#core/dictionaries/entry.ts';
import { lineCutter } from '#core/dictionaries/lines.ts';
import { indexReader, readArticle, readInfo, synonymReader } from '#core/dictionaries/stardict.ts';
import { tableReader } from '#core/dictionaries/table.ts';
import { wiktionaryReader } from '#core/dictionaries/wiktionary.ts';
import { readWebAnnotations } from '#core/formats/annotations/read-web-annotation.ts';
import { bitextOf, wholeBitext } from '#core/formats/bitext.ts';
import { arriving } from '#core/formats/egiz-file/arriving.ts';
import { EgizFileError } from '#core/formats/egiz-file/egiz-file-error.ts';
import { FormatError } from '#core/formats/format-error.ts';
import { writers } from '#core/formats/writers.ts';
import { delimiterOf } from '#core/glossary/table.ts';
import { readTbx } from '#core/glossary/tbx-read.ts';
import { readTerms } from '#core/glossary/tsv.ts';
import { attReader } from '#core/language/transducer/att.ts';
import { join } from '#core/records/join.ts';
import { libraryRecords, normalise } from '#core/records/normalise.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import { readEgizFile } from '#main/formats/egiz-file.ts';
import { archive, type Seed, text } from './corpus.ts';
import { mutatedBytes } from './mutate.ts';

/** Files that no text is read from, and what reads them: whether they were read; `false` where they were refused as they must be. */
export interface OtherKind {
  readonly seeds: readonly Seed[];
  readonly read: (bytes: Uint8Array) => Promise<boolean> | boolean;
}

const stamp = '2026-11-23T12:00:00.000Z';
const record = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  modified: `${stamp}-0000-d`,
  ...fields,
});
const entry = (...records: readonly Readonly<Record<string, unknown>>[]): string =>
  JSON.stringify({ egiz: 1, by: 'd', records });
const paragraphOf = (edition: string, at: number): Readonly<Record<string, unknown>> =>
  record({
    kind: 'paragraph',
    id: `${edition}${String(at)}`,
    edition,
    section: `s${edition}`,
    order: `a${String(at)}`,
    type: at === 0 ? 'heading' : 'text',
    ...(at === 0 ? { level: 1 } : {}),
    text: 'Сөз мен іс.',
    marks: [{ type: 'link', start: 0, end: 3, href: 'https://e.kz/' }],
  });
const textOf = (edition: string): string =>
  entry(
    record({ kind: 'section', id: `s${edition}`, edition, order: 'a0', level: 1, titles: { kk: 'Бірінші' } }),
    ...[0, 1, 2].map((at) => paragraphOf(edition, at)),
  );
const bead = (at: number): Readonly<Record<string, unknown>> =>
  record({
    kind: 'bead',
    id: `b${String(at)}`,
    alignment: 'kk~en',
    order: `a${String(at)}`,
    source: [`kk${String(at)}`],
    target: [`en${String(at)}`],
    status: 'auto',
    confidence: 0.5,
    sentences: { counts: [1, 1], links: [[[0], [0], 0.9]] },
  });
const target = {
  edition: 'kk',
  paragraph: 'kk1',
  start: 0,
  end: 3,
  quote: { exact: 'Сөз', prefix: '', suffix: ' мен' },
};

const egizFile: Readonly<Record<string, string>> = {
  'META-INF/egiz.json': JSON.stringify({ egiz: 1, content: 'work', work: 'w', program: 'Egiz', exported: stamp }),
  'works/w/work.json': entry(
    record({ kind: 'work', id: 'w', titles: { kk: 'Қазан' }, author: { kk: 'А' }, original: 'kk', created: stamp }),
    record({ kind: 'edition', id: 'kk', language: 'kk', title: 'Қазан', order: 'a0', source: 'a.txt' }),
    record({ kind: 'edition', id: 'en', language: 'en', title: 'October', translator: 'B', order: 'a1' }),
  ),
  'works/w/editions/kk.json': textOf('kk'),
  'works/w/editions/en.json': textOf('en'),
  'works/w/alignments/kk~en.json': entry(...[0, 1, 2].map(bead)),
  'works/w/annotations.json': entry(
    record({
      kind: 'annotation',
      id: 'n1',
      created: stamp,
      motivation: 'commenting',
      colour: 'fact',
      body: '[а](https://e.kz)',
      tags: ['тег'],
      targets: [target],
    }),
  ),
  'glossary.json': entry(
    record({
      kind: 'term',
      id: 't',
      language: 'kk',
      headword: 'сөз',
      category: 'word',
      glosses: { en: ['word'] },
      notes: { kk: 'т' },
      level: '3',
    }),
    record({ kind: 'rejection', id: 'r', term: 't', form: 'сөзді' }),
  ),
  'review.json': entry(
    record({ kind: 'card', id: 'c', subject: { type: 'term', term: 't' }, face: 'word', created: stamp }),
    record({ kind: 'answer', id: 'a', card: 'c', rating: 3, at: stamp, took: 1000 }),
  ),
  'settings.json': entry(
    record({ kind: 'palette', id: 'palette', colours: [{ id: 'fact', name: 'Fact', hue: 'green' }] }),
  ),
};

/** A file that is taken must be a work that can be shown, joined, copied and written again. */
async function readEgiz(bytes: Uint8Array): Promise<boolean> {
  try {
    const content = await readEgizFile(bytes);
    let id = 0;
    for (const how of ['new', 'join', 'copy'] as const) {
      arriving(content, how, { work: new Map(), top: new Map() }, Date.now(), () => `x${String((id += 1))}`);
    }
    libraryRecords(join(content.top));
    const work = normalise(content.work.id, join(content.records));
    const [source, other] = work.editions.map((edition) => edition.id);
    if (source === undefined || other === undefined) return true;
    const bitext = bitextOf(work, [source, other]);
    for (const { write } of writers) write(bitext, wholeBitext);
    return true;
  } catch (error) {
    if (error instanceof EgizFileError && isOneLine(error)) return false;
    throw error;
  }
}

const paragraphs = [1, 2].map((at) => paragraphOf('kk', at) as unknown as Paragraph);
const annotation = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'urn:egiz:w:annotation:n1',
  type: 'Annotation',
  created: stamp,
  motivation: 'commenting',
  body: [{ type: 'TextualBody', value: 'Ескерту', purpose: 'commenting', format: 'text/markdown' }],
  target: [
    {
      source: 'urn:egiz:w:text:kk:kk1',
      styleClass: 'egiz-fact',
      selector: [
        { type: 'TextQuoteSelector', exact: 'Сөз', prefix: '', suffix: ' мен' },
        { type: 'TextPositionSelector', start: 0, end: 3 },
      ],
    },
  ],
};
const collection = { type: 'AnnotationCollection', first: { type: 'AnnotationPage', items: [annotation, annotation] } };

/** Reads text with a reader of a dictionary, bit by bit. */
function dictionary(make: (sink: EntrySink) => DictionaryReader): (bytes: Uint8Array) => boolean {
  return (bytes) => {
    let count = 0;
    const reader = make({
      entry: ({ headword }) => {
        if (headword.trim() === '' || /\p{Surrogate}|\p{Cc}/u.test(headword)) throw new Error(`a headword ${headword}`);
        count += 1;
      },
      skip: () => undefined,
      otherLanguage: () => undefined,
    });
    return orDictionaryError(() => {
      const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
      for (let at = 0; at < whole.length; at += 97) reader.push(whole.slice(at, at + 97));
      reader.end();
      return count > 0;
    });
  };
}

function orDictionaryError(read: () => boolean): boolean {
  try {
    return read();
  } catch (error) {
    if (error instanceof DictionaryError && isOneLine(error)) return false;
    throw error;
  }
}

function isOneLine({ message }: Error): boolean {
  return message !== '' && !/\p{Cc}/u.test(message);
}

/** The parts of a StarDict dictionary one after the other, each with its length before it: so they are one file here. */
const starDict = Buffer.concat(
  [
    Buffer.from(
      "StarDict's dict ifo file\nversion=3.0.0\nbookname=Сөздік\nwordcount=2\nidxfilesize=40\nsametypesequence=tm\n",
    ),
    Buffer.from('іс\0\0\0\0\0\0\0\0\x0Eсөз\0\0\0\0\x0E\0\0\0\x0E'),
    Buffer.from('is\0n. deed; workseuz\0word'),
    Buffer.from('сөзді\0\0\0\0\x01'),
  ].flatMap((part) => [Buffer.from([part.length >> 8, part.length & 0xff]), part]),
);

function readStarDict(bytes: Uint8Array): boolean {
  const parts: Uint8Array[] = [];
  for (let at = 0; parts.length < 4;) {
    const length = (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
    parts.push(bytes.slice(at + 2, at + 2 + length));
    at += 2 + length;
  }
  const [info = bytes, index = bytes, articles = bytes, synonyms = bytes] = parts;
  return orDictionaryError(() => {
    let count = 0;
    const { offsetBits, fieldTypes } = readInfo(Buffer.from(info).toString('utf8'));
    const each = (word: string, offset: number, size: number): void => {
      if (offset + size > articles.length) return;
      if (readArticle(articles.slice(offset, offset + size), fieldTypes, word) !== null) count += 1;
    };
    for (const reader of [
      [indexReader(offsetBits, each, () => undefined), index] as const,
      [synonymReader(() => undefined, () => undefined), synonyms] as const, // prettier-ignore
    ]) {
      for (let at = 0; at < reader[1].length; at += 7) reader[0].push(reader[1].slice(at, at + 7));
      reader[0].end();
    }
    return count > 0;
  });
}

function readAnalyser(bytes: Uint8Array): boolean {
  const reader = attReader(() => undefined);
  const lines = lineCutter(10_000, (line, number) => {
    if (line !== null) reader.line(line, number);
  });
  lines.push(utf8(bytes));
  lines.end();
  return reader.end() !== null;
}

function utf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

function orFormatError(read: () => boolean): boolean {
  try {
    return read();
  } catch (error) {
    if (error instanceof FormatError && isOneLine(error)) return false;
    throw error;
  }
}

const termbase =
  '<?xml version="1.0"?><tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body><conceptEntry id="c1"><descrip type="subjectField">party</descrip><langSec xml:lang="kk"><termSec><term>сөз</term><termNote type="partOfSpeech">noun</termNote><admin type="projectSubset">egiz:level=3</admin></termSec></langSec><langSec xml:lang="en"><descrip type="definition">what is said</descrip><termSec><term>word</term><note>т</note></termSec></langSec></conceptEntry></body></text></tbx>';
const oldTermbase =
  '<martif type="TBX" xml:lang="en"><text><body><termEntry id="a"><langSet xml:lang="kk"><ntig><termGrp><term>іс</term></termGrp></ntig></langSet><langSet xml:lang="EN_us"><tig><term>deed</term><descripGrp><descrip>x</descrip></descripGrp></tig></langSet></termEntry></body></text></martif>';

/** Works of Egiz, annotations, glossaries and dictionaries. */
export const otherKinds: Readonly<Record<string, OtherKind>> = {
  egiz: { seeds: [archive('a.egiz', egizFile)], read: readEgiz },
  annotations: {
    seeds: [
      text('a.json', JSON.stringify(collection)),
      text('b.json', JSON.stringify({ rows: [{ ...annotation, text: 'a', tags: ['b'] }] })),
    ],
    read: (bytes) => orFormatError(() => readWebAnnotations(utf8(bytes), paragraphs).found.length > 0),
  },
  tbx: {
    seeds: [text('a.tbx', termbase), text('b.tbx', oldTermbase)],
    read: (bytes) => readTbx(utf8(bytes), 'kk').terms.length > 0,
  },
  terms: {
    seeds: [
      text(
        'a.tsv',
        'headword\tcategory\tlevel\ten\tnote_kk\nсөз\tword\t3\tword; saying\tт\n"бас\nқа"\tplace\t\tother\t\n',
      ),
      text('a.csv', 'sep=,\nkk,en\n"іс, сөз","deed ""x"""\nбас,head\n'),
    ],
    read: (bytes) => readTerms(utf8(bytes), 'kk', delimiterOf(utf8(bytes))).terms.length > 0,
  },
  stardict: {
    seeds: [{ name: 'a', damaged: (source) => Promise.resolve(mutatedBytes(starDict, source)) }],
    read: readStarDict,
  },
  table: {
    seeds: [text('a.tsv', 'kk\tpos\ten\nсөз\tn\tword; <b>saying</b>\n"іс\nқа"\tv\tdeed\n#x\nбас\tn\thead\n')],
    read: dictionary((sink) => tableReader(sink, 'kk', 'en')),
  },
  dix: {
    seeds: [
      text(
        'a.dix',
        '<?xml version="1.0"?><dictionary><alphabet/><sdefs><sdef n="n"/></sdefs><pardefs><pardef n="a"><e><i>x</i></e></pardef></pardefs><section id="main" type="standard"><e><p><l>сөз<s n="n"/></l><r>word<s n="n"/></r></p></e><e r="LR"><p><l>бір<b/>іс</l><r>deed<j/>x</r></p></e><e lm="үй"><i>үй</i><par n="үй__n"/></e></section></dictionary>',
      ),
    ],
    read: dictionary((sink) => dixReader(sink, 'left-right')),
  },
  wiktionary: {
    seeds: [
      text(
        'a.jsonl',
        '{"word":"сөз","lang_code":"kk","pos":"noun","senses":[{"glosses":["word","saying"]}],"forms":[{"form":"сөздер","tags":["plural"]}],"sounds":[{"ipa":"[sʏz]"}],"translations":[{"code":"kk","word":"іс","sense":"deed"}]}',
      ),
      text(
        'b.jsonl',
        '{"word":"deed","lang_code":"en","pos":"noun","senses":[{"glosses":["a thing done"],"translations":[{"code":"kk","word":"іс"}]}]}',
      ),
    ],
    read: dictionary((sink) => wiktionaryReader(sink, 'kk', 'en')),
  },
  analyser: {
    seeds: [text('a.att', '0\t1\tс\tс\t0.5\n1\t2\tө\tө\n2\t3\tз\tз\n3\t4\t@0@\t<n>\n4\t0.0\n--\n0\t1\tі\tі\n1\n')],
    read: readAnalyser,
  },
};
