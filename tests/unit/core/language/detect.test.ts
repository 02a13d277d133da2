import { describe, expect, it, test } from 'vitest';
import { transliterate } from '#core/language/scripts/transliterate.ts';
import { detectLanguage } from '#core/language/detect.ts';

const kazakh =
  'Уақытша үкіметтің халық күткен аграрлық мәселені шеше алмауы, езілген халықтарға өзін-өзі билеу құқығын бермеуі оның беделін түсірді және наразылықты күшейтті.';

describe('the language of a text', () => {
  test.each([
    ['kk', kazakh],
    ['kk', 'Бұл кітап туралы не білесің?'],
    [
      'ru',
      'Временное правительство не сумело решить аграрный вопрос, которого ждал народ, и это усилило недовольство.',
    ],
    ['en', 'The Provisional Government failed to settle the agrarian question the people were waiting on.'],
    ['de', 'Die Provisorische Regierung konnte die Agrarfrage nicht lösen, auf die das Volk wartete.'],
    ['fr', 'Le gouvernement provisoire ne sut pas résoudre la question agraire que le peuple attendait.'],
    ['tr', 'Geçici hükümet halkın beklediği toprak sorununu çözemedi ve bu durum hoşnutsuzluğu daha da artırdı.'],
    [
      'ky',
      'Убактылуу өкмөт эл күткөн агрардык маселени чече алган жок, ошондуктан элдин нааразычылыгы күчөдү жана көтөрүлүш башталды.',
    ],
    ['uk', 'Тимчасовий уряд не зумів розв’язати аграрне питання, якого чекав народ, і це посилило невдоволення.'],
    ['zh', '临时政府未能解决人民期待已久的土地问题。'],
    [
      'tt',
      'Вакытлы хөкүмәт халык көткән аграр мәсьәләне чишә алмады, җирне крестьяннарга бирмәде һәм ризасызлык артты.',
    ],
  ])('%s is told', (language, text) => {
    expect(detectLanguage(text)?.language).toBe(language);
  });

  test.each([
    [
      'ru',
      'Зима была суровой, много скота погибло. Началось национальное строительство. В съезде участвовали 82 делегата.',
    ],
    ['ru', 'Временное правительство не могло рѣшить аграрный вопросъ въ Россіи, котораго ждалъ народъ.'],
    ['ru', 'Газета «Қазақ» писала о съезде: его участники избрали А. Бөкейхана, и это было встречено с радостью.'],
    [
      'bg',
      'Временното правителство не успя да реши аграрния въпрос, който народът очакваше, и това засили недоволството.',
    ],
    ['be', 'Часовы ўрад не здолеў вырашыць аграрнае пытанне, якога чакаў народ, і гэта ўзмацніла незадаволенасць.'],
  ])('%s is told from its neighbours by letters that these do not have', (language, text) => {
    expect(detectLanguage(text)?.language).toBe(language);
  });

  it('is Kazakh in Latin and Arabic script as well', () => {
    expect(detectLanguage(transliterate(kazakh, 'latn').text)?.language).toBe('kk-Latn');
    expect(detectLanguage(transliterate(kazakh, 'arab').text)?.language).toBe('kk-Arab');
  });

  it('is not told from a few letters', () => {
    expect(detectLanguage('')).toBeNull();
    expect(detectLanguage('12 345 !')).toBeNull();
    expect(detectLanguage('ж. 1917')).toBeNull();
  });
});

describe('the language of a short text', () => {
  it.each([
    ['kaa', 'Бүгин азанда Нөкис көшелеринде адамлар көп болды. Балалар мектепке баратыр, ал үлкенлер жумысқа асығады.'],
    ['kaa', 'Ол маған жаңа китабы ҳаққында айтып берди, биз аўылға бардық.'],
    ['tg', 'Имрӯз субҳ дар кӯчаҳои Душанбе одамон бисёр буданд, ман бо дӯстам дар боғ вохӯрдам.'],
    ['ug', 'بۈگۈن ئەتىگەندە كوچىلاردا ئادەم كۆپ ئىدى. مەن دوستۇم بىلەن ئۇچراشتىم.'],
    ['kk-Arab', 'بۇل جەردە ادامدار كوپ بولدى، قالا ۇلكەن ەدى.'],
    ['kk-Latn', 'Qazaqstan tarihynda bul kezeñ asa mañyzdy oryn alady.'],
    ['kk-Latn', 'Qalanyń ortasynda úlken alań bar, jurt sol jerge jınaldy.'],
    ['kk-Latn', 'Qalanıñ ortasında ülken alañ bar, jurt sol jerge jïnaldı, qarttar da keldi.'],
    ['ru', 'Он сказал, что слово «тұрғындар» в этих записях стояло с самого начала и ничего другого не значило.'],
    ['kk', 'Ол қалаға барды, сонда бұл туралы айтты: «Надо было раньше», — деп күлді.'],
    ['tr', 'Çocuklar okula gidiyor, büyükler işe yetişmeye çalışıyordu; köyde yaşlılar kaldı.'],
    ['uz', 'Bolalar maktabga boryapti, kattalar esa ishga shoshilyapti, kechqurun qaytishadi.'],
  ])('is %s by letters that its neighbours do not have', (language, text) => {
    expect(detectLanguage(text)?.language).toBe(language);
  });
});

describe('a text of a few words', () => {
  it.each([
    ['Abai came. He sat.'],
    ['Abai keldi. Ol otyrdy.'],
    ['Hello world'],
    ['Bonjour le monde'],
    ['Абай келді.\nОл отырды.'],
    ['Бірінші тарау'],
    ['Сәлем, әлем'],
    ['Тау мен дала, су мен жел'],
  ])('has no language where several are as near: %s', (text) => {
    expect(detectLanguage(text)).toBeNull();
  });

  it.each([
    ['kk', 'Жұлдыз жанып'],
    ['kk', 'Қазақстан тарихы'],
    ['kk-Latn', 'Qazaqstan tarihy'],
    ['en', 'The steppe was silent.'],
    ['ru', 'Он пришёл и сел у окна.'],
  ])('has the language %s that is plainly nearer', (language, text) => {
    expect(detectLanguage(text)?.language).toBe(language);
  });

  it.each([
    ['https://example.kz/a/long/address/of/a/page?and=more\nhttps://example.kz/another/address/of/a/page'],
    ['somebody.with.a.name@example-university.kz'],
    ['src/main/application.c:31 src/reader/views/index.html'],
  ])('is no text where it is addresses: %s', (text) => {
    expect(detectLanguage(text)).toBeNull();
  });
});
