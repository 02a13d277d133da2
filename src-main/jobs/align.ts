import { realpathSync } from 'node:fs';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { align } from '#core/alignment/aligner/align.ts';
import type { AlignedBead } from '#core/alignment/aligner/course.ts';
import { alignNested, type NestedBead } from '#core/alignment/aligner/nested.ts';
import type { Term } from '#core/records/term.ts';

/** Two texts to be aligned by units; where `sentences` is set, each unit is a paragraph and its sentences are wanted. */
export interface AlignTask {
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly languages: readonly [string, string];
  readonly glossary: readonly Term[];
  readonly sentences: boolean;
}

/** Units as the answer counts them, and the beads between them. */
export interface AlignAnswer {
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly beads: readonly AlignedBead[];
}

/** Does a task; `progress` is called with the share that is done. */
export type Aligner = (task: AlignTask, progress: (share: number) => void, stop: AbortSignal) => Promise<AlignAnswer>;

type Message = { progress: number } | { answer: AlignAnswer };

/** Aligns in this thread. */
export function alignHere(task: AlignTask, progress: (share: number) => void): AlignAnswer {
  const { source, target, languages, glossary, sentences } = task;
  if (!sentences) return { source, target, beads: align(source, target, { languages, glossary, progress }) };
  const nested = alignNested(source, target, { languages, glossary, progress });
  return inSentences(task, nested);
}

/** Counts sentences through each whole text. */
function inSentences({ source, target }: AlignTask, nested: readonly NestedBead[]): AlignAnswer {
  const links = nested.flatMap((bead) => bead.sentences);
  const number = (
    paragraphs: readonly string[],
    side: 'source' | 'target',
  ): { texts: string[]; of: (place: { paragraph: number; range: readonly [number, number] }) => number } => {
    const places = links
      .flatMap((link) => link[side])
      .toSorted((a, b) => a.paragraph - b.paragraph || a.range[0] - b.range[0]);
    const numbers = new Map(places.map(({ paragraph, range }, at) => [`${paragraph}:${range[0]}`, at]));
    return {
      texts: places.map(({ paragraph, range }) => (paragraphs[paragraph] ?? '').slice(...range)),
      of: ({ paragraph, range }) => numbers.get(`${paragraph}:${range[0]}`) ?? 0,
    };
  };
  const from = number(source, 'source');
  const to = number(target, 'target');
  const beads = links.map((link) => ({
    source: link.source.map(from.of),
    target: link.target.map(to.of),
    confidence: link.confidence,
  }));
  return { source: from.texts, target: to.texts, beads };
}

/** Aligns in a thread of its own, which runs this very program again, so that it can be stopped at any time. */
export const alignInThread: Aligner = (task, progress, stop) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(realpathSync(process.argv[1] ?? ''), { workerData: { align: task } });
    const end = (): void => {
      void worker.terminate();
      reject(new Error('stopped'));
    };
    if (stop.aborted) {
      end();
      return;
    }
    stop.addEventListener('abort', end, { once: true });
    worker.on('message', (message: Message) => {
      if ('progress' in message) progress(message.progress);
      else {
        stop.removeEventListener('abort', end);
        resolve(message.answer);
      }
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      reject(new Error(`the aligner ended with ${code}`));
    });
  });

/** Does the task that this thread was started for; `false` in the main thread. */
export function answerAlignTask(): boolean {
  if (isMainThread || parentPort === null) return false;
  const { align: task } = workerData as { align: AlignTask };
  const port = parentPort;
  const answer = alignHere(task, (share) => port.postMessage({ progress: share } satisfies Message));
  port.postMessage({ answer } satisfies Message);
  return true;
}
