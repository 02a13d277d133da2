import type { ImportedBlock } from '#core/formats/imported.ts';
import { type Markup, RunningText } from '#core/formats/running-text.ts';
import { type Footnote, plainMark } from './footnotes.ts';
import type { Sectioned } from './headings.ts';
import { jointOf, Vocabulary } from './hyphens.ts';
import { beginsItem, withBullet } from './list-items.ts';
import { isAll, type Line, type Run } from './page-text.ts';
import type { Made } from './paragraphs.ts';

/** What was done to make blocks of lines, to be reported. */
export interface Counts {
  joined: number;
  hyphens: number;
  rows: number;
  pictures: number;
  unplaced: number;
}

/** Letters with spaces between them: a word that is set wide. */
const wide = /(?<![^\s«"(])\p{L}(?: \p{L}){3,}(?![^\s»".,!?)])/gu;

/** Notes that are not yet referred to, by page and sign. */
class Notes {
  readonly #waiting: { note: Footnote; key: string }[];

  constructor(notes: readonly Footnote[]) {
    this.#waiting = notes.map((note, at) => ({ note, key: `note-${String(at + 1)}` }));
  }

  /** The note that a sign on a page refers to: at its foot, or at that of the next one where there was no room. */
  take(mark: string, page: number): { note: Footnote; key: string } | null {
    const at = this.#waiting.findIndex(
      ({ note }) => note.mark === mark && (note.page === page || note.page === page + 1),
    );
    return at < 0 ? null : (this.#waiting.splice(at, 1)[0] ?? null);
  }

  /** Those that begin before a page, and nothing refers to. */
  before(page: number): Footnote[] {
    const found = this.#waiting.filter(({ note }) => note.page < page);
    this.#waiting.splice(0, this.#waiting.length, ...this.#waiting.filter(({ note }) => note.page >= page));
    return found.map(({ note }) => note);
  }
}

/** The blocks of a text, its notes after the paragraphs that refer to them. */
export function blocksOf(
  { made, sections }: Sectioned,
  footnotes: readonly Footnote[],
  counts: Counts,
): ImportedBlock[] {
  const words = new Vocabulary(made.flatMap(({ lines }) => lines.map(({ text }) => text)));
  const notes = new Notes(footnotes);
  const styled = usualStyle(made);
  const blocks: ImportedBlock[] = [];
  const add = (block: ImportedBlock | null): void => {
    if (block !== null) blocks.push(block);
  };
  made.forEach((one, at) => {
    const found: { note: Footnote; key: string }[] = [];
    const text = textOfLines(one, words, counts, styled, (mark, page) => {
      const note = notes.take(mark, page);
      if (note !== null) found.push(note);
      return note?.key ?? null;
    });
    if (text === null) return;
    const section = sections.get(one);
    add({
      type: typeOf(one),
      ...(one.kind === 'heading' ? { level: one.level ?? 1 } : {}),
      ...text,
      ...(section === undefined ? {} : { section: { title: section.title, level: section.level, editorial: true } }),
    });
    for (const { note, key } of found) add(noteBlock(note, key, words, counts, styled));
    const next = made[at + 1]?.lines[0]?.page ?? Infinity;
    for (const note of notes.before(next)) {
      counts.unplaced += 1;
      add(noteBlock(note, null, words, counts, styled));
    }
  });
  return blocks;
}

function typeOf({ kind }: Made): ImportedBlock['type'] {
  return kind === 'row' || kind === 'picture' ? 'text' : kind;
}

function noteBlock(
  note: Footnote,
  key: string | null,
  words: Vocabulary,
  counts: Counts,
  usual: Usual,
): ImportedBlock | null {
  const [first, ...others] = note.lines;
  if (first === undefined) return null;
  const lines = key === null ? note.lines : [{ ...first, runs: withoutMark(first.runs) }, ...others];
  const made: Made = { kind: 'text', level: null, lines, broken: new Set() };
  const text = textOfLines(made, words, counts, usual, () => null);
  return text === null ? null : { type: 'note', ...text, ...(key === null ? {} : { key }) };
}

/** Runs without the number or star of the note that they begin with. */
function withoutMark(runs: readonly Run[]): Run[] {
  const at = runs.findIndex(({ text }) => text.trim() !== '');
  return runs.flatMap((run, index) => {
    if (index !== at) return [run];
    const rest = run.shift === 'up' ? '' : run.text.replace(/^\s*[[(]?(?:\d{1,3}|[*†‡§]{1,3})[\])]?[.)]?\s*/u, '');
    return rest === '' ? [] : [{ ...run, text: rest }];
  });
}

