import { createStore } from 'zustand/vanilla';
import type { Failure } from '#main/api/shapes.ts';
import { answer, api, ApiFailure } from '#renderer/app/client.ts';

/** What is spoken. */
export interface Spoken {
  /** BCP 47 tag. */
  language: string;
  text: string;
}

/** The longest text that is asked for at once, in UTF-16 code units. As `longestSpoken` in src-main/speech. */
export const mostSpoken = 4_000;

/** Why nothing can be read aloud, to be explained: espeak-ng is not installed, or has no voice for a language (BCP 47). */
export const missing = createStore<{ why: { language: string | null } | null }>(() => ({ why: null }));

/** Can a language be read aloud here? Where it cannot, the reader is told how it could. @throws ApiFailure */
export async function canSpeak(tag: string): Promise<boolean> {
  const { installed, languages } = await answer(api.speech.$get());
  const primary = (one: string): string => one.toLowerCase().split('-', 1)[0] ?? one;
  if (installed && languages.some((one) => primary(one) === primary(tag))) return true;
  missing.setState({ why: { language: installed ? tag : null } });
  return false;
}

/** A text as sound, a WAV file. @throws ApiFailure */
export async function fetchSound({ language, text }: Spoken, speed: number, signal: AbortSignal): Promise<ArrayBuffer> {
  let response;
  try {
    response = await api.speech.$post({ json: { language, text, speed } }, { init: { signal } });
  } catch (cause) {
    throw new ApiFailure('unreachable', String(cause), null);
  }
  if (response.ok) return response.arrayBuffer();
  const { error } = await response.json().then((body: unknown) => body as Failure);
  throw new ApiFailure(error.code, error.message, error.where ?? null);
}

let context: AudioContext | null = null;
let asking = new AbortController();

/** Speaks a text once, in place of what was spoken so before. @param speed 1 is usual @throws ApiFailure */
export async function speak(spoken: Spoken, speed: number): Promise<void> {
  hush();
  const { signal } = asking;
  if (!(await canSpeak(spoken.language)) || signal.aborted) return;
  const bytes = await fetchSound(spoken, speed, signal);
  if (signal.aborted) return;
  const audio = new AudioContext();
  context = audio;
  const source = audio.createBufferSource();
  source.buffer = await audio.decodeAudioData(bytes);
  source.connect(audio.destination);
  if (!signal.aborted) source.start();
}

/** Silences what `speak` speaks. */
export function hush(): void {
  asking.abort();
  asking = new AbortController();
  void context?.close();
  context = null;
}
