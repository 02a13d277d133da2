import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeBitext } from '#core/formats/bitext.ts';
import type { Imported } from '#core/formats/imported.ts';
import { codesIn } from '#core/formats/units/inline-codes.ts';
import { readXliff } from '#core/formats/xliff/read.ts';
import { writeXliff } from '#core/formats/xliff/write.ts';
import { bitextIn, workOf } from '../../../../fixtures/formats/bitexts.ts';

const old = (source: string): string =>
  `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en" target-language="kk" datatype="x"><body><trans-unit id="1"><source>${source}</source><target>Сәлем</target></trans-unit></body></file></xliff>`;
const modern = (data: string, source: string): string =>
  `<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="kk"><file id="f"><unit id="1"><originalData>${data}</originalData><segment><source>${source}</source><target>Сәлем</target></segment></unit></file></xliff>`;
const writtenAgain = (read: Imported): string => writeXliff(bitextIn(workOf(read)));
const textOf = (read: Imported): string | undefined => read.texts[0]?.blocks[0]?.text;
const codesOf = (read: Imported): unknown[] => {
  const block = read.texts[0]?.blocks[0];
  return codesIn(block?.foreign, block?.text ?? '').map(({ kind, at, shown, content }) => [kind, at, shown, content]);
};

describe('codes that are no formatting', () => {
  it.each([
    ['Angular', 'Hello <x id="INTERPOLATION" equiv-text="{{name}}"/>, welcome', 'Hello {{name}}, welcome'],
    ['Angular’s tags', 'A <x id="START" equiv-text="&lt;div&gt;"/>b', 'A b'],
    ['Trados', 'Press <g id="12"><x id="13"/>OK</g> now', 'Press OK now'],
    ['memoQ', '<bpt id="1">{}</bpt>one<ept id="1">{}</ept> <ph id="2">&lt;mq:ch val="x"/></ph>two', 'one two'],
    ['printf', 'It has <ph id="1">%1$s</ph> pages', 'It has %1$s pages'],
  ])('[X5] show in the text what they say, and are written back: %s', (_, source, text) => {
    const read = readXliff(old(source));
    const again = readXliff(writtenAgain(read));
    expect([textOf(read), textOf(again)]).toEqual([text, text]);
    expect(codesOf(read).length).toBeGreaterThan(0);
    expect(codesOf(again)).toEqual(codesOf(read));
  });

  it('[X5] keep their data and both ends of a pair', () => {
    const read = readXliff(
      modern(
        '<data id="a">&lt;q&gt;</data><data id="b">&lt;/q&gt;</data>',
        'Say <pc id="1" dataRefStart="a" dataRefEnd="b">so <ph id="2" equiv="NAME" disp="{{n}}"/></pc>.',
      ),
    );
    expect(textOf(read)).toBe('Say so {{n}}.');
    expect(writtenAgain(read)).toContain(
      'Say <sc id="1" dataRef="d1"/>so <ph id="2" disp="{{n}}" equiv="NAME"/><ec startRef="1" dataRef="d2"/>.',
    );
  });

  it('[X5] stay with the words around them when the text is changed', () => {
    const [block] =
      readXliff(old('Hi <x id="1" equiv-text="{a}"/>, see <ph id="2">q</ph>it {<x id="3" equiv-text="{b}"/>')).texts[0]
        ?.blocks ?? [];
    const places = (text: string): unknown[] => codesIn(block?.foreign, text).map(({ at, shown }) => [at, shown]);
    expect(places('Hello {a}, see it {{b}')).toEqual([
      [6, '{a}'],
      [15, ''],
      [19, '{b}'],
    ]);
    expect(places('Hi, see it {{b}').map(String)).toEqual(['8,', '12,{b}']);
    expect(places('')).toEqual([[0, '']]);
  });

  const part = fc.constantFrom(
    'word ',
    'so. Then ',
    '<x id="1"/>',
    '<x id="2" equiv-text="{v}"/>',
    '<bpt id="3">a</bpt>',
    '<ept id="3">b</ept>',
    '<g id="4">in</g>',
    '<g id="5"> <bpt id="6"/></g>',
    '<it id="7" pos="open">c</it>',
    '<ex id="8"/>',
    '<bx id="8"/>',
    '<bpt id="9" ctype="bold"/>',
    '<ept id="9"/>',
    '<ph id="x y">%s</ph>',
    '<ph id="1">&lt;q&gt;</ph>',
  );
  it('[X5] are read again as they were, paired or not, however they overlap', () => {
    const units = fc.constantFrom('paragraph' as const, 'sentence' as const);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), units, (parts, unit) => {
        const read = readXliff(old(`A${parts.join('')}z`));
        const again = readXliff(writeXliff(bitextIn(workOf(read)), { ...wholeBitext, unit }));
        expect(textOf(again)).toBe(textOf(read));
        expect(codesOf(again)).toEqual(codesOf(read));
      }),
    );
  });
});