/** A style that most of the text has is none that says anything. */
interface Usual {
  readonly bold: boolean;
  readonly italic: boolean;
}

function usualStyle(made: readonly Made[]): Usual {
  let [all, bold, italic] = [0, 0, 0];
  for (const { lines, kind } of made) {
    if (kind === 'heading') continue;
    for (const { runs } of lines) {
      for (const run of runs) {
        all += run.text.length;
        if (run.bold) bold += run.text.length;
        if (run.italic) italic += run.text.length;
      }
    }
  }
  return { bold: bold * 2 > all, italic: italic * 2 > all };
}

type Reference = (mark: string, page: number) => string | null;

function textOfLines(
  { kind, lines, broken }: Made,
  words: Vocabulary,
  counts: Counts,
  usual: Usual,
  refer: Reference,
): { text: string; marks: ImportedBlock['marks'] } | null {
  const running = new RunningText();
  if (kind === 'row') counts.rows += 1;
  if (kind === 'picture') counts.pictures += 1;
  lines.forEach((line, at) => {
    const next = lines[at + 1];
    const isBroken = kind === 'verse' && broken.has(at + 1);
    const joint = next === undefined || isBroken ? null : jointOf(line.text, next.text, words);
    if (joint === 'hyphen') counts.hyphens += 1;
    if (joint !== null) counts.joined += 1;
    const isHeading = kind === 'heading' && isAll(line, 'bold');
    const runs = joint === 'hyphen' ? withoutHyphen(line.runs) : line.runs;
    for (const [index, run] of runs.entries()) {
      const isFirst = at === 0 && index === 0;
      const said = isFirst ? signOf(line) + withBullet(run.text.trimStart()) : run.text;
      const text = (kind === 'row' ? said.replaceAll('\t', ' | ') : said).replace(wide, (word) =>
        word.replaceAll(' ', ''),
      );
      running.add(text, markupOf(run, line, isHeading, usual, refer));
    }
    if (isBroken) running.breakLine();
    else if (joint === 'space') running.add(' ', shared(line.runs.at(-1), next?.runs[0], isHeading, usual));
  });
  return running.take();
}

/** The sign of an item that the file calls one, where it only draws a spot. */
function signOf(line: Line): string {
  return line.element?.role === 'item' && !beginsItem(line) ? '• ' : '';
}

/** What holds on both sides of the end of a line: a link or a stress that goes on is one. */
function shared(before: Run | undefined, after: Run | undefined, isHeading: boolean, usual: Usual): Markup[] {
  if (before === undefined || after === undefined) return [];
  const styles = (run: Run): Markup[] => styleOf(run, isHeading, usual);
  const known = new Set(styles(after).map((one) => JSON.stringify(one)));
  return styles(before).filter((one) => known.has(JSON.stringify(one)));
}

function markupOf(run: Run, line: Line, isHeading: boolean, usual: Usual, refer: Reference): Markup[] {
  if (run.shift === 'up') {
    const mark = plainMark(run.text);
    const note = mark === null ? null : refer(mark, line.page);
    if (note !== null) return [{ type: 'note', note }];
  }
  const shift: Markup[] = run.shift === null ? [] : [{ type: run.shift === 'up' ? 'superscript' : 'subscript' }];
  return [...styleOf(run, isHeading, usual), ...shift];
}

function styleOf(run: Run, isHeading: boolean, usual: Usual): Markup[] {
  const markup: Markup[] = [];
  if (run.href !== null) markup.push({ type: 'link', href: run.href });
  if (run.bold && !usual.bold && !isHeading) markup.push({ type: 'strong' });
  if (run.italic && !usual.italic) markup.push({ type: 'emphasis' });
  return markup;
}

function withoutHyphen(runs: readonly Run[]): Run[] {
  const cut = [...runs];
  for (let at = cut.length - 1; at >= 0; at -= 1) {
    const run = cut[at];
    if (run === undefined || run.text.trim() === '') continue;
    cut[at] = { ...run, text: run.text.trimEnd().slice(0, -1) };
    return cut.slice(0, at + 1);
  }
  return cut;
}
