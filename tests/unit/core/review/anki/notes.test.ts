import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Term } from '#core/records/term.ts';
import { guidOf, readGuid } from '#core/review/anki/guid.ts';
import { fieldText } from '#core/review/anki/html.ts';
import { clozeNote, deckName, highlightNote, wordNote, type AnkiNote, type Example } from '#core/review/anki/note.ts';
import { clozeType, wordType } from '#core/review/anki/note-types.ts';
import { readNotes, UnreadableNotes } from '#core/review/anki/read-text.ts';
import { writeNotes } from '#core/review/anki/text-file.ts';
import { guessMapping, termsOfNotes, updatedTerm } from '#core/review/anki/to-terms.ts';

const term: Term = {
  id: 't1',
  kind: 'term',
  modified: '2026-11-23T06:00:00.000Z-0000-dev',
  language: 'kk',
  headword: 'үкімет',
  category: 'institution',
  glosses: { en: ['government', 'cabinet'], ru: ['правительство'] },
  notes: { en: 'of 1917' },
};
const example: Example = {
  sentence: 'Уақытша үкіметтің органы.',
  range: [8, 17],
  aligned: 'An organ of the government.',
  source: 'Қазан төңкерісі · II',
  modified: '2026-11-23T07:00:00.000Z-0000-dev',
};
const asked = { language: 'en', deck: 'Egiz::A', cards: [null, null] };

