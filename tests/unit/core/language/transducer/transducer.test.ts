import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse, spellReading } from '#core/language/analyse.ts';
import { language } from '#core/language/language.ts';
import { suffixIds } from '#core/language/suffix-names.ts';
import { readAnalysis, spellAnalysis } from '#core/language/transducer/analysis.ts';
import { attReader } from '#core/language/transducer/att.ts';
import { agreement, rankReadings } from '#core/language/transducer/rank.ts';
import { analyses } from '#core/language/transducer/run.ts';
import { suffixesOfTags } from '#core/language/transducer/tags.ts';
import { readTransducer, writeTransducer, type Transducer } from '#core/language/transducer/transducer.ts';

function read(text: string): { transducer: Transducer | null; problems: number[] } {
  const problems: number[] = [];
  const reader = attReader(({ line }) => problems.push(line));
  for (const [at, line] of text.split('\n').entries()) reader.line(line, at + 1);
  return { transducer: reader.end(), problems };
}

const lower = language('kk').lower;

function analysed(text: string, form: string): string[] {
  const { transducer } = read(text);
  return transducer === null ? [] : analyses(transducer, form, lower).map(spellAnalysis);
}

/** A path through new states that reads and writes symbol by symbol. */
function path(pairs: readonly (readonly [string, string])[], from: number, to: number, first: number): string[] {
  return pairs.map(([input, output], at) => {
    const source = at === 0 ? from : first + at - 1;
    const target = at === pairs.length - 1 ? to : first + at;
    return `${String(source)}\t${String(target)}\t${input}\t${output}\t0.000000`;
  });
}

const own = (letters: string): [string, string][] => Array.from(letters, (letter) => [letter, letter]);

/** үкімет, үкіметі, үкіметтің; ат and ату as атын. */
const small = [
  ...path(own('үкімет'), 0, 1, 10),
  ...path([['@0@', '<n>']], 1, 2, 0),
  ...path([['@0@', '<nom>']], 2, 9, 0),
  ...path([['і', '<px3sp>']], 2, 3, 0),
  ...path([['@0@', '<nom>']], 3, 9, 0),
  ...path(
    [
      ['н', '<gen>'],
      ['і', '@0@'],
      ['ң', '@0@'],
    ],
    3,
    9,
    20,
  ),
  ...path([...own('ат'), ['@0@', '<n>'], ['ы', '<px3sp>'], ['н', '<acc>']], 0, 9, 30),
  ...path([...own('ат'), ['@0@', '<v>'], ['@0@', '<tv>'], ['ы', '<imp>'], ['н', '<p2>']], 0, 9, 40),
  '9\t0.0',
].join('\n');

describe('an analyser in AT&T format', () => {
  test('gives the lexical forms of a word, with all tags', () => {
    expect(analysed(small, 'үкіметінің')).toEqual(['үкімет<n><px3sp><gen>']);
    expect(analysed(small, 'үкімет')).toEqual(['үкімет<n><nom>']);
    expect(analysed(small, 'атын').toSorted()).toEqual(['ат<n><px3sp><acc>', 'ат<v><tv><imp><p2>']);
    expect(analysed(small, 'үкіме')).toEqual([]);
  });

  test('knows a word with a capital by its small letters', () => {
    expect(analysed(small, 'ҮКІМЕТІ')).toEqual(['үкімет<n><px3sp><nom>']);
  });

  test('may have the surface on the other side', () => {
    const turned = small.replace(/^(\d+\t\d+)\t([^\t]*)\t([^\t]*)/gmu, '$1\t$3\t$2');
    expect(analysed(turned, 'үкіметінің')).toEqual(['үкімет<n><px3sp><gen>']);
  });

  test('may consist of several parts, as lttoolbox prints them', () => {
    const parts = '0\t1\tа\tа\n1\t2\tε\t<a>\n2\n--\n0\t1\tб\tб\n1\t2\tε\t<b>\n2\n';
    expect([analysed(parts, 'а'), analysed(parts, 'б')]).toEqual([['а<a>'], ['б<b>']]);
  });

  test('may have spaces in words', () => {
    expect(analysed('0\t1\tа\tа\n1\t2\t@_SPACE_@\t@_SPACE_@\n2\t3\tб\tб\n3\t4\t@0@\t<n>\n4\n', 'а б')).toEqual([
      'а б<n>',
    ]);
  });

  test('orders by weight, the lighter first', () => {
    const text = '0\t1\tа\tа\n1\t2\t@0@\t<n>\t5.0\n1\t2\t@0@\t<v>\t1.5\n2\t0\n';
    expect(analysed(text, 'а')).toEqual(['а<v>', 'а<n>']);
  });

  test('may forbid what flags forbid', () => {
    const text = [
      '0\t1\t@P.CASE.GEN@\t@0@',
      '0\t1\t@P.CASE.ACC@\t@0@',
      '1\t2\tа\tа',
      '2\t3\t@R.CASE.GEN@\t<gen>',
      '2\t3\t@D.CASE.GEN@\t@0@',
      '3\t4\t@0@\t<n>',
      '2\t4\t@U.CASE.ACC@\t@0@',
      '4',
    ].join('\n');
    // Of what a flag's arc writes nothing is kept: both ways end in the same.
    expect(analysed(text, 'а')).toEqual(['а<n>', 'а']);
  });

  test('that goes in circles without reading ends all the same', () => {
    expect(analysed('0\t0\t@0@\tx\n0\t1\tа\tа\n1\t1\t@0@\t<n>\n1\t1\t@0@\t<v>\n1\n', 'а').length).toBeLessThanOrEqual(
      64,
    );
    expect(analysed('0\t0\t@0@\t@0@\n0\t1\tа\tа\n1\n', 'а')).toEqual(['а']);
  });

  test('has its faulty lines named', () => {
    const { transducer, problems } = read('0\t1\tа\tа\nx\ty\tа\tа\n0\t1\tа\n0\t1\tа\tа\theavy\n1\nend\n');
    expect(problems).toEqual([2, 3, 4, 6]);
    expect(transducer?.targets).toHaveLength(1);
  });

  test('without arcs or an end is none', () => {
    expect(read('').transducer).toBeNull();
    expect(read('0\t1\tа\tа\n').transducer).toBeNull();
  });

  test('is kept as bytes and read back', () => {
    const { transducer } = read(small);
    if (transducer === null) throw new Error('no transducer');
    const bytes = Buffer.concat(writeTransducer(transducer));
    const back = readTransducer(new Uint8Array(bytes).buffer);
    expect(back).toEqual(transducer);
    expect(readTransducer(new Uint8Array(bytes.subarray(1)).buffer)).toBeNull();
    expect(readTransducer(new ArrayBuffer(0))).toBeNull();
  });

  test('of any lines ends with analyses or none', () => {
    const cell = fc.constantFrom('0', '1', '2', 'а', 'б', '@0@', '<n>', '@P.A.B@', '@R.A.B@', '', '-1', '99999999999');
    const line = fc.array(cell, { maxLength: 6 }).map((cells) => cells.join('\t'));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.stringMatching(/^[аб]{0,5}$/u), (lines, form) => {
        expect(analysed(lines.join('\n'), form).length).toBeLessThanOrEqual(64);
      }),
    );
  });
});

