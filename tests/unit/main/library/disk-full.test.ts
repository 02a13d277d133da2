import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readJournal } from '#main/library/journal-line.ts';
import { openLibrary } from '#main/library/library.ts';
import { readSnapshot } from '#main/library/snapshot.ts';
import { annotation, change, smallWork } from '../../../fixtures/library/records.ts';
import { contents, opened, scratch, writeSnapshots } from '../../../fixtures/library/scratch.ts';

/** A file system of its own with half a megabyte, or `null` where mounting is not allowed. */
function smallDisk(): string | null {
  if (process.platform !== 'linux') return null;
  const folder = mkdtempSync(join(tmpdir(), 'egiz-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
}

function unmounted(disk: string): void {
  execFileSync('umount', ['--lazy', disk]);
  rmSync(disk, { recursive: true, force: true });
}

const mountable = ((): boolean => {
  const disk = smallDisk();
  if (disk !== null) unmounted(disk);
  return disk !== null;
})();

/** A small disk with a library on it. `fill` leaves no byte free, `free` takes that back. */
async function onSmallDisk() {
  const disk = smallDisk();
  if (disk === null) throw new Error('mounting was allowed a moment ago');
  onTestFinished(() => unmounted(disk));
  const folder = join(disk, 'library');
  await writeSnapshots(join(folder, 'works', 'w'), smallWork());
  const filler = join(disk, 'filler');
  const fill = async (): Promise<void> => {
    for (let size = 1024 * 1024; size >= 1; size = Math.floor(size / 2)) {
      await writeFile(filler, Buffer.alloc(size), { flag: 'a' }).catch(() => undefined);
    }
  };
  return { folder, fill, free: () => rm(filler) };
}

const large = (id: string) => annotation(id, { body: 'ә'.repeat(5000) });

describe.skipIf(!mountable)('[W2] on a disk that is full', () => {
  test('a change is refused, and succeeds once there is room', async () => {
    const { folder, fill, free } = await onSmallDisk();
    const library = await opened(folder);
    const store = await library.work('w');
    await store.apply(change({ added: [large('before')] }));
    const journal = join(folder, 'works', 'w', 'journal', `${library.device}.jsonl`);
    const before = await readFile(journal);
    await fill();
    const refused = change({ added: [large('n')] });
    await expect(store.apply(refused)).rejects.toMatchObject({
      name: 'LibraryError',
      code: 'disk-full',
      where: journal,
      message: expect.stringContaining('ENOSPC') as string,
    });
    expect(await readFile(journal)).toEqual(before);
    expect(store.get('n')).toBeNull();
    expect(store.get('before')).not.toBeNull();
    await free();
    await store.apply(refused);
    await library.close();
    const again = await (await opened(folder)).work('w');
    expect(again.state().annotations.map(({ id }) => id)).toEqual(['before', 'n']);
    expect(again.problems()).toEqual([]);
  });

  test('of changes that come together those are stored for which there is room', async () => {
    const { folder, fill, free } = await onSmallDisk();
    const library = await opened(folder);
    const store = await library.work('w');
    await store.apply(change({ added: [annotation('first')] }));
    await fill();
    const answers = await Promise.allSettled(
      ['huge', 'small'].map((id) => store.apply(change({ added: [id === 'huge' ? large(id) : annotation(id)] }))),
    );
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    await free();
    await library.close();
    const ids = (await (await opened(folder)).work('w')).state().annotations.map(({ id }) => id);
    expect(ids).toEqual(['first', 'small']);
  });

  test('[S2] closing leaves the old snapshots whole, and the next start finds everything', async () => {
    const { folder, fill, free } = await onSmallDisk();
    const library = await openLibrary(folder, { program: 'test', machine: 'here', watch: false });
    const store = await library.work('w');
    await store.apply(change({ added: [large('n')], updated: [] }));
    const snapshots = async () =>
      [...(await contents(join(folder, 'works')))].filter(([path]) => path.endsWith('.json'));
    const before = await snapshots();
    await fill();
    await library.close();
    expect(await snapshots()).toEqual(before);
    await free();
    const again = await opened(folder);
    expect((await again.work('w')).get('n')).not.toBeNull();
    expect(again.problems()).toEqual([]);
  });

  test('a library can still be opened and read, and written to once there is room', async () => {
    const { folder, fill, free } = await onSmallDisk();
    await fill();
    const library = await opened(folder, { corpora: [] });
    const store = await library.work('w');
    expect(store.state().paragraphs.get('kk')).toHaveLength(3);
    await expect(store.apply(change({ added: [large('n')] }))).rejects.toMatchObject({ code: 'disk-full' });
    await free();
    await store.apply(change({ added: [large('n')] }));
    await library.close();
    expect((await (await opened(folder)).work('w')).get('n')).not.toBeNull();
  });
});

test.skipIf(!mountable)(
  '[L4] a library on a medium that cannot be written to can be read, and says so to who changes it',
  async () => {
    const { folder } = await onSmallDisk();
    execFileSync('mount', ['-o', 'remount,ro', join(folder, '..')]);
    const library = await opened(folder);
    const store = await library.work('w');
    expect(library.readOnly).toBeNull();
    expect(store.state().paragraphs.get('kk')).toHaveLength(3);
    await expect(store.apply(change({ added: [annotation('n')] }))).rejects.toMatchObject({ code: 'no-permission' });
  },
);

/** Whether the limit of a running process can be lifted here. */
const limits = ((): boolean => {
  try {
    execFileSync('prlimit', ['--version'], { stdio: 'ignore' });
    return process.platform === 'linux';
  } catch {
    return false;
  }
})();

describe.skipIf(!limits)('[W2] in a process whose files may not grow any more', () => {
  test('a change is refused, the file stays whole, and the same change succeeds once there is room', async () => {
    const folder = await scratch();
    const work = join(folder, 'works', 'w');
    await writeSnapshots(work, smallWork());
    const script = join(import.meta.dirname, '../../../fixtures/library/limited.ts');
    // 64 blocks of 1024 bytes; only the soft limit, so that it can be lifted.
    const command = `ulimit -S -f 64; exec "${process.execPath}" "${script}" "${folder}"`;
    const child = spawn('bash', ['-c', command], { stdio: ['pipe', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [answer] = (await once(child.stdout, 'data')) as [Buffer];
    const { refused, code, there } = JSON.parse(answer.toString()) as { refused: number; code: string; there: unknown };
    expect({ code, there }).toEqual({ code: 'disk-full', there: null });
    const { devices } = JSON.parse(await readFile(join(folder, 'library.json'), 'utf8')) as {
      devices: { here: string };
    };
    const journal = readJournal(await readFile(join(work, 'journal', `${devices.here}.jsonl`)));
    expect(journal).toMatchObject({ faults: [] });
    expect(journal.lines).toHaveLength(refused);
    execFileSync('prlimit', ['--pid', String(child.pid), '--fsize=unlimited:']);
    child.stdin.write('there is room\n');
    expect(String(((await once(child.stdout, 'data')) as [Buffer])[0])).toBe('done\n');
    const snapshot = readSnapshot(await readFile(join(work, 'annotations.json')));
    expect('records' in snapshot && snapshot.records.length).toBe(refused + 1);
  });
});
