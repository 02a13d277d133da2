import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import type { SpeechState } from '#main/api/speech.ts';
import { outputOf } from '#main/speech/run.ts';
import { findSpeaker } from '#main/speech/speaker.ts';
import { speechBy } from '#main/speech/speech.ts';
import { readVoices, voiceFor } from '#main/speech/voices.ts';
import { withTrueSizes } from '#main/speech/wave.ts';
import { application, failureOf, posted } from '../api/application.ts';
import { standIn } from './stand-in.ts';

const never = new AbortController().signal;

async function spokenBy(folder: string): Promise<{ list: string[]; text: string }[]> {
  const log = await readFile(join(folder, 'log'), 'utf8');
  return log
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { list: string[]; text: string });
}

test('espeak-ng is found in the folders of PATH, where it may be run', async () => {
  const folder = await standIn();
  const empty = await mkdtemp(join(tmpdir(), 'egiz-empty-'));
  expect(await findSpeaker([empty, '', 'relative', folder].join(delimiter), 'linux')).toBe(join(folder, 'espeak-ng'));
  expect(await findSpeaker(empty, 'linux')).toBeNull();
  await writeFile(join(empty, 'espeak-ng'), '');
  await chmod(join(empty, 'espeak-ng'), 0o644);
  expect(await findSpeaker(empty, 'linux')).toBeNull();
});

test('its list of voices is read, and one is chosen by language', () => {
  const voices = readVoices(
    [
      'Pty Language       Age/Gender VoiceName          File                 Other Languages',
      ' 5  en-029          --/M      English_(Caribbean) gmw/en-029           (en 10)',
      ' 2  en-gb           --/M      English_(Great_Britain) gmw/en               (en 2)',
      ' 5  kk              --/M      Kazakh             trk/kk               ',
      'nonsense',
    ].join('\n'),
  );
  expect(voices.map(({ language }) => language)).toEqual(['en-029', 'en-gb', 'kk']);
  expect(voices[1]).toEqual({ language: 'en-gb', name: 'English (Great Britain)', others: ['en'] });
  expect(voiceFor('en-GB', voices)?.language).toBe('en-gb');
  expect(voiceFor('kk-Arab', voices)?.language).toBe('kk');
  expect(voiceFor('de', voices)).toBeNull();
});

test('text goes in as text: neither as an argument, nor as names of sounds', async () => {
  const folder = await standIn();
  const text = "--help; $(rm -rf /) [[h@l'oU]] «Қазақ»";
  const sound = await speechBy(() => folder).speak(text, 'kk', 1.5, never);
  expect(sound?.toString('latin1', 0, 4)).toBe('RIFF');
  const [run] = await spokenBy(folder);
  expect(run?.list).toEqual(['-v', 'kk', '-s', '263', '-b', '1', '--stdin', '--stdout']);
  expect(run?.text).toBe("--help; $(rm -rf /) [ [h@l'oU] ] «Қазақ»");
});

test('the sizes in the sound are true', async () => {
  const folder = await standIn();
  const sound = await speechBy(() => folder).speak('Сәлем', 'kk', 1, never);
  expect(sound?.readUInt32LE(4)).toBe((sound?.length ?? 0) - 8);
  expect(sound?.readUInt32LE(40)).toBe((sound?.length ?? 0) - 44);
  expect(() => withTrueSizes(Buffer.from('no sound at all'))).toThrow(/no WAV file: it begins with "no sound at/);
  expect(() => withTrueSizes(Buffer.from('RIFF\0\0\0\0WAVEfmt '))).toThrow('without samples');
});

test('what nobody waits for any more is ended at once', async () => {
  const folder = await standIn('Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60000);');
  const stop = new AbortController();
  const speaking = speechBy(() => folder).speak('Сәлем', 'kk', 1, stop.signal);
  setTimeout(() => {
    stop.abort();
  }, 300);
  await expect(speaking).rejects.toMatchObject({ reason: 'stopped' });
});

test('a program that hangs, floods or fails is ended, and says so', async () => {
  const run = (script: string, limits: { patience?: number; mostBytes?: number } = {}) =>
    outputOf({
      file: process.execPath,
      arguments: ['-e', script],
      input: '',
      signal: never,
      patience: 20_000,
      mostBytes: 1000,
      ...limits,
    });
  await expect(run('setTimeout(() => {}, 60000)', { patience: 200 })).rejects.toMatchObject({ reason: 'too-slow' });
  await expect(run('process.stdout.write("x".repeat(5000))')).rejects.toMatchObject({ reason: 'too-much' });
  await expect(run('console.error("no data"); process.exit(3)')).rejects.toThrow(/ended with 3: no data/);
  await expect(
    outputOf({ file: '/nowhere/espeak-ng', arguments: [], input: '', signal: never, patience: 1000, mostBytes: 1 }),
  ).rejects.toMatchObject({ reason: 'failed' });
});

test('the API tells what can be read aloud, and answers sound', async () => {
  const folder = await standIn();
  const app = await application({ speech: speechBy(() => folder) });
  const state = (await (await app.request('/api/speech')).json()) as SpeechState;
  expect(state).toEqual({ installed: true, languages: ['en-gb', 'en', 'kk', 'ru'] });
  const sound = await app.request('/api/speech', posted({ language: 'kk', text: 'Сәлем.' }));
  expect([sound.status, sound.headers.get('Content-Type')]).toEqual([200, 'audio/wav']);
  expect((await sound.arrayBuffer()).byteLength).toBe(44 + 2 * 880 * 6);
});

test('without espeak-ng, or a voice, the API says so; too long a text is refused', async () => {
  const folder = await standIn();
  const without = await application({ speech: speechBy(() => '') });
  expect(await (await without.request('/api/speech')).json()).toEqual({ installed: false, languages: [] });
  const asked = posted({ language: 'kk', text: 'Сәлем.' });
  expect(await failureOf(without.request('/api/speech', asked))).toMatchObject({ code: 'not-here', where: 'language' });
  const app = await application({ speech: speechBy(() => folder) });
  for (const [body, code] of [
    [{ language: 'de', text: 'Hallo' }, 'not-here'],
    [{ language: 'kk', text: 'а'.repeat(4001) }, 'bad-request'],
    [{ language: '-v en', text: 'a' }, 'bad-request'],
    [{ language: 'kk', text: 'a', speed: 100 }, 'bad-request'],
  ] as const) {
    expect(await failureOf(app.request('/api/speech', posted(body)))).toMatchObject({ code });
  }
});
