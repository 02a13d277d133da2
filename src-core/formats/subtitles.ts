import { cleanText } from './clean-text.ts';
import { FormatError } from './format-error.ts';
import { Findings } from './findings.ts';
import type { Imported, ImportedBlock } from './imported.ts';
import { refuseLongLines } from './long-lines.ts';

/** A line with two times: SRT writes a comma before the milliseconds, WebVTT a point. */
const timing =
  /^\s*(?<from>(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-->\s*(?<to>(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})(?:\s|$)/u;

/**
 * Reads subtitles: SubRip (`.srt`) and WebVTT (`.vtt`). A cue is a paragraph, two speakers in one are its lines; times are kept
 * for writing them back. Styles, places on the screen and comments are left out.
 *
 * @throws FormatError not-this when no line has times; empty
 */
export function readSubtitles(text: string): Imported {
  const findings = new Findings();
  refuseLongLines(text);
  const lines = cleanText(text.replace(/^\uFEFF/u, ''), findings).split(/\r\n|\n|\r/u);
  const blocks: ImportedBlock[] = [];
  let cues = 0;
  for (let at = 0; at < lines.length; at++) {
    const times = timing.exec(lines[at] ?? '')?.groups;
    if (times === undefined) {
      if (/^(?:STYLE|REGION)\b/u.test(lines[at] ?? '')) {
        findings.add('dropped', 'styles-dropped', { place: { line: at + 1 } });
      }
      continue;
    }
    cues += 1;
    const said: string[] = [];
    while (at + 1 < lines.length && (lines[at + 1] ?? '').trim() !== '' && !timing.test(lines[at + 1] ?? '')) {
      at += 1;
      const line = unmarked(lines[at] ?? '');
      // The number of the next cue, where the empty line before it is missing.
      if (line !== '' && !(/^\d+$/u.test(line) && timing.test(lines[at + 1] ?? ''))) said.push(line);
    }
    if (said.length === 0) continue;
    blocks.push({ ...cue(said), foreign: { cue: { from: times['from'], to: times['to'] } } });
  }
  if (cues === 0) throw new FormatError('not-this', 'no line of it has the times of a subtitle');
  if (blocks.length === 0) throw new FormatError('empty', 'no subtitle has a text');
  return {
    texts: [{ title: null, author: null, translator: null, date: null, language: null, blocks }],
    links: [],
    findings: findings.list(),
  };
}

/** Two speakers have a line each; one sentence on two lines is joined. */
function cue(lines: readonly string[]): ImportedBlock {
  const isDialogue = lines.length > 1 && lines.every((line) => /^[-–—]/u.test(line));
  return isDialogue
    ? { type: 'verse', text: lines.join('\n'), marks: [] }
    : { type: 'text', text: lines.join(' '), marks: [] };
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&lrm;': '',
  '&rlm;': '',
};

/** A line without the tags of either format and of ASS (`{\an8}`). */
function unmarked(line: string): string {
  return line
    .replace(/<\/?[a-z](?:[^<>]{0,200})>|<\d[\d:.]*>|\{\\[^{}]{0,200}\}/giu, '')
    .replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/gu, (entity) => entities[entity] ?? entity)
    .replace(/\s+/gu, ' ')
    .trim();
}
