import { createStore } from 'zustand/vanilla';
import { ApiFailure } from '#renderer/app/client.ts';
import { neighbour, sentenceAt, type Spot } from './sentences.ts';
import { fetchSound } from './sound.ts';

export interface Aloud {
  status: 'off' | 'loading' | 'playing' | 'paused';
  /** The sentence that is read, or waits to be. */
  spot: Spot | null;
  /** 1 is usual. */
  speed: number;
  failure: ApiFailure | null;
}

/** What is read aloud in this window. */
export const aloud = createStore<Aloud>(() => ({ status: 'off', spot: null, speed: 1, failure: null }));

export const speeds: readonly number[] = [0.6, 0.8, 1, 1.25, 1.5];

let context: AudioContext | null = null;
let source: AudioBufferSourceNode | null = null;
/** Ends what would be heard next, when the reader goes elsewhere. A new one for each sentence. */
let asking = new AbortController();
/** Ends the making of sounds that nobody will hear. */
let making = new AbortController();
/** Sounds that were asked for: of this sentence and of the next. */
let sounds = new Map<string, Promise<AudioBuffer>>();

/** Reads aloud from a place on. */
export async function readFrom(paragraph: string, offset: number): Promise<void> {
  forget();
  const mine = begin();
  try {
    const spot = await sentenceAt(paragraph, offset);
    if (mine.signal.aborted) return;
    if (spot === null) stop();
    else await play(spot, mine.signal);
  } catch (cause) {
    fail(cause, mine.signal);
  }
}

/** Goes to the sentence after (1) or before (-1) the one that is read; at the end of the text it stops. */
export async function skip(step: 1 | -1): Promise<void> {
  const { spot, status } = aloud.getState();
  if (spot === null) return;
  const mine = begin();
  try {
    const next = await neighbour(spot, step);
    if (mine.signal.aborted) return;
    if (next === null && step === 1) stop();
    else await play(next ?? spot, mine.signal, status === 'paused');
  } catch (cause) {
    fail(cause, mine.signal);
  }
}

/** Pauses, or goes on. */
export function togglePause(): void {
  const { status } = aloud.getState();
  if (status === 'paused') {
    void context?.resume();
    aloud.setState({ status: source === null ? 'loading' : 'playing' });
  } else if (status !== 'off') {
    void context?.suspend();
    aloud.setState({ status: 'paused' });
  }
}

/** Reads faster or slower, this sentence anew. */
export function setSpeed(speed: number): void {
  const { spot, status, speed: before } = aloud.getState();
  if (speed === before) return;
  aloud.setState({ speed });
  forget();
  if (spot === null || status === 'off') return;
  const mine = begin();
  play(spot, mine.signal, status === 'paused').catch((cause: unknown) => {
    fail(cause, mine.signal);
  });
}

/** Ends reading aloud. */
export function stop(): void {
  begin();
  forget();
  void context?.close();
  context = null;
  aloud.setState({ status: 'off', spot: null, failure: null });
}

/** Silences what is heard. Gives what ends what begins now. */
function begin(): AbortController {
  asking.abort();
  asking = new AbortController();
  source?.stop();
  source = null;
  return asking;
}

/** Forgets the sounds that were made, and ends the making of others. */
function forget(): void {
  making.abort();
  making = new AbortController();
  sounds = new Map();
}

async function play(spot: Spot, signal: AbortSignal, paused = false): Promise<void> {
  context ??= new AudioContext();
  aloud.setState({ spot, status: paused ? 'paused' : 'loading', failure: null });
  if (!paused) void context.resume();
  const buffer = await soundOf(spot, context);
  if (signal.aborted) return;
  const made = context.createBufferSource();
  made.buffer = buffer;
  made.connect(context.destination);
  made.addEventListener('ended', () => {
    if (!signal.aborted) void skip(1);
  });
  source = made;
  made.start();
  if (aloud.getState().status === 'loading') aloud.setState({ status: 'playing' });
  const next = await neighbour(spot, 1);
  // While this one is heard the next is made, so that no gap is between them. If that fails, it is tried again in its turn.
  if (next !== null && !signal.aborted) soundOf(next, context).catch(() => undefined);
}

function soundOf(spot: Spot, audio: AudioContext): Promise<AudioBuffer> {
  const { speed } = aloud.getState();
  const key = `${spot.language} ${String(speed)} ${spot.text}`;
  const known = sounds.get(key);
  if (known !== undefined) return known;
  const sound = fetchSound(spot, speed, making.signal).then((bytes) => audio.decodeAudioData(bytes));
  sounds = new Map([...sounds].slice(-2)).set(key, sound);
  sound.catch(() => {
    sounds.delete(key);
  });
  return sound;
}

function fail(cause: unknown, signal: AbortSignal): void {
  if (signal.aborted) return;
  const failure = cause instanceof ApiFailure ? cause : new ApiFailure('internal', String(cause), null);
  aloud.setState({ status: 'paused', failure });
}
