import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LibraryState } from '#main/api/shapes.ts';
import { egiz } from '#main/commands/egiz.ts';
import { serveCommand } from '#main/commands/serve.ts';

let root: string;
let stop: AbortController;
let lines: string[];
let complaints: string[];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'egiz-serve-'));
  await mkdir(join(root, 'out', 'renderer'), { recursive: true });
  await writeFile(join(root, 'out', 'renderer', 'index.html'), '<head></head>');
  stop = new AbortController();
  lines = [];
  complaints = [];
});
afterEach(() => {
  stop.abort();
});

const output = { line: (text: string) => lines.push(text), complaint: (text: string) => complaints.push(text) };
const serve = (args: string[]): Promise<number> =>
  serveCommand(() => ({ folder: root, version: '1.2.3' })).run(args, output, stop.signal);
const library = (): string => join(root, 'library');

describe('egiz serve', () => {
  test('prints one line with the address, and serves the library until it is told to stop', async () => {
    const ended = serve(['--library', library()]);
    await expect.poll(() => lines, { timeout: 5000 }).toHaveLength(1);
    const address = /^Egiz: (http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43})$/.exec(lines[0] ?? '')?.[1] ?? '';
    const visit = await fetch(address, { redirect: 'manual' });
    const Cookie = visit.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const state = (await (
      await fetch(new URL('/api/library', address), { headers: { Cookie } })
    ).json()) as LibraryState;
    expect(state).toMatchObject({ host: 'loopback', version: '1.2.3', readOnly: null, folder: library() });
    stop.abort();
    expect(await ended).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('takes the port it is given', async () => {
    const port = await freePort();
    const ended = serve(['--library', library(), '--port', String(port)]);
    await expect.poll(() => lines, { timeout: 5000 }).toHaveLength(1);
    expect(lines[0]).toContain(`http://127.0.0.1:${String(port)}/`);
    stop.abort();
    expect(await ended).toBe(0);
  });

  test('says in one line that a port is taken, and leaves no lock behind', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => {
      taken.listen(0, '127.0.0.1', resolve);
    });
    const { port } = taken.address() as AddressInfo;
    expect(await serve(['--library', library(), '--port', String(port)])).toBe(1);
    expect(complaints).toEqual([`Egiz: port ${String(port)} is taken; choose another, or leave --port out`]);
    taken.close();
    const ended = serve(['--library', library()]);
    await expect.poll(() => lines, { timeout: 5000 }).toHaveLength(1);
    stop.abort();
    expect(await ended).toBe(0);
  });

  test('says in one line that a folder cannot be written', async () => {
    await writeFile(join(root, 'file'), '');
    expect(await serve(['--library', join(root, 'file', 'library')])).toBe(1);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(/^Egiz: .*file/);
    expect(complaints[0]).not.toContain('\n');
  });

  test.skipIf(process.getuid?.() === 0)('says so of a folder that is another’s', async () => {
    await chmod(root, 0o500);
    expect(await serve(['--library', library()])).toBe(1);
    await chmod(root, 0o700);
    expect(complaints).toHaveLength(1);
  });

  test('says that the reader is not built', async () => {
    const bare = await mkdtemp(join(tmpdir(), 'egiz-bare-'));
    const command = serveCommand(() => ({ folder: bare, version: '1.2.3' }));
    expect(await command.run(['--library', library()], output, stop.signal)).toBe(1);
    expect(complaints[0]).toMatch(/^Egiz: the reader is not built: .*index\.html is missing$/);
    expect(await readdir(root)).not.toContain('library');
  });

  test.each([
    [['--port', '0'], 'Egiz: --port must be 1 to 65535, not 0. See: egiz serve --help'],
    [['--port', '65536'], 'Egiz: --port must be 1 to 65535, not 65536. See: egiz serve --help'],
    [['--port', '1e3'], 'Egiz: --port must be 1 to 65535, not 1e3. See: egiz serve --help'],
    [['--port='], 'Egiz: --port must be 1 to 65535, not . See: egiz serve --help'],
    [['--library='], 'Egiz: --library needs a folder. See: egiz serve --help'],
    [['--host', '0.0.0.0'], "Egiz: Unknown option '--host'"],
    [['more'], "Egiz: Unexpected argument 'more'"],
  ])('refuses %j as badly called', async (args, complaint) => {
    expect(await serve(args)).toBe(2);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain(complaint);
  });

  test('prints its help', async () => {
    expect(await serve(['--help'])).toBe(0);
    expect(lines[0]).toMatch(/^Usage: egiz serve/);
  });
});

describe('egiz', () => {
  const run = (...args: string[]): Promise<number> => egiz.run(args, output, stop.signal);

  test('lists its commands', async () => {
    expect(await run('--help')).toBe(0);
    expect(lines[0]).toContain('  serve ');
  });

  test('tells its version', async () => {
    expect(await run('--version')).toBe(0);
    expect(lines[0]).toMatch(/^Egiz \d+\.\d+\.\d+$/);
  });

  test('gives what follows to the command', async () => {
    expect(await run('serve', '--help')).toBe(0);
    expect(lines[0]).toMatch(/^Usage: egiz serve/);
  });

  test.each([[[]], [['sing']], [['--port', '1']], [['constructor']]])('refuses %j as badly called', async (args) => {
    expect(await run(...args)).toBe(2);
    expect(complaints).toHaveLength(1);
  });
});

describe.skipIf(process.platform === 'win32')('a process that serves', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('closes the library and ends on %s', async (signal) => {
    const script = join(root, 'serve.ts');
    const source = new URL('../../../../src-main/commands/', import.meta.url).href;
    await writeFile(
      script,
      `import { runInTerminal } from '${source}run.ts';
       import { serveCommand } from '${source}serve.ts';
       await runInTerminal(serveCommand(() => ({ folder: ${JSON.stringify(root)}, version: '1.2.3' })), process.argv.slice(2));`,
    );
    const child = spawn(process.execPath, [script, '--library', library()], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise<number | null>((resolve) => {
      child.once('exit', resolve);
    });
    await new Promise<void>((resolve, reject) => {
      child.stdout.once('data', () => {
        resolve();
      });
      child.once('exit', () => {
        reject(new Error('it ended before it served'));
      });
    });
    child.kill(signal);
    expect(await ended).toBe(0);
    // Another process can take the library over: no lock was left.
    const again = serve(['--library', library()]);
    await expect.poll(() => lines, { timeout: 5000 }).toHaveLength(1);
    stop.abort();
    expect(await again).toBe(0);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}
