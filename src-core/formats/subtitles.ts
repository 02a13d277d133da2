import { cleanText } from './clean-text.ts';
import { FormatError } from './format-error.ts';
import { Findings } from './findings.ts';
import type { Imported, ImportedBlock } from './imported.ts';
import { refuseLongLines } from './long-lines.ts';
import { type Markup, RunningText } from './running-text.ts';

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
      const line = lines[at] ?? '';
      const words = unmarked(line);
      // The number of the next cue, where the empty line before it is missing.
      if (words !== '' && !(/^\d+$/u.test(words) && timing.test(lines[at + 1] ?? ''))) said.push(...line.split('\\N'));
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

/** Two speakers have a line each; one sentence on two lines is joined. Italics and bold are kept, also over a line's end. */
function cue(lines: readonly string[]): ImportedBlock {
  const said = lines.map(unmarked).filter((line) => line !== '');
  const isDialogue = said.length > 1 && said.every((line) => /^[-–—]/u.test(line));
  const running = new RunningText();
  let markup: readonly Markup[] = [];
  for (const line of lines) {
    if (running.length > 0 && isDialogue) running.breakLine();
    else running.add(' ', []);
    for (const part of line.split(emphasised)) {
      const tag = /^<(?<end>\/?)(?<name>[ib])\b|^\{\\(?<code>[ib])(?<on>[01])/iu.exec(part)?.groups;
      if (tag === undefined) {
        // Between two tags there can be a space alone.
        const spaces = [/^\s/u.test(part) ? ' ' : '', /\s$/u.test(part) ? ' ' : ''];
        running.add(`${spaces[0] ?? ''}${unmarked(part)}${spaces[1] ?? ''}`, markup);
        continue;
      }
      const type = (tag['name'] ?? tag['code'] ?? '').toLowerCase() === 'i' ? 'emphasis' : 'strong';
      const isEnd = tag['end'] === '/' || tag['on'] === '0';
      const others = markup.filter((one) => one.type !== type);
      markup = isEnd ? others : [...others, { type }];
    }
  }
  return { type: isDialogue ? 'verse' : 'text', ...(running.take() ?? { text: said.join(' '), marks: [] }) };
}

/** The tags of italics and bold of SubRip and WebVTT, and the codes of ASS. */
const emphasised = /(<\/?[ib](?:\.[^<>\s]{0,80})?>|\{\\[ib][01]\})/giu;

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
