import { describe, expect, it } from 'vitest';
import { headwordGuesser } from '#core/glossary/guess.ts';
import { language } from '#core/language/language.ts';

function guess(form: string, words: string, tag = 'kk'): string | undefined {
  const spoken = language(tag);
  const all = spoken.words(words).map((range) => words.slice(...range));
  return headwordGuesser([form, ...all], spoken).guess(form)[0];
}

describe('the guessed headword of a form', () => {
  it('[L2] is what other forms of the text have in common', () => {
    expect(guess('көтеріліске', 'көтерілістің көтерілісі көтеріліс')).toBe('көтеріліс');
    expect(guess('балалардың', 'балалар балаға бала')).toBe('бала');
  });

  it('has the sounds that the suffix changed', () => {
    expect(guess('кітабы', 'кітаптар кітапқа')).toBe('кітап');
    expect(guess('халқы', 'халықтың халыққа халық')).toBe('халық');
  });

  it('of a verb is its form in -у', () => {
    expect(guess('жоспарлады', 'жоспарлап жоспарлаған жоспарлайды')).toBe('жоспарлау');
  });

  it('is the form itself where nothing speaks for another', () => {
    expect(guess('автономия', '')).toBe('автономия');
    expect(guess('және', 'мен')).toBe('және');
  });

  it('keeps the capitals of a name', () => {
    expect(guess('Петроградтағы', 'Петроградқа Петроград')).toBe('Петроград');
    expect(guess('Үкіметке', 'үкіметтің үкімет')).toBe('үкімет');
  });

  it('is found for other languages by their endings', () => {
    expect(guess('governments', 'government', 'en')).toBe('government');
    expect(guess('народов', 'народы народ', 'ru')).toBe('народ');
  });

  it('always has the form itself among the others', () => {
    const words = ['үкіметінің', 'үкіметке', 'үкімет'];
    expect(headwordGuesser(words, language('kk')).guess('үкіметінің')).toEqual(
      expect.arrayContaining(['үкімет', 'үкіметінің']),
    );
  });
});
