import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { language } from '#core/language/language.ts';

const cut = (tag: string, text: string): string[] =>
  language(tag)
    .sentences(text)
    .map(([start, end]) => text.slice(start, end));

/** A case is the text with a bar wherever a sentence begins; without a space before the bar the text has none. */
const kazakh = [
  '1917 ж. Қазан төңкерісі болды. | 1918 ж. наурызында аяқталды.',
  'Ол 1917 ж. 24 қазанда басталды. | 1917 жылы аяқталды.',
  'XX ғ. Басында ел өзгерді.',
  'Б.з.б. 330 ж. Александр Македонский келді. | Ол жеңді.',
  'Қор 1 млрд. АҚШ долларына жетті. | Ол өсті.',
  'Кітап, дәптер т.б. заттар қалды. | Кітап, дәптер т.б. | Олар жоғалды.',
  'Кітап, т. б. заттар т.с.с. Алаш туралы.',
  'Оны В.И. Ленин жазды. | В.И.Лениннің сөзі. | Х. Ғаббасов келді.',
  'Ә.Бөкейханов, А.Байтұрсынов құрды. | Жоба дайын.',
  'Дж. Лондон жазған.',
  'Осы деп сеніп… басқа үкімет. | Солай сайды… | Біз білдік.',
  'Рас па?.. | Иә! | Шын ба?! | Шын.',
  '“Жауап қайтарсаңыз екен”,- деген еді. | Ол кетті.',
  '«Кел!» – деді ол. | «Барамын!» деп айтты. | «Жоқ». | Ол үнсіз.',
  '«Қайда?» – Абай сұрады.',
  '– Қайда барасың? – деді Абай. | – Үйге. | – Жақсы!',
  'Ол кетті.| Мен қалдым.',
  'Қараңыз: www.egiz.kz немесе Egiz.Kz.',
  'Температура 20 °С. | Жылы.',
  '1. Алаш. | 2. Қазақ. | 3.1. Бөлім.',
  'Бес пункт бар. | 2-пункт қабылданды.',
  'Ол (1905 ж. туған) келді. | (Қосымшаны қараңыз.) | Соңы.',
  'Мұнда айтылған.[12] | Келесі сөйлем.',
];

const english = [
  'He met Mr. J. R. Smith and Dr. Who. | They spoke.',
  'A. Bukeikhanov and Kh. Gabbasov spoke. | It was late.',
  'It ended at 5 p.m. | He left. | See No. 5 and p. 12. | Done.',
  'Apples, pears etc. were sold. | Apples, pears, etc. | They left.',
  'The U.S. Army came, i.e. soldiers. | It was 3.5 miles.',
  '“Yes!” he said. | “No.” | She left. | “Is it?” — “It is.” | Then…',
  'We obey … recognising no other. | Wait… what? | Yes.',
  'It was (see p. 5). | It rained.[3] | Then it stopped.',
  '“The rights of the people.” | This was clear.',
];

const russian = [
  'В 1917 г. в Петрограде. | В 1917 г. | Съезд принял. | В г. Москве и т. д. | Он ушёл.',
  'Жил в XIX в. | Потом умер. | В XIX в. жили.',
  '— Да, — сказал он. | — Нет.',
  '«Куда?» — спросил Ленин. | В. И. Ленин ответил: «Туда!» | Х. Габбасов молчал.',
  'См. стр. 5. | Там и т.п. случаи, т.е. многие.',
  '5 тыс. руб. | Это много. | 3 млн. Рублей нет.',
  'лозунг «Вся власть Советам!», снятый после июльских событий. | Теперь так.',
];

const cases = [
  ...kazakh.map((text) => ['kk', text] as const),
  ...english.map((text) => ['en', text] as const),
  ...russian.map((text) => ['ru', text] as const),
  ['tr', 'Prof. Öz geldi. | İyi. ılık.'] as const,
  ['zh', '你好。| 再见！'] as const,
];

describe('sentences', () => {
  test.each(cases)('in %s: %s', (tag, marked) => {
    const text = marked.replaceAll(/ \|/gu, '').replaceAll(/\| ?/gu, '');
    expect(cut(tag, text)).toEqual(marked.split('|').map((sentence) => sentence.trim()));
  });

  test('of the 1917 text stand as a careful reading has them', () => {
    const paragraphs = readFileSync(join(import.meta.dirname, 'qazan-1917.sentences.txt'), 'utf8')
      .trim()
      .split('\n\n')
      .map((paragraph) => paragraph.split('\n'));
    expect(paragraphs.flat()).toHaveLength(122);
    for (const sentences of paragraphs) expect(cut('kk', sentences.join(' '))).toEqual(sentences);
  });

  test('of an empty text are none', () => {
    expect(language('kk').sentences('')).toEqual([]);
    expect(language('kk').sentences(' \n ')).toEqual([]);
  });

  const pieces = fc.constantFrom(
    'Алаш',
    'ж',
    'В',
    'т.б',
    '1917',
    '.',
    '…',
    '!',
    '?',
    '”',
    '“',
    '–',
    ' ',
    '\n',
    ',',
    '[1]',
    '😀',
    'қ',
  );
  const anyText = fc.oneof(
    fc.array(pieces).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  );

  test.each(['kk', 'en', 'ru', 'de'])('in %s hold everything but white space, in order, each thing once', (tag) => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const [from, to] of language(tag).sentences(text)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(text.slice(end, from)).toMatch(/^\s*$/u);
          expect(text.slice(from, to)).toMatch(/^\S(?:.*\S)?$/su);
          end = to;
        }
        expect(text.slice(end)).toMatch(/^\s*$/u);
      }),
    );
  });
});
