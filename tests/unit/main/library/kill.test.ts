import { execFileSync, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readSnapshot } from '#main/library/snapshot.ts';
import { temporaryFile } from '#main/library/safe-write.ts';
import { smallWork } from '../../../fixtures/library/records.ts';
import { eventually, opened, scratch, writeSnapshots } from '../../../fixtures/library/scratch.ts';
import { type Expected, expected } from '../../../fixtures/library/writing.ts';

const fixtures = join(import.meta.dirname, '../../../fixtures/library');
/** What a writer consists of. */
const loaded = [
  pathToFileURL(join(fixtures, 'writing.ts')).href,
  pathToFileURL(join(import.meta.dirname, '../../../../src-main/library/library.ts')).href,
];
const libraries = 4;
const kills = 27;
/** Kills between two looks; the writer itself opens what was left in between. */
const betweenLooks = 3;

test('[W1] what was answered is there after kill -9 at any of more than 100 moments, and no file is broken', async () => {
  const env = { ...process.env, NODE_COMPILE_CACHE: await scratch() };
  // Writers are killed before they could keep what they compiled; one process that ends by itself does it for all of them.
  const load = `await Promise.all(${JSON.stringify(loaded)}.map((url) => import(url)))`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', load], { env });
  const counts = await Promise.all(Array.from({ length: libraries }, (_, at) => killAgainAndAgain(String(at), env)));
  expect(counts.reduce((sum, { killed }) => sum + killed, 0)).toBeGreaterThanOrEqual(100);
  // Else this would have proven nothing.
  expect(counts.reduce((sum, { answered }) => sum + answered, 0)).toBeGreaterThan(kills);
}, 180_000);

async function killAgainAndAgain(name: string, env: NodeJS.ProcessEnv): Promise<{ killed: number; answered: number }> {
  const folder = await scratch();
  const log = join(await scratch(), 'log');
  await writeSnapshots(join(folder, 'works', 'w'), smallWork());
  let killed = 0;
  for (let round = 1; round <= kills; round += 1) {
    // Some live long enough to be answered on a slow machine as well.
    const longest = round % betweenLooks === 0 ? 500 : 150;
    if (await killOnce(folder, log, `${name}r${String(round)}`, env, longest)) killed += 1;
    if (round % betweenLooks === 0) await look(folder, expected(await readFile(log, 'utf8')));
  }
  return { killed, answered: expected(await readFile(log, 'utf8')).terms.size };
}

/** Starts a writer and kills it at some moment after its first change was asked for, within `longest` milliseconds. */
async function killOnce(
  folder: string,
  log: string,
  round: string,
  env: NodeJS.ProcessEnv,
  longest: number,
): Promise<boolean> {
  const args = [join(fixtures, 'writer.ts'), folder, log, round];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  const exit = once(child, 'exit');
  await eventually(async () => {
    if (child.exitCode !== null) throw new Error(`the writer ended by itself: ${complaint}`);
    expect(await readFile(log, 'utf8')).toContain(`asked ${round}`);
  }, 60_000);
  await wait(randomInt(longest));
  child.kill('SIGKILL');
  const [, signal] = (await exit) as [number | null, string | null];
  expect(complaint).toBe('');
  return signal === 'SIGKILL';
}

async function look(folder: string, must: Expected): Promise<void> {
  const library = await opened(folder);
  const work = await library.work('w');
  // Half a line was never answered; it is the only thing that may be broken.
  expect(library.problems().filter(({ code }) => code !== 'torn-line')).toEqual([]);
  const state = work.state();
  const annotations = new Map(state.annotations.map(({ id, body }) => [id, body]));
  for (const [id, body] of must.annotations) expect([id, annotations.get(id)]).toEqual([id, body]);
  for (const id of must.removed) expect([id, annotations.has(id)]).toEqual([id, false]);
  const terms = new Map(library.top.state().terms.map(({ id, headword }) => [id, headword]));
  for (const [id, headword] of must.terms) expect([id, terms.get(id)]).toEqual([id, headword]);
  expect(must.texts).toContain(state.paragraphs.get('en')?.[0]?.text);
  expect(state.alignments.get('kk~en')?.map(({ id }) => id)).toEqual(['b1', 'b2', 'b3']);
  await library.close();
  await everyFileIsWhole(folder);
}

async function everyFileIsWhole(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile()) continue;
    expect(entry.name).not.toMatch(temporaryFile);
    if (!entry.name.endsWith('.json') || entry.name === 'library.json') continue;
    expect({ path, read: readSnapshot(await readFile(path)) }).toMatchObject({ read: { faults: [], intact: true } });
  }
}
