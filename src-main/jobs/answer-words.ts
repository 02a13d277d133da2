import type { MessagePort } from 'node:worker_threads';
import { coverageOf, wordsToLearn } from '#core/glossary/coverage.ts';
import { wordIndex, type WordIndex } from '#core/glossary/word-index.ts';
import { language } from '#core/language/language.ts';
import { messageOf } from '#main/message-of.ts';
import { paced } from './paced.ts';
import type { FromThread, Part, ToThread, WordAnswers, WordCoverage, WordTask } from './word-messages.ts';

/** Answers questions about the words of a text. */
export interface WordDesk {
  readonly change: WordIndex['update'];
  readonly ask: <About extends keyof WordAnswers>(about: About, part: Part, most: number) => WordAnswers[About];
}

/** Makes the words of a text ready to be asked. `progress` is told what share of the first answer is done. */
export function wordDesk(task: WordTask, progress: (share: number) => void = () => undefined): WordDesk {
  const { paragraphs } = task;
  const texts = paragraphs.map(({ text }) => text);
  const index = wordIndex(texts, task.terms, language(task.language), task.refusals);
  const bySection = Map.groupBy(paragraphs.keys(), (at) => paragraphs[at]?.section ?? '');
  const numbersOf = (part: Part): readonly number[] => {
    if (part === 'all') return [...paragraphs.keys()];
    return 'section' in part ? (bySection.get(part.section) ?? []) : part.paragraphs;
  };
  const coverage = (part: Part, most: number): WordCoverage => {
    const tell = paced(progress);
    for (const share of index.guesses()) tell(share);
    const headwords = index.headwords(numbersOf(part));
    const list = wordsToLearn(headwords);
    return {
      ...coverageOf(headwords),
      sections: [...bySection].map(([section, numbers]) => ({ section, ...coverageOf(index.headwords(numbers)) })),
      toLearn: list.length,
      learnFirst: list
        .slice(0, most)
        .map(({ first, ...rest }) => ({ ...rest, paragraph: first.paragraph, ...index.wordAt(first) })),
    };
  };
  const answers: { [About in keyof WordAnswers]: (part: Part, most: number) => WordAnswers[About] } = {
    terms: (part) => index.termCounts(numbersOf(part)),
    coverage,
  };
  return { change: index.update, ask: (about, part, most) => answers[about](part, most) };
}

/** Does what a thread for the words of a text is told, until it is ended. */
export function answerWords(port: MessagePort, task: WordTask): void {
  const send = (message: FromThread): void => {
    port.postMessage(message);
  };
  const desk = wordDesk(task, (share) => {
    send({ type: 'progress', share });
  });
  port.on('message', (message: ToThread) => {
    if (message.type === 'change') {
      desk.change(message.change);
      return;
    }
    const { id, about, part, most } = message;
    try {
      send({ type: 'answer', id, answer: desk.ask(about, part, most) });
    } catch (error) {
      send({ type: 'failed', id, message: messageOf(error) });
    }
  });
}
