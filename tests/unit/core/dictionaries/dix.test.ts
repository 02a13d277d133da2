import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dixReader, type DixDirection } from '#core/dictionaries/dix.ts';
import { collected, lines } from './collected.ts';

const read = (body: string, direction: DixDirection = 'left-right', size?: number) =>
  collected((sink) => dixReader(sink, direction), body, size);
const dictionary = (entries: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<dictionary><sdefs><sdef n="n"/></sdefs>\n<section id="main" type="standard">\n${entries}\n</section></dictionary>`;

/** The name of what a function throws, or `none`. */
function thrownBy(call: () => unknown): string {
  try {
    call();
    return 'none';
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

const bilingual = dictionary(`
<e><p><l>үкімет<s n="n"/></l><r>government<s n="n"/></r></p></e>
<e r="LR"><p><l>өкімет<s n="n"/></l><r>government<s n="n"/></r></p></e>
<e r="RL"><p><l>билік<s n="n"/></l><r>authority<s n="n"/></r></p></e>
<e><p><l>халық<b/>санағы<s n="n"/></l><r>census<s n="n"/></r></p></e>
<e><i>Алматы<s n="np"/><s n="top"/></i></e>
<e i="yes"><p><l>ескі</l><r>old</r></p></e>
<e><p><l>бар<g><b/>болу</g><s n="v"/></l><r>exist<s n="vblex"/></r></p></e>
<e><re>[0-9]+</re><p><l/><r/></p></e>`);

describe('a bilingual dictionary', () => {
  test('gives its pairs from left to right, without those of the other direction', () => {
    expect(lines(read(bilingual))).toEqual([
      'үкімет: government',
      'өкімет: government',
      'халық санағы: census',
      'Алматы: Алматы',
      'бар болу: exist',
    ]);
  });

  test('gives them from right to left', () => {
    expect(lines(read(bilingual, 'right-left'))).toEqual([
      'government: үкімет',
      'authority: билік',
      'census: халық санағы',
      'Алматы: Алматы',
      'exist: бар болу',
    ]);
  });

  test('tells parts of speech by its tags', () => {
    expect(read(bilingual).entries.map(({ partOfSpeech }) => partOfSpeech)).toEqual([
      'noun',
      'noun',
      'noun',
      'name',
      'verb',
    ]);
  });
});

test('a monolingual dictionary lists its lemmas, not its paradigms', () => {
  const text = `<dictionary><pardefs><pardef n="кітап__n"><e><p><l>тар</l><r><s n="pl"/></r></p></e></pardef></pardefs>
<section id="main"><e lm="кітап"><i>кіта</i><par n="кітап__n"/></e></section></dictionary>`;
  expect(read(text).entries).toMatchObject([{ headword: 'кітап', senses: [], partOfSpeech: 'noun' }]);
});

describe('faulty markup', () => {
  test('is reported with its line, and what can be read is read', () => {
    const { entries, skips } = read(
      dictionary(
        '<e><p><l>кітап</l><r>book</r></p></e>\n<e><p><l>a & b &foo;</l><r>x</r></p></e>\n<e><p><l></l><r>y</r></p></e>',
      ),
    );
    expect(entries[0]).toMatchObject({ headword: 'кітап' });
    expect(skips.map(([code, place]) => `${code} ${place}`)).toEqual(['bad-record line 5', 'no-headword line 6']);
  });

  test.each([
    ['another root', '<html><body/></html>', 'a .dix begins with <dictionary>, not <html>'],
    ['elements without end', `<dictionary>${'<section>'.repeat(1000)}`, 'elements are nested too deep'],
    ['text without end', `<dictionary><section>${'а'.repeat(1_200_000)}`, 'letters without an element'],
    ['faults without end', dictionary('<e>&x;</e>'.repeat(300)), 'line'],
  ])('ends the reading at %s', (_, text, message) => {
    expect(() => read(text, 'left-right', 65_536)).toThrow(message);
  });

  test('entities of its own are not resolved', () => {
    const text = `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY s SYSTEM "file:///etc/passwd">]>
<dictionary><section><e><p><l>x&b;&s;</l><r>y</r></p></e></section></dictionary>`;
    const { entries, skips } = read(text);
    expect(entries.map(({ headword }) => headword)).not.toContain('xaaaaaaaaaa');
    expect(JSON.stringify(entries)).not.toContain('root:');
    expect(skips.length).toBeGreaterThan(0);
  });

  test('never ends otherwise than with entries, counts or a DictionaryError', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: bilingual.length }), (noise, at) => {
        const text = bilingual.slice(0, at) + noise + bilingual.slice(at);
        expect(['none', 'DictionaryError']).toContain(thrownBy(() => read(text, 'left-right', 50)));
      }),
      { numRuns: 300 },
    );
  });
});
