import * as fc from 'fast-check';
import type { TermContent } from '#core/glossary/tsv.ts';
import { termCategories, termLevels } from '#core/records/term.ts';

const inside = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom('"', '\t', '\n', '\r', ';', ',', '\\', ' ', 'қ', '<', '&', ']]>'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
  })
  .map((text) => text.trim())
  .filter((text) => text !== '');
const tag = fc.constantFrom('en', 'ru', 'kk', 'kk-Arab', 'tyv', 'id');
const field = fc.constantFrom(
  'pos',
  'Дереккөз',
  'my column',
  'work',
  'English',
  'field_pos',
  'Note (kk)',
  'partOfSpeech',
);

/** Terms with everything that a file can hold: several senses in several languages, notes, levels, fields of other programs. */
export const termContents: fc.Arbitrary<TermContent> = fc
  .record(
    {
      headword: inside,
      language: fc.constantFrom('kk', 'kk-Latn', 'tyv'),
      category: fc.constantFrom(...termCategories),
      glosses: fc.dictionary(tag, fc.array(inside, { minLength: 1, maxLength: 3 }), { noNullPrototype: true }),
      notes: fc.dictionary(tag, inside, { noNullPrototype: true }),
      level: fc.constantFrom(...termLevels),
      others: fc.dictionary(field, inside, { noNullPrototype: true }),
    },
    { requiredKeys: ['headword', 'language', 'category', 'glosses', 'notes', 'others'] },
  )
  .map(({ others, ...known }) => ({ ...known, ...others }));
