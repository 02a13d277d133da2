import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the stand-in prints for `--voices`. */
const voices = `Pty Language       Age/Gender VoiceName          File                 Other Languages
 2  en-gb           --/M      English_(Great_Britain) gmw/en               (en 2)
 5  kk              --/M      Kazakh             trk/kk
 5  ru              --/M      Russian            zle/ru
`;

/**
 * A folder with an `espeak-ng` that speaks in silence: a WAV file of 40 ms for each code unit of the text, with the sizes that
 * espeak-ng writes. It notes its arguments and the text in `log` of the folder. @param sabotage runs before it speaks
 */
export async function standIn(sabotage = ''): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'egiz-speech-'));
  const program = `#!${process.execPath}
const { appendFileSync, readFileSync } = require('node:fs');
const list = process.argv.slice(2);
if (list.includes('--voices')) {
  process.stdout.write(${JSON.stringify(voices)});
} else {
  const text = readFileSync(0, 'utf8');
  appendFileSync(${JSON.stringify(join(folder, 'log'))}, JSON.stringify({ list, text }) + '\\n');
  ${sabotage}
  const head = Buffer.alloc(44);
  head.write('RIFF', 0); head.writeUInt32LE(0x7ffff024, 4); head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16); head.writeUInt16LE(1, 20); head.writeUInt16LE(1, 22);
  head.writeUInt32LE(22050, 24); head.writeUInt32LE(44100, 28); head.writeUInt16LE(2, 32); head.writeUInt16LE(16, 34);
  head.write('data', 36); head.writeUInt32LE(0x7ffff000, 40);
  process.stdout.write(Buffer.concat([head, Buffer.alloc(2 * 880 * Math.max(1, text.length))]));
}
`;
  const file = join(folder, 'espeak-ng');
  // A script that is CommonJS whatever package lies around it.
  await writeFile(join(folder, 'package.json'), '{"type":"commonjs"}');
  await writeFile(file, program);
  await chmod(file, 0o755);
  return folder;
}
