import type { Told } from '../e2e/support/annotations.ts';

/** What the reader of the pictures has marked in the 1917 work. */
export const marked: readonly Told[] = [
  {
    edition: 'kk',
    words: 'өзін-өзі билеуі немесе автономия',
    body: 'Compare the wording of the December congress: “аман алып қалу мақсатымен”.',
    tags: ['autonomy'],
    linked: { edition: 'en', words: 'self-determination or autonomy' },
  },
  {
    edition: 'kk',
    words: '1917 ж. 24 қазанда (6 қарашада)',
    colour: 'fact',
    body: 'Old Style and New Style agree: **13 days** apart.',
    tags: ['date'],
    linked: { edition: 'en', words: 'On 24 October (6 November) 1917' },
  },
  { edition: 'en', words: 'the Military Revolutionary Committee', colour: 'person' },
  { edition: 'kk', words: 'большевиктердің ықпалының артуына', colour: 'term' },
  {
    edition: 'kk',
    words: 'Ү съезінде',
    body: 'The text has a Kazakh letter for the Roman V.',
    tags: ['text', 'date'],
  },
  { edition: 'kk', words: 'Халық Комиссары Кеңесінің төрағасы', colour: 'person' },
];
