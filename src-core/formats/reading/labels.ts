import { primaryTag } from '#core/language/primary-tag.ts';

const labels = {
  kk: {
    notes: 'Жазбалар',
    glossary: 'Сөздік',
    contents: 'Мазмұны',
    highlights: 'Белгілер',
    translator: 'Аударған',
    about: 'Осы басылым туралы',
    made: 'Мәтіндерді Egiz қатар қойды.',
    question: 'Сұрақ',
    fact: 'Дерек',
    person: 'Тұлға',
    term: 'Термин',
  },
  en: {
    notes: 'Notes',
    glossary: 'Glossary',
    contents: 'Contents',
    highlights: 'Highlights',
    translator: 'Translated by',
    about: 'About this edition',
    made: 'Set side by side with Egiz.',
    question: 'Question',
    fact: 'Fact',
    person: 'Person',
    term: 'Term',
  },
  ru: {
    notes: 'Заметки',
    glossary: 'Словарь',
    contents: 'Содержание',
    highlights: 'Выделения',
    translator: 'Перевод',
    about: 'Об этом издании',
    made: 'Тексты поставлены рядом в Egiz.',
    question: 'Вопрос',
    fact: 'Факт',
    person: 'Лицо',
    term: 'Термин',
  },
} as const;

type Label = keyof (typeof labels)['en'];

/** A word of the book itself in one language: Kazakh, English and Russian; `null` in others. */
export function labelIn(name: Label, language: string): string | null {
  const tag = primaryTag(language);
  return Object.hasOwn(labels, tag) ? labels[tag as keyof typeof labels][name] : null;
}

/** A word of the book in the languages of both its texts: `Жазбалар · Notes`. English where neither has it. */
export function labelOf(name: Label, languages: readonly string[]): string {
  const found = languages.flatMap((language) => labelIn(name, language) ?? []);
  return found.length === 0 ? labels.en[name] : [...new Set(found)].join(' · ');
}

/** What a colour is called: as the reader named it, else the usual name of its id. */
export function colourName(id: string, name: string | null, languages: readonly string[]): string {
  if (name !== null && name.trim() !== '') return name;
  return id === 'question' || id === 'fact' || id === 'person' || id === 'term' ? labelOf(id, languages) : id;
}
