import type { TextMatchesChange } from '#core/glossary/text-matches.ts';
import { startThread } from './start-thread.ts';
import type { FromThread, Part, ToThread, WordAnswers, WordTask } from './word-messages.ts';

/** 1,000,000 words take less than half of its memory. */
const program = { module: import.meta, name: 'words', memory: 2048 };

/** A question about the words of a text. */
export interface Question<About extends keyof WordAnswers> {
  readonly about: About;
  readonly part: Part;
  /** How many headwords of a list are wanted at most. */
  readonly most?: number;
  /** Is told what share of the answer is done, where it takes long. */
  readonly progress?: (share: number) => void;
  /** Says that nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** The words of one text, in a thread of their own. */
export interface WordThread {
  readonly change: (change: TextMatchesChange) => void;
  /** @throws whatever ended the thread, or the signal's reason */
  readonly ask: <About extends keyof WordAnswers>(question: Question<About>) => Promise<WordAnswers[About]>;
  /** Ends the thread; questions that wait are refused. */
  readonly end: () => void;
}

interface Waiting {
  settle: (answer: WordAnswers[keyof WordAnswers]) => void;
  refuse: (reason: Error) => void;
  progress: ((share: number) => void) | undefined;
}

/**
 * Starts a thread for the words of a text. `ended` is called once it is there no more: because `end` was called, because it
 * failed, because nobody asked for `idle` milliseconds, or because all who waited for an answer went away.
 */
export function startWordThread(task: WordTask, idle: number, ended: () => void): WordThread {
  const thread = startThread(program, task);
  // A library that closes does not wait for it.
  thread.unref();
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let over = false;
  let timer: NodeJS.Timeout | undefined;

  const finish = (reason: Error): void => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    void thread.terminate();
    for (const { refuse } of waiting.values()) refuse(reason);
    waiting.clear();
    ended();
  };
  const rest = (): void => {
    clearTimeout(timer);
    if (over || waiting.size > 0) return;
    timer = setTimeout(() => {
      finish(new Error('nobody asked'));
    }, idle);
    timer.unref();
  };
  thread.on('message', (message: FromThread) => {
    if (message.type === 'progress') {
      for (const { progress } of waiting.values()) progress?.(message.share);
      return;
    }
    const one = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === 'answer') one?.settle(message.answer);
    else one?.refuse(new Error(message.message));
    rest();
  });
  thread.on('error', (error) => {
    finish(error instanceof Error ? error : new Error(String(error)));
  });
  thread.on('exit', (code) => {
    finish(new Error(`the thread for the words of a text ended with ${code}`));
  });
  rest();

  const send = (message: ToThread): void => {
    // Nothing is handed over: texts and terms stay here as well.
    thread.postMessage(message, []);
  };
  return {
    change: (change) => {
      send({ type: 'change', change });
    },
    ask: ({ about, part, most = 0, progress, signal }) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        const leave = (): void => {
          waiting.delete(id);
          reject(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)));
          // What it works on is wanted by nobody.
          if (waiting.size === 0) finish(new Error('the question was given up'));
        };
        if (over || signal.aborted) {
          reject(new Error('the thread has ended, or the question was given up before it was asked'));
          return;
        }
        signal.addEventListener('abort', leave, { once: true });
        const done = (): void => {
          signal.removeEventListener('abort', leave);
        };
        waiting.set(id, {
          settle: (answer) => {
            done();
            resolve(answer as WordAnswers[typeof about]);
          },
          refuse: (reason) => {
            done();
            reject(reason);
          },
          progress,
        });
        clearTimeout(timer);
        send({ type: 'ask', id, about, part, most });
      }),
    end: () => {
      finish(new Error('the library is closing'));
    },
  };
}
