import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Units by their number that stand together. */
export interface GoldBead {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/** Two texts, a unit a line, and their true alignment. */
export interface AlignedTexts {
  readonly name: string;
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly gold: readonly GoldBead[];
}

/** Texts of one kind in one pair of languages. */
export interface DataSet {
  readonly name: string;
  readonly languages: readonly [string, string];
  readonly texts: readonly AlignedTexts[];
}

/**
 * Reads the data sets of a folder: each a folder of `NAME.<source>`, `NAME.<target>` and `NAME.gold` (or `NAME.<source><target>`),
 * whose own name begins with the pair of languages (`kk-en.book`, `textberg-de-fr`). @throws Error naming what does not fit
 */
export async function readDataSets(folder: string): Promise<DataSet[]> {
  const names = (await readdir(folder)).toSorted();
  const found: DataSet[] = [];
  for (const name of names) {
    if (!(await stat(join(folder, name))).isDirectory()) continue;
    const set = await readDataSet(join(folder, name), name);
    if (set.texts.length > 0) found.push(set);
  }
  if (found.length === 0) throw new Error(`${folder} has no folder with texts and their gold alignment`);
  return found;
}

async function readDataSet(folder: string, name: string): Promise<DataSet> {
  const pair = /(?:^|[-_.])([a-z]{2,3})-([a-z]{2,3})(?=$|[-_.])/u.exec(name);
  if (pair === null) throw new Error(`${folder}: the name does not tell the languages, as kk-en.book does`);
  const [, from = '', to = ''] = pair;
  const files = (await readdir(folder)).toSorted();
  const texts: AlignedTexts[] = [];
  for (const file of files) {
    const stem = new RegExp(`^(.+)\\.(?:gold|${from}${to})$`, 'u').exec(file)?.[1];
    if (stem === undefined) continue;
    const path = (extension: string): string => join(folder, `${stem}.${extension}`);
    texts.push({
      name: stem,
      source: linesOf(await readFile(path(from), 'utf8')),
      target: linesOf(await readFile(path(to), 'utf8')),
      gold: linesOf(await readFile(join(folder, file), 'utf8')).map((line) => readBead(line, join(folder, file))),
    });
  }
  return { name, languages: [from, to], texts };
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function readBead(line: string, path: string): GoldBead {
  const [, source, target] = /^\s*\[([^\]]*)\]\s*:\s*\[([^\]]*)\]/u.exec(line) ?? [];
  if (source === undefined || target === undefined) throw new Error(`${path}: cannot read ${JSON.stringify(line)}`);
  const numbers = (list: string): number[] => [...list.matchAll(/\d+/gu)].map(([digits]) => Number(digits));
  return { source: numbers(source), target: numbers(target) };
}
