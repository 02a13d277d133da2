import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { promisify } from 'node:util';
import { checksum } from './checksum.ts';

const run = promisify(execFile);
/** Milliseconds that a system's tool may take to answer. */
const patience = 3000;

/**
 * What tells this computer from others that share a folder through a synchroniser: a hash of the id that the system gave itself
 * when it was installed and of the host's name. Where there is no such id, of the name alone.
 */
export async function machineKey(): Promise<string> {
  return checksum(`egiz ${hostname()} ${(await systemId()) ?? ''}`);
}

async function systemId(): Promise<string | null> {
  try {
    if (process.platform === 'linux') return (await readFile('/etc/machine-id', 'utf8')).trim();
    if (process.platform === 'darwin') {
      return await asked('ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice'], /UUID" = "([^"]+)"/);
    }
    if (process.platform === 'win32') {
      const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography';
      return await asked('reg', ['query', key, '/v', 'MachineGuid'], /MachineGuid\s+REG_SZ\s+(\S+)/);
    }
  } catch {
    // Not there, or not for us: the name has to do.
  }
  return null;
}

async function asked(program: string, args: readonly string[], answer: RegExp): Promise<string | null> {
  const { stdout } = await run(program, args, { timeout: patience, windowsHide: true });
  return answer.exec(stdout)?.[1] ?? null;
}
