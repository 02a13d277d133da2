import type { Random } from '../random.ts';

/** What breaks markup, tables, numbers and encodings where it is put in. */
const splinters = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '</',
  '/>',
  '<!--',
  '-->',
  ']]>',
  '<![CDATA[',
  '<!DOCTYPE a [',
  '<?',
  '<p>',
  '</p>',
  '<a href="#',

  '&#0;',
  '&#x202E;',
  '&#xD800;',
  '&a;',
  '&amp;',
  '\t',
  '\n',
  '\n\n',
  '\r',
  '\0',
  '\u202E',
  '\u200B',
  '\uFEFF',
  '\u0301',

  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  ',',
  ':',
  ';',
  '|',
  '*',
  '_',
  '`',
  '#',
  '-',
  '--> ',
  '%',
  '%E0',
  '..',
  '/',
  '\\',

  '99999999999999999999',
  '-1',
  '0',
  'NaN',
  '1e999',
  '__proto__',
  'constructor',
  'xml:lang="',
  ' id="',
  'javascript:',
];

/** A text with stretches cut out, doubled, moved or replaced. @param put what may be put in */
export function mutatedText(whole: string, source: Random, put: readonly string[] = splinters): string {
  let text = whole;
  for (let times = 1 + source.below(5); times > 0; times -= 1) {
    const at = source.below(text.length + 1);
    const end = Math.min(text.length, at + source.below(source.below(8) === 0 ? 400 : 20));
    const cut = text.slice(at, end);
    const kind = source.below(6);
    if (kind === 0) {
      text = text.slice(0, at) + text.slice(end);
    } else if (kind === 1) {
      text = text.slice(0, at) + cut.repeat(2 + source.below(30)) + text.slice(end);
    } else if (kind === 2) {
      text = text.slice(0, at) + source.pick(put).repeat(1 + source.below(60)) + text.slice(at);
    } else if (kind === 3) {
      const rest = text.slice(0, at) + text.slice(end);
      const to = source.below(rest.length + 1);
      text = rest.slice(0, to) + cut + rest.slice(to);
    } else {
      text = text.slice(0, at) + source.pick(put) + text.slice(kind === 4 ? at : end);
    }
  }
  return text;
}

/** A copy with some bytes changed, a piece left out or doubled. */
export function mutatedBytes(whole: Uint8Array, source: Random): Uint8Array {
  const bytes = Uint8Array.from(whole);
  if (bytes.length === 0) return bytes;
  for (let times = 1 + source.below(8); times > 0; times -= 1) {
    bytes[source.below(bytes.length)] = source.pick([0, 1, 0x0a, 0x28, 0x3c, 0x7f, 0x80, 0xff, source.below(256)]);
  }
  const cut = source.below(bytes.length);
  const length = source.below(64);
  const kind = source.below(4);
  if (kind === 0) return Buffer.concat([bytes.subarray(0, cut), bytes.subarray(cut + length)]);
  if (kind === 1) return Buffer.concat([bytes.subarray(0, cut + length), bytes.subarray(cut)]);
  return bytes;
}
