import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSubtitles } from '#core/formats/subtitles.ts';
import { wholeOrRefused } from '../../../fixtures/formats/whole-or-refused.ts';

const blocksOf = (text: string) => readSubtitles(text).texts[0]?.blocks ?? [];

describe('subtitles', () => {
  it('of SubRip have a paragraph a cue, with its times', () => {
    const text =
      '1\r\n00:00:01,000 --> 00:00:03,500\r\n<i>Сәлем,</i>\r\nәлем!\r\n\r\n2\r\n00:01:00,0 --> 00:01:02,0\r\n- Кім?\r\n- Мен.\r\n';
    expect(blocksOf(text)).toEqual([
      {
        type: 'text',
        text: 'Сәлем, әлем!',
        marks: [{ type: 'emphasis', start: 0, end: 6 }],
        foreign: { cue: { from: '00:00:01,000', to: '00:00:03,500' } },
      },
      { type: 'verse', text: '- Кім?\n- Мен.', marks: [], foreign: { cue: { from: '00:01:00,0', to: '00:01:02,0' } } },
    ]);
  });

  it('of WebVTT are read without styles, comments and tags', () => {
    const text =
      'WEBVTT\n\nSTYLE\n::cue { color: red }\n\nNOTE бұл түсінік\n\nкіріспе\n00:01.000 --> 00:02.000 align:start\n<v Абай>Бір &amp; екі <00:01.500><c.x>үш</c>\n';
    expect(blocksOf(text).map((block) => block.text)).toEqual(['Бір & екі үш']);
    expect(readSubtitles(text).findings.map(({ code }) => code)).toEqual(['styles-dropped']);
  });

  it('keep italics and bold over the end of a line, and line ends that are written as a code', () => {
    const [block] = blocksOf('1\n00:00:01,000 --> 00:00:02,000\n{\\an8}Ол <i>бүгін\nкеледі</i> <b>ме</b>?\\NИә.');
    expect(block?.text).toBe('Ол бүгін келеді ме? Иә.');
    expect(block?.marks.map(({ type, start, end }) => [type, block.text.slice(start, end)])).toEqual([
      ['emphasis', 'бүгін келеді'],
      ['strong', 'ме'],
    ]);
  });

  it('are read where the empty line between two is missing', () => {
    const text = '1\n00:00:01,000 --> 00:00:02,000\nБір\n2\n00:00:03,000 --> 00:00:04,000\nЕкі';
    expect(blocksOf(text).map((block) => block.text)).toEqual(['Бір', 'Екі']);
  });

  it('are refused in a file that has none', () => {
    expect(() => readSubtitles('Мәтін')).toThrow('no line of it has the times of a subtitle');
    expect(() => readSubtitles('00:01,0 --> 00:02,0\n\n')).toThrow('no subtitle has a text');
  });

  it('end in text or in a clear error whatever they are', () => {
    const piece = fc.constantFrom(
      '00:00:01,000 --> 00:00:02,000',
      '-->',
      '\n',
      '\n\n',
      '1',
      'қаз',
      '<i>',
      '{\\an8}',
      '&amp;',
      '\0',
      'NOTE',
      'STYLE',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(() => wholeOrRefused(() => readSubtitles(pieces.join('')))).not.toThrow();
      }),
    );
  });
});
