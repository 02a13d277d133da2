import { outputOf } from './run.ts';
import { findSpeaker } from './speaker.ts';
import { readVoices, voiceFor, type Voice } from './voices.ts';
import { withTrueSizes } from './wave.ts';

/** The longest text that is spoken at once, in UTF-16 code units: a very long sentence. */
export const longestSpoken = 4_000;
/** How fast espeak-ng speaks when nothing else is asked for, in words a minute. */
const usualSpeed = 175;
const listing = { patience: 5_000, mostBytes: 1024 * 1024 } as const;
/** A long sentence at the slowest speed is some minutes of sound, 44 kB a second. */
const speaking = { patience: 30_000, mostBytes: 64 * 1024 * 1024 } as const;

/** What this system can read aloud. */
export interface Speech {
  /** The voices there are; `null` where espeak-ng is not installed. */
  voices: (signal: AbortSignal) => Promise<readonly Voice[] | null>;
  /**
   * A text as sound, a WAV file; `null` where there is no voice for its language, or no espeak-ng.
   *
   * @param speed 1 is usual
   * @throws RunFailure or RangeError when espeak-ng fails
   */
  speak: (text: string, tag: string, speed: number, signal: AbortSignal) => Promise<Buffer<ArrayBuffer> | null>;
}

/** Reads aloud by espeak-ng. @param path gives the folders in which it is looked for, as in the environment's `PATH` */
export function speechBy(path: () => string): Speech {
  /** Of the program found last: it has the same voices as long as it is the same. */
  let known: { file: string; voices: readonly Voice[] } | null = null;

  const find = async (signal: AbortSignal): Promise<typeof known> => {
    const file = await findSpeaker(path());
    if (file === null) return null;
    if (known?.file !== file) {
      const list = await outputOf({ file, arguments: ['--voices'], input: '', signal, ...listing });
      known = { file, voices: readVoices(list.toString('utf8')) };
    }
    return known;
  };
  return {
    voices: async (signal) => (await find(signal))?.voices ?? null,
    speak: async (text, tag, speed, signal) => {
      const found = await find(signal);
      const voice = found === null ? null : voiceFor(tag, found.voices);
      if (found === null || voice === null) return null;
      const sound = await outputOf({
        file: found.file,
        arguments: [
          '-v',
          voice.language,
          '-s',
          String(Math.round(usualSpeed * speed)),
          // UTF-8, whatever the system's locale.
          '-b',
          '1',
          '--stdin',
          '--stdout',
        ],
        input: spoken(text),
        signal,
        ...speaking,
      });
      return withTrueSizes(sound);
    },
  };
}

/** The text as espeak-ng is to read it: it takes what stands in double brackets for names of sounds. */
function spoken(text: string): string {
  return text.replaceAll('[[', '[ [').replaceAll(']]', '] ]');
}
