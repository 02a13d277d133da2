import { describe, expect, test } from 'vitest';
import { rootElement } from '#main/formats/xml-root.ts';

describe('the root element of an XML file', () => {
  test.each([
    ['<TEI>', 'TEI'],
    ['\uFEFF \n<tei:TEI xmlns:tei="a">', 'TEI'],
    ['<?xml version="1.0"?>\n<!-- <a> > -->\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx>', 'tmx'],
    ['<!doctype a [<!ENTITY b "c>">\n<!ENTITY d "e">]>\n<?f g?><h-i.j/>', 'h-i.j'],
    ['<!-- a --><!-- b --><c>', 'c'],
    ['<?xml version="1.0"?><!-- never closed <a>', null],
    ['<!DOCTYPE a [ <b>', null],
    ['text <a>', null],
    ['', null],
  ])('of %j is %j', (text, name) => {
    expect(rootElement(text)).toBe(name);
  });

  test.each(['<!DOCTYPE ', '<!DOCTYPE [', '<!DOCTYPE []', '<!--', '<?', '<!-- -->', '<', ' '])(
    'of a million characters of %j is none, or found at once',
    (part) => {
      expect(rootElement(part.repeat(1_000_000 / part.length))).toBeNull();
    },
  );
});
