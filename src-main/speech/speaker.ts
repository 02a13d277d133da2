import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

/** Where espeak-ng is installed on systems whose programs with windows are not given the terminal's `PATH`. */
const usualFolders: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['/opt/homebrew/bin', '/usr/local/bin', '/opt/local/bin'],
  win32: ['C:\\Program Files\\eSpeak NG', 'C:\\Program Files (x86)\\eSpeak NG'],
};

/**
 * The path of espeak-ng, or `null` where it is not installed. Looked for anew each time, so that it is found as soon as it is.
 *
 * @param path folders as in the environment's `PATH`; relative ones are passed over
 */
export async function findSpeaker(path: string, platform: NodeJS.Platform = process.platform): Promise<string | null> {
  const name = platform === 'win32' ? 'espeak-ng.exe' : 'espeak-ng';
  const folders = [...path.split(delimiter), ...(usualFolders[platform] ?? [])];
  for (const folder of folders.filter((one) => isAbsolute(one))) {
    const file = join(folder, name);
    try {
      await access(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}
