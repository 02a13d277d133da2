import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldHtml, fieldText } from '#core/review/anki/html.ts';

describe('text for a field', () => {
  test('nothing of a text is markup', () => {
    expect(fieldHtml('<img src=x onerror=alert(1)> & "a"\nb')).toBe(
      '&lt;img src=x onerror=alert&#40;1&#41;&gt; &amp; &quot;a&quot;<br>b'
        .replaceAll('&#40;', '(')
        .replaceAll('&#41;', ')'),
    );
  });

  test('nothing of a text is a field, a cloze or a sound', () => {
    const html = fieldHtml('{{Word}} {{c1::x}} [sound:a.mp3] a::b');
    expect(html).not.toMatch(/\{|\}|::|\[sound/u);
    expect(fieldText(html)).toBe('Word c1::x [♪ a.mp3] a::b'.replace('Word c1::x', '{{Word}} x'));
  });

  test('words come back as they went, white space evened out', () => {
    const plain = fc.string({ unit: 'grapheme' }).filter((text) => !/[{}[\]:\p{Cc}\u00A0]/u.test(text));
    fc.assert(
      fc.property(plain, (text) => {
        expect(fieldText(fieldHtml(text))).toBe(text.replace(/ +/gu, ' ').trim());
      }),
    );
  });
});

describe('a field as text', () => {
  test.each([
    ['<b>үкімет</b>', 'үкімет'],
    ['one<br>two<div>three</div>four', 'one\ntwo\nthree\nfour'],
    ['a &lt;b&gt; &amp;amp; &#1179;&#x493; &nbsp; c', 'a <b> &amp; қғ c'],
    ['{{c1::Кеңес::hint}} өкіметі {{c2::орнады}}', 'Кеңес өкіметі орнады'],
    ['{{c1::a {{c2::b}} c}}', 'a b c'],
    ['word [sound:rec 1.mp3]', 'word [♪ rec 1.mp3]'],
    ['<img src="cat.jpg" onerror="x()">', '[□ cat.jpg]'],
    ['<img src="data:image/png;base64,AAAA">', '[□]'],
    ['a<script>alert("x < y")</script>b', 'ab'],
    ['a<style>b{}</style >c', 'ac'],
    ['<!-- a > b -->c', 'c'],
    ['5 < 6 and 7 > 2', '5 < 6 and 7 > 2'],
    ['a <b', 'a <b'],
    ['&#0;&#xD800;&#99999999;&unknown;', '\uFFFD\uFFFD&#99999999;&unknown;'],
    ['<svg><script>x</script></svg>after', 'after'],
    ['<script>never closed', ''],
  ])('%j is read as %j', (html, text) => {
    expect(fieldText(html)).toBe(text);
  });

  test('no markup takes long or comes through', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('<', '>', '</', 'a', 'script', '<!--', '&', '#1;', '{{c1::', '}}', '"', ' '),
    });
    fc.assert(
      fc.property(hostile, (html) => {
        expect(fieldText(html).length).toBeLessThanOrEqual(html.length + 10);
      }),
    );
    for (const piece of ['<', '<a', '<!--', '{{c1::', '&', '<script>', '[sound:', '</']) {
      expect(typeof fieldText(piece.repeat(50_000))).toBe('string');
    }
  });
});
