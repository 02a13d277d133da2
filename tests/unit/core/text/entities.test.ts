import { expect, test } from 'vitest';
import { decodeEntities } from '#core/text/entities.ts';

test.each([
  ['a &lt;b&gt; &AMP; &amp;lt;', 'a <b> & &lt;'],
  ['&#1179;&#x493;&#X49B;', 'қғқ'],
  ['&ensp;|&nbsp;|&shy;', '\u2002|\u00A0|\u00AD'],
  ['&#0;&#xD800;&#x110000;', '\uFFFD\uFFFD\uFFFD'],
  ['&unknown; &#99999999; &constructor; & AT&T;', '&unknown; &#99999999; &constructor; & AT&T;'],
])('entities of %j are read as %j', (text, read) => {
  expect(decodeEntities(text)).toBe(read);
});