test('every suffix that a tag stands for is one of ours', () => {
  const tags = 'gen dat px2sg aor past ifi_evid fut gna_until ger_perf ger_abs opt emph prc_plan p1 p2 pl'.split(' ');
  const ids = tags.flatMap((tag) => suffixesOfTags([tag]).suffixes.flat());
  expect(ids.filter((id) => !suffixIds.includes(id))).toEqual([]);
  expect(ids.length).toBeGreaterThan(tags.length);
});

test('a lexical form is cut into lemma and tags', () => {
  expect(readAnalysis('үкімет<n><px3sp>+е<cop><p3>')).toEqual({ lemma: 'үкімет', tags: ['n', 'px3sp', 'cop', 'p3'] });
  expect(readAnalysis('<n>')).toBeNull();
  expect(readAnalysis('')).toBeNull();
});

describe('tags stand for suffixes', () => {
  test.each([
    ['n pl px3sp gen', 'noun', [['plural'], ['possessive-3'], ['genitive']]],
    ['n loc attr', 'noun', [['locative'], ['attributive']]],
    ['n attr', 'noun', []],
    ['v tv ifi p1 sg', 'verb', [['past'], ['person-1', 'imperative-1']]],
    ['v iv aor p3 sg', 'verb', [['present'], ['person-3', 'imperative-3']]],
    ['v iv ifi p3 sg', 'verb', [['past']]],
    ['v tv ifi p2 frm sg', 'verb', [['past'], ['person-2-polite', 'imperative-2-polite']]],
    ['v iv opt p1 sg', 'verb', [['optative', 'imperative-3', 'imperative-1', 'imperative-1-plural']]],
    ['v iv gna_until', 'verb', [['participle-past'], ['limitative']]],
    ['v tv neg ger_perf abl', 'verb', [['negation'], ['participle-past'], ['abstract'], ['ablative']]],
    ['n nom cop aor p1 pl', 'noun', [['person-1-plural', 'imperative-1-plural']]],
    ['', null, []],
    ['constructor', 'noun', []],
  ])('%s', (tags, kind, suffixes) => {
    const found = suffixesOfTags(tags.split(' ').filter((tag) => tag !== ''));
    expect(found.kind).toBe(kind);
    expect(found.suffixes).toEqual(suffixes);
  });
});

describe('[L4] readings', () => {
  const kk = language('kk');
  const spelled = (form: string, headword: string, ...lexical: string[]): string[] =>
    rankReadings(
      analyse(headword, form, null, kk),
      lexical.flatMap((one) => readAnalysis(one) ?? []),
    ).map((reading) => reading.map(spellReading).join(' '));

  test('that agree with an analysis come first', () => {
    const before = spelled('атын', 'ат');
    const after = spelled('атын', 'ат', 'ат<n><px3sp><acc>');
    expect(after[0]).toBe('ат + possessive-3(ы) + accusative(н)');
    expect(after.toSorted()).toEqual(before.toSorted());
    const verb = spelled('барды', 'бар', 'бар<v><iv><ifi><p3><sg>');
    expect(verb[0]).toBe('бар + past(ды)');
    expect(spelled('барды', 'бар', 'бар<n><acc>')[0]).toBe('бар + accusative(ды)');
  });

  test('stay as they are without an analyser, or with one that says something else', () => {
    const before = analyse('бар', 'барды', null, kk);
    expect(rankReadings(before, [])).toBe(before);
    expect(rankReadings(before, [{ lemma: 'үй', tags: ['n'] }])).toEqual(before);
  });

  test('agree the more the more suffixes they share', () => {
    const [reading] = analyse('үкімет', 'үкіметінің', 'noun', kk);
    if (reading === undefined) throw new Error('no reading');
    const agree = (tags: string): number => agreement(reading, { lemma: 'Үкімет', tags: tags.split(' ') });
    expect(agree('n px3sp gen')).toBe(2);
    expect(agree('n px3sp acc')).toBeGreaterThan(1);
    expect(agree('n px3sp acc')).toBeLessThan(2);
    expect(agree('v')).toBe(0);
  });
});
