import { writeTable } from '#core/glossary/table.ts';
import type { AlignAnswer } from '#main/jobs/align.ts';

export const alignFormats = ['beads', 'tsv', 'tmx', 'json'] as const;
export type AlignFormat = (typeof alignFormats)[number];

/** An alignment in one of the formats, without a line end at the end. */
export function writeAlignment(answer: AlignAnswer, languages: readonly [string, string], format: AlignFormat): string {
  switch (format) {
    case 'beads':
      return answer.beads
        .map((bead) => `[${bead.source.join(',')}]:[${bead.target.join(',')}]:${rounded(1 - bead.confidence)}`)
        .join('\n');
    case 'tsv':
      return writeTable([
        [...languages, 'confidence'],
        ...rows(answer).map(({ source, target, confidence }) => [source, target, String(confidence)]),
      ]).trimEnd();
    case 'json':
      return JSON.stringify(
        { languages, beads: answer.beads.map((bead, at) => ({ ...bead, ...jsonTexts(answer, at) })) },
        null,
        2,
      );
    case 'tmx':
      return tmx(answer, languages);
  }
}

/** Probabilities are told to six places: more is noise, and fewer would make the surest all alike. */
function rounded(probability: number): number {
  return Number(probability.toFixed(6));
}

interface Row {
  source: string;
  target: string;
  confidence: number;
}

function rows({ source, target, beads }: AlignAnswer): Row[] {
  return beads.map((bead) => ({
    source: bead.source.map((unit) => source[unit] ?? '').join(' '),
    target: bead.target.map((unit) => target[unit] ?? '').join(' '),
    confidence: rounded(bead.confidence),
  }));
}

function jsonTexts({ source, target, beads }: AlignAnswer, at: number): object {
  const bead = beads[at];
  if (bead === undefined) return {};
  return {
    confidence: rounded(bead.confidence),
    sourceTexts: bead.source.map((unit) => source[unit] ?? ''),
    targetTexts: bead.target.map((unit) => target[unit] ?? ''),
  };
}

/** Translation Memory eXchange 1.4. Units without counterpart are left out: they are no translation. */
function tmx(answer: AlignAnswer, [from, to]: readonly [string, string]): string {
  const segment = (tag: string, text: string): string =>
    `      <tuv xml:lang="${escaped(tag)}"><seg>${escaped(text)}</seg></tuv>`;
  const translated = rows(answer).filter(({ source, target }) => source.trim() !== '' && target.trim() !== '');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<tmx version="1.4">',
    `  <header creationtool="Egiz" creationtoolversion="1" segtype="sentence" o-tmf="Egiz" adminlang="en" srclang="${escaped(from)}" datatype="plaintext"/>`,
    '  <body>',
    ...translated.flatMap(({ source, target, confidence }) => [
      '    <tu>',
      `      <prop type="x-confidence">${confidence}</prop>`,
      segment(from, source),
      segment(to, target),
      '    </tu>',
    ]),
    '  </body>',
    '</tmx>',
  ].join('\n');
}

/** Text for XML: what has a meaning there is escaped, what XML 1.0 cannot hold is left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
