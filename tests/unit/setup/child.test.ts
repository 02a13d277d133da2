import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runChild } from '../../../scripts/bootstrap/child.mjs';

const moduleUrl = new URL('../../../scripts/bootstrap/child.mjs', import.meta.url).href;

/** Starts a process that runs `code` as its child, in a group, and prints how it ended. */
function parentOf(code: string): { parent: ChildProcess; lines: AsyncIterator<string> } {
  const program = `
    import { runChild } from ${JSON.stringify(moduleUrl)};
    const ended = await runChild(process.execPath, ['-e', ${JSON.stringify(code)}], { group: true });
    console.log(JSON.stringify(ended));`;
  const options = ['--input-type=module', '-e', program];
  const parent = spawn(process.execPath, options, {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: join(import.meta.dirname),
  });
  // Told twice it ends by force, and its child with it, whatever became of the test.
  onTestFinished(() => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) parent.kill(signal);
  });
  return { parent, lines: createInterface({ input: parent.stdout })[Symbol.asyncIterator]() };
}

async function next(lines: AsyncIterator<string>): Promise<string> {
  const { value } = (await lines.next()) as { value: string };
  return value;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('a child says what it prints line by line, and its exit code', async () => {
  const lines: string[] = [];
  const code = `console.log('one'); console.error('two'); process.exitCode = 3;`;
  const ended = await runChild(process.execPath, ['-e', code], {
    onLine: (line, stream) => lines.push(`${stream}: ${line}`),
  });
  expect(ended).toEqual({ code: 3, told: false });
  expect(lines.toSorted()).toEqual(['stderr: two', 'stdout: one']);
});

test('a command that is not there is named', async () => {
  await expect(runChild('/no/such/program', [])).rejects.toThrow('/no/such/program could not start');
});

test('a child that takes longer than it may is ended', async () => {
  const ended = await runChild(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
    until: AbortSignal.timeout(300),
  });
  expect(ended).toEqual({ code: 1, told: false });
});

describe.skipIf(process.platform === 'win32')('told to end', () => {
  test.for(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('by %s, a child closes what it has open', async (signal) => {
    const { parent, lines } = parentOf(
      `setInterval(() => {}, 1000);
       process.on('SIGTERM', () => setTimeout(() => { console.log('closed'); process.exit(0); }, 100));
       console.log('ready');`,
    );
    expect(await next(lines)).toBe('ready');
    parent.kill(signal);
    expect(await next(lines)).toBe('closed');
    expect(await next(lines)).toBe('{"code":0,"told":true}');
  });

  test('a second time, a child that does not listen is ended by force', async () => {
    const { parent, lines } = parentOf(
      `setInterval(() => {}, 1000);
       process.on('SIGTERM', () => console.log('no'));
       console.log('ready');`,
    );
    expect(await next(lines)).toBe('ready');
    parent.kill('SIGINT');
    expect(await next(lines)).toBe('no');
    parent.kill('SIGINT');
    expect(await next(lines)).toBe('{"code":1,"told":true}');
  });

  test('a child takes with it what it started', async () => {
    const { parent, lines } = parentOf(
      `const { spawn } = require('node:child_process');
       const grandchild = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
       process.on('SIGTERM', () => process.exit(0));
       console.log(String(grandchild.pid));`,
    );
    const grandchild = Number(await next(lines));
    expect(isAlive(grandchild)).toBe(true);
    parent.kill('SIGINT');
    await once(parent, 'exit');
    // The system takes a moment to bury it.
    for (let tries = 0; isAlive(grandchild) && tries < 100; tries++) await wait(50);
    expect(isAlive(grandchild)).toBe(false);
  });
});
