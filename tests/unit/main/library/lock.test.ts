import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openLibrary } from '#main/library/library.ts';
import { lockName } from '#main/library/lock.ts';
import { annotation, change, smallWork, term } from '../../../fixtures/library/records.ts';
import { contents, names, opened, scratch, writeSnapshots } from '../../../fixtures/library/scratch.ts';

const holder = join(import.meta.dirname, '../../../fixtures/library/holder.ts');

/** Another process that has the library open until it is ended. */
async function heldElsewhere(folder: string): Promise<{ pid: number; end: (signal: NodeJS.Signals) => Promise<void> }> {
  const child = spawn(process.execPath, [holder, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  onTestFinished(() => end('SIGKILL'));
  await once(child.stdout, 'data');
  return { pid: child.pid ?? 0, end };
}

const mine = (rest: object): string =>
  JSON.stringify({
    pid: process.pid,
    started: null,
    machine: 'here',
    host: hostname(),
    program: 'Egiz',
    token: 'x',
    since: new Date().toISOString(),
    ...rest,
  });

describe('a library that is open elsewhere', () => {
  test('[L1] opens to be read only, and names the process that holds it', async () => {
    const folder = await scratch();
    await writeSnapshots(join(folder, 'works', 'w'), [...smallWork(), annotation('n')]);
    const other = await heldElsewhere(folder);
    const library = await opened(folder);
    expect(library.readOnly).toEqual({
      reason: 'held',
      holder: {
        pid: other.pid,
        host: hostname(),
        program: 'the holder',
        since: expect.stringMatching(/^20/) as string,
      },
    });
    const store = await library.work('w');
    expect(store.get('n')).not.toBeNull();
    await expect(store.apply(change({ added: [annotation('m')] }))).rejects.toMatchObject({
      code: 'read-only',
      message: expect.stringContaining(`the holder (process ${String(other.pid)}`) as string,
    });
  });

  test('[L3] is not written to, not even to set aside what is broken', async () => {
    const folder = await scratch();
    const work = join(folder, 'works', 'w');
    await writeSnapshots(work, [...smallWork(), annotation('n')]);
    const other = await heldElsewhere(folder);
    await writeFile(join(work, 'annotations.json'), '{"egiz":1,"records":[\n{"id":');
    await writeFile(join(work, 'work (copy).json'), await readFile(join(work, 'work.json')));
    const before = await contents(folder);
    const library = await openLibrary(folder, { program: 'test', machine: 'here', watch: false });
    await library.work('w');
    await library.works();
    expect(library.problems().map(({ code }) => code)).toEqual(['joined-copy', 'unreadable-file']);
    await library.close();
    expect(await contents(folder)).toEqual(before);
    await other.end('SIGKILL');
  });

  test('[L1] in the same process is held as well', async () => {
    const folder = await scratch();
    const first = await opened(folder);
    const second = await opened(folder);
    expect(second.readOnly).toMatchObject({ reason: 'held', holder: { pid: process.pid, program: 'test' } });
    await second.close();
    await first.top.apply(change({ added: [term('t')] }));
    await first.close();
    expect(await names(folder)).not.toContain(lockName);
    expect((await opened(folder)).readOnly).toBeNull();
  });
});

describe('a lock that binds nobody is taken over', () => {
  test('[L2] of a process that was killed', async () => {
    const folder = await scratch();
    const other = await heldElsewhere(folder);
    await other.end('SIGKILL');
    expect(await names(folder)).toContain(lockName);
    const library = await opened(folder);
    expect(library.readOnly).toBeNull();
    await library.top.apply(change({ added: [term('t')] }));
  });

  test('[L2] of a process whose number another one has now', async () => {
    const folder = await scratch();
    await writeFile(join(folder, lockName), mine({ started: 'another boot 4711' }));
    expect((await opened(folder)).readOnly).toBeNull();
  });

  test('[L2] from before the computer was started', async () => {
    const folder = await scratch();
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    await writeFile(join(folder, lockName), mine({ pid, since: '2001-01-01T00:00:00.000Z' }));
    expect((await opened(folder)).readOnly).toBeNull();
  });

  test('[L2] of another computer, which a synchroniser brought', async () => {
    const folder = await scratch();
    await writeFile(join(folder, lockName), mine({ machine: 'there', host: 'elsewhere' }));
    expect((await opened(folder)).readOnly).toBeNull();
  });

  test.each(['', '{"pid":', 'null', '{"pid":"x"}'])('[L2] that says %j', async (text) => {
    const folder = await scratch();
    await writeFile(join(folder, lockName), text);
    expect((await opened(folder)).readOnly).toBeNull();
  });

  test('[L2] by one only of several that find it', async () => {
    for (let round = 0; round < 20; round += 1) {
      const folder = await scratch();
      await writeFile(join(folder, lockName), mine({ machine: 'there' }));
      const libraries = await Promise.all(Array.from({ length: 8 }, () => opened(folder)));
      expect(libraries.filter((library) => library.readOnly === null)).toHaveLength(1);
      await Promise.all(libraries.map((library) => library.close()));
    }
  });
});

test('[L1] closing releases only one’s own lock', async () => {
  const folder = await scratch();
  const library = await opened(folder);
  await writeFile(join(folder, lockName), mine({ token: 'someone else’s' }));
  await library.close();
  expect(await names(folder)).toContain(lockName);
});
