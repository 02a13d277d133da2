import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportName } from '#core/formats/export-name.ts';

test.each([
  ['Қазан төңкерісі', ['kk', 'en'], 'tmx', 'Қазан төңкерісі kk-en.tmx'],
  ['../../etc/passwd', [], 'egiz', 'etc passwd.egiz'],
  ['a: "b"?', [], 'html', 'a b.html'],
  ['...', [], 'egiz', 'Egiz.egiz'],
  ['CON', [], 'egiz', 'Egiz CON.egiz'],
  ['con.txt', ['kk', 'en'], 'html', 'Egiz con.txt kk-en.html'],
  ['Lpt1', [], 'md', 'Egiz Lpt1.md'],
  ['Конак', [], 'md', 'Конак.md'],
  ['a/b\\c', ['kk'], 'tmx', 'a b c kk.tmx'],
  [`${'а'.repeat(79)}😀`, [], 'md', `${'а'.repeat(79)}\uFFFD.md`],
  ['The end. ', [], 'tei', 'The end.tei'],
  [`${'а'.repeat(78)}, б`, ['kk'], 'md', `${'а'.repeat(78)} kk.md`],
])('%j in %j is %j', (title, languages, ending, name) => {
  expect(exportName(title, languages, ending)).toBe(name);
});

test('no title gives a name that leads anywhere or hides its ending', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const name = exportName(title, [], 'egiz');
      expect(name).not.toMatch(/[/\\:\p{Cc}\u202A-\u202E]|^\./u);
      expect(name.endsWith('.egiz')).toBe(true);
    }),
  );
});
