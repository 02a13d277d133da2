import { describe, expect, test } from 'vitest';
import { resolve } from '#core/annotation/resolve.ts';
import { targetOf } from './annotations.ts';

const text =
  'Осы мақсатта Алашорда үкіметінің тапсыруымен Халел және Жаһанша Досмұхамедовтер Мәскеуге барды. ' +
  'Сөз Алашорда автономиясының мәртебесі туралы болды. Кеңес өкіметі оны мойындамады.';

/** Where a target made on `exact` in `text` stands in another text. */
function found(exact: string, other: string): { words: string; how: string } | null {
  const place = resolve(targetOf('kk-10', text, exact), other);
  return place === null ? null : { words: other.slice(place.start, place.end), how: place.how };
}

describe('finding a target', () => {
  test('[T1] stands at its offsets where the words are the quote', () => {
    expect(found('Жаһанша', text.replace('Халел және', 'Дидар және'))).toEqual({ words: 'Жаһанша', how: 'exact' });
  });

  test('[T2] stands where its quote has moved to', () => {
    expect(found('Жаһанша Досмұхамедовтер', `Тағы бір сөйлем. ${text}`)).toEqual({
      words: 'Жаһанша Досмұхамедовтер',
      how: 'quote',
    });
  });

  test('[T2] of several occurrences takes the one with its surroundings', () => {
    const target = targetOf('kk-10', text, 'Алашорда автономиясының');
    const short = {
      ...target,
      end: target.start + 8,
      quote: { ...target.quote, exact: 'Алашорда', suffix: ' автономиясының мәртебесі туралы' },
    };
    const other = `Бұл күні Алашорда туралы көп айтылды. ${text}`;
    expect(resolve(short, other)?.start).toBe(other.indexOf('Алашорда автономиясының'));
  });

  test('[T2] of equal surroundings takes the nearest', () => {
    const quote = { exact: 'ха', prefix: 'ха', suffix: 'ха' };
    expect(resolve({ start: 5, end: 7, quote }, 'хахахахахаха')).toMatchObject({ start: 4 });
  });

  test('[T3] does not put a short quote on the same word elsewhere', () => {
    expect(found('Кеңес', 'Қырда мал бағылды, ал Кеңес деген ауыл болған екен.')).toBeNull();
  });

  test('[T3] puts a long quote on its only occurrence, whatever stands around it', () => {
    expect(found('Алашорда автономиясының мәртебесі', 'Мынау: Алашорда автономиясының мәртебесі!')).toEqual({
      words: 'Алашорда автономиясының мәртебесі',
      how: 'quote',
    });
  });

  test('[T4] stands on words that were corrected, in their surroundings', () => {
    expect(found('Досмұхамедовтер', text.replace('Досмұхамедовтер', 'Досмухамедовтар'))).toEqual({
      words: 'Досмухамедовтар',
      how: 'similar',
    });
  });

  test('[T4] does not stand on words that are only a little like the quote', () => {
    expect(found('Досмұхамедовтер', text.replace('Досмұхамедовтер', 'Бөкейхановтар'))).toBeNull();
  });

  test('[T4] needs the surroundings for a short similar quote', () => {
    expect(found('автономиясының', 'Мүлде басқа жерде автономиясынын деп жазылған екен, бірақ.')).toBeNull();
  });

  test.each([
    ['a text with nothing of it', 'Мүлде басқа мәтін.'],
    ['an empty text', ''],
  ])('[T5] is lost in %s', (_, other) => {
    expect(found('Алашорда автономиясының мәртебесі', other)).toBeNull();
  });

  test('[T5] is lost without a quote', () => {
    expect(resolve({ start: 0, end: 0, quote: { exact: '', prefix: '', suffix: '' } }, text)).toBeNull();
  });

  test('a whole paragraph is found again only as a whole paragraph', () => {
    const whole = targetOf('kk-2', 'Алаш.', 'Алаш.');
    expect(resolve(whole, 'Алаш.')).toMatchObject({ how: 'exact' });
    expect(resolve(whole, 'Бұл Алаш. Тағы')).toBeNull();
  });

  test('a long quote in a long text is sought in bounded time', () => {
    const target = targetOf('kk-1', 'абвг'.repeat(5000), 'абвг'.repeat(4000));
    expect(resolve(target, 'деёж'.repeat(5000))).toBeNull();
  });
});
