import { bitextOf } from '#core/formats/bitext.ts';
import { writeTmx } from '#core/formats/tmx/write.ts';
import { type EditionPlan, toWork } from '#core/formats/to-work.ts';
import { writeTable } from '#core/glossary/table.ts';
import { join } from '#core/records/join.ts';
import { normalise } from '#core/records/normalise.ts';
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
function tmx({ source, target, beads }: AlignAnswer, languages: readonly [string, string]): string {
  const isTranslated = (units: readonly number[], texts: readonly string[]): boolean =>
    units.some((unit) => (texts[unit] ?? '').trim() !== '');
  const records = toWork({
    id: 'aligned',
    titles: {},
    created: new Date(0).toISOString(),
    editions: [edition('source', languages[0], source), edition('target', languages[1], target)],
    links: [{ between: [0, 1], beads: beads.map((bead) => ({ ...bead, status: 'auto' as const })) }],
  });
  const bitext = bitextOf(normalise('aligned', join(records)), ['source', 'target']);
  const numbers = (ids: readonly string[]): number[] => ids.map((id) => Number(id.slice(id.lastIndexOf('-') + 1)) - 1);
  const translated = bitext.beads
    .filter((bead) => isTranslated(numbers(bead.source), source) && isTranslated(numbers(bead.target), target))
    .map((bead) => ({ ...bead, confidence: rounded(bead.confidence) }));
  return writeTmx({ ...bitext, beads: translated }).trimEnd();
}

function edition(id: string, language: string, texts: readonly string[]): EditionPlan {
  const blocks = texts.map((text) => ({ type: 'text' as const, text, marks: [] }));
  return {
    id,
    language,
    title: '',
    text: { title: null, author: null, translator: null, date: null, language, blocks },
  };
}