describe('GUIDs', () => {
  test('follow from the record and lead back to it', () => {
    fc.assert(
      fc.property(fc.constantFrom('word', 'cloze'), fc.string({ unit: 'grapheme', minLength: 1 }), (kind, id) => {
        const guid = guidOf(kind, id);
        expect(guid).toBe(guidOf(kind, id));
        expect(guid).not.toMatch(/[\s"]/u);
        expect(readGuid(guid)).toEqual({ kind, id: id.toWellFormed(), scope: null });
      }),
    );
    expect(readGuid(guidOf('highlight', 'a:1', 'w'))).toEqual({ kind: 'highlight', id: 'a:1', scope: 'w' });
  });

  test.each(['Bd$g!1]', '', 'egiz', 'egiz:word', 'egiz:word:a:b', 'egiz:word:%E0%A4%A', 'egiz:__proto__:a'])(
    '%j is not ours',
    (guid) => {
      expect(readGuid(guid)).toBeNull();
    },
  );
});

describe('notes', () => {
  test('a word has its translation, its sentence and what stands beside it', () => {
    const note = wordNote(term, example, asked);
    expect(note.type).toBe(wordType);
    expect(note.fields).toEqual([
      'үкімет',
      'government; cabinet',
      'Уақытша <b>үкіметтің</b> органы.',
      'An organ of the government.',
      'Қазан төңкерісі · II',
      'of 1917',
    ]);
    expect(note.tags).toEqual(['egiz', 'institution']);
  });

  test('a cloze has a gap where the word stands, in its form', () => {
    expect(clozeNote(term, example, asked).fields[0]).toBe('Уақытша {{c1::үкіметтің}} органы.');
    expect(clozeNote(term, example, asked).type).toBe(clozeType);
  });

  test('signs of Anki in a text mean nothing', () => {
    const sentence = 'a {{c2::b}} word}} <i>';
    const note = clozeNote(term, { ...example, sentence, range: [12, 16] }, asked);
    expect(note.fields[0]?.match(/\{\{|\}\}/gu)).toEqual(['{{', '}}']);
  });

  test('an edit makes the note newer and leaves its GUID', () => {
    const before = wordNote(term, example, asked);
    const after = wordNote(
      { ...term, glosses: { en: ['rule'] }, modified: '2026-11-24T06:00:00.000Z-0000-dev' },
      example,
      asked,
    );
    expect(after.guid).toBe(before.guid);
    expect(after.modified).toBeGreaterThan(before.modified);
    expect(before.modified).toBe(Date.parse('2026-11-23T07:00:00Z') / 1000);
    expect(wordNote({ ...term, modified: '0001-01-01T00:00:00.001Z-0000-corpus' }, null, asked).modified).toBe(1);
  });

  test('a term without a gloss in the language shows those it has', () => {
    expect(wordNote(term, null, { ...asked, language: 'de' }).fields[1]).toBe('government; cabinet; правительство');
  });

  test('a highlight is a gap with its note', () => {
    const note = highlightNote({ work: 'w', id: 'h', body: '*x*', tags: ['two words'] }, example, asked);
    expect(note.guid).toBe('egiz:highlight:w:h');
    expect(note.tags).toEqual(['egiz', 'highlight', 'two_words']);
    expect(note.fields[5]).toBe('*x*');
  });

  test.each([
    ['Қазан төңкерісі', 'Egiz::Қазан төңкерісі'],
    ['a::b "c"', 'Egiz::a b c'],
    [null, 'Egiz'],
    [' :: ', 'Egiz'],
  ])('the deck of %j is %j', (title, deck) => {
    expect(deckName(title)).toBe(deck);
  });

  test('every field that a template names is a field of its type', () => {
    for (const { fields, templates } of [wordType, clozeType]) {
      const named = templates.flatMap(({ front, back }) => [
        ...`${front}${back}`.matchAll(/\{\{[#/]?(?:cloze:)?([^{}]+)\}\}/gu),
      ]);
      expect(named.length).toBeGreaterThan(0);
      for (const [, name] of named) expect(['FrontSide', ...fields]).toContain(name);
    }
  });
});

describe("Anki's text format", () => {
  const notes = [
    wordNote(term, example, asked),
    clozeNote(term, { ...example, sentence: 'a\tb "c"\nd үкіметтің', range: [10, 19] }, asked),
  ];

  test('says what its columns are', () => {
    expect(writeNotes(notes).split('\n').slice(0, 7)).toEqual([
      '#separator:tab',
      '#html:true',
      '#guid column:1',
      '#notetype column:2',
      '#deck column:3',
      '#tags column:4',
      writeNotes(notes).split('\n')[6],
    ]);
    expect(writeNotes(notes)).toContain(
      'egiz:word:t1\tEgiz Word\tEgiz::A\tegiz institution\tүкімет\tgovernment; cabinet\t',
    );
  });

  test('what is written is read again', () => {
    const text = fc.string({ unit: 'grapheme' });
    const one = fc.record({ headword: fc.string({ unit: 'grapheme', minLength: 1 }), gloss: text, note: text });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 5 }), (list) => {
        const written: AnkiNote[] = list.map(({ headword, gloss, note }, at) =>
          wordNote(
            { ...term, id: String(at), headword: `x${headword}`, glosses: { en: [gloss] }, notes: { en: note } },
            null,
            asked,
          ),
        );
        const { types, left } = readNotes(writeNotes(written));
        expect(left).toBe(0);
        expect(types.map(({ name }) => name)).toEqual(['Egiz Word']);
        expect(types[0]?.notes.map(({ guid }) => guid)).toEqual(written.map(({ guid }) => guid));
        expect(types[0]?.notes.map(({ fields }) => fields)).toEqual(written.map(({ fields }) => fields.map(fieldText)));
        expect(types[0]?.notes[0]?.decks).toEqual(['Egiz::A']);
      }),
    );
  });

  test('a table of another program is read by its commas and named columns', () => {
    const { types } = readNotes('#separator:Comma\n#columns:Front,Back\n#deck:Қазақша\nүй,"house, home"\nсу,water\n');
    expect(types).toEqual([
      {
        id: '',
        name: '',
        fields: ['Front', 'Back'],
        notes: [
          { guid: null, fields: ['үй', 'house, home'], tags: [], decks: ['Қазақша'] },
          { guid: null, fields: ['су', 'water'], tags: [], decks: ['Қазақша'] },
        ],
      },
    ]);
  });

  test('a plain list without any header is read; its fields are numbered', () => {
    expect(readNotes('үй;house\nсу;water').types[0]?.fields).toEqual(['1', '2']);
  });

  test('a separator that is not read is named', () => {
    expect(() => readNotes('#separator:Pipe\na|b')).toThrow(UnreadableNotes);
  });

  test('endless and empty fields are left out and counted', () => {
    expect(readNotes(`#html:true\n${'x'.repeat(30_000)}\ty\n<br>\t<b></b>\na\tb`)).toMatchObject({
      left: 2,
      types: [{ notes: [{}] }],
    });
  });
});

describe('terms from notes', () => {
  test.each([
    ['Egiz Word', wordType.fields, { headword: 0, gloss: 1, note: 5 }],
    ['Egiz Cloze', clozeType.fields, { headword: 1, gloss: 2, note: 5 }],
    ['Basic', ['Front', 'Back'], { headword: 0, gloss: 1, note: null }],
    ['X', ['Audio', 'English meaning', 'Kazakh word', 'Notes'], { headword: 2, gloss: 1, note: 3 }],
    ['X', ['Перевод', 'Слово'], { headword: 1, gloss: 0, note: null }],
    ['X', ['1', '2', '3'], { headword: 0, gloss: 1, note: null }],
    ['X', ['only'], { headword: 0, gloss: null, note: null }],
  ])('the fields of %s %j are guessed', (name, fields, mapping) => {
    expect(guessMapping({ name, fields })).toEqual(mapping);
  });

  const foreign = (guid: string | null, ...fields: string[]) => ({ guid, fields, tags: [], decks: [] });
  const mapping = { headword: 0, gloss: 1, note: null };

  test('senses stand on lines or between semicolons, each once', () => {
    expect(termsOfNotes([foreign(null, ' үй ', 'house; home\nhouse')], mapping)).toEqual([
      { id: null, headword: 'үй', senses: ['house', 'home'], note: '' },
    ]);
  });

  test('a note without a headword, or with a text for one, is left out; two notes of one term are one', () => {
    const notes = [
      foreign(null, '', 'a'),
      foreign(null, 'x'.repeat(300), 'a'),
      foreign('egiz:word:t', 'a', 'b'),
      foreign('egiz:cloze:t', 'a', 'c'),
    ];
    expect(termsOfNotes(notes, mapping)).toEqual([{ id: 't', headword: 'a', senses: ['b'], note: '' }]);
  });

  test('a note that was not edited leaves its term the same', () => {
    const { types } = readNotes(writeNotes([wordNote({ ...term, glosses: { en: ['a; b', 'c'] } }, example, asked)]));
    const [said] = termsOfNotes(types[0]?.notes ?? [], { headword: 0, gloss: 1, note: 5 });
    const now = { ...term, glosses: { en: ['a; b', 'c'] } };
    expect(said === undefined ? null : updatedTerm(now, said, 'en')).toBe(now);
  });

  test('a note that was edited changes headword, glosses and note, and no other language', () => {
    const said = { id: 't1', headword: 'өкімет', senses: ['power'], note: 'new' };
    expect(updatedTerm(term, said, 'en')).toEqual({
      ...term,
      headword: 'өкімет',
      glosses: { en: ['power'], ru: ['правительство'] },
      notes: { en: 'new' },
    });
  });
});
