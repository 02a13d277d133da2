import { answerInThread } from '#main/jobs/answer-in-thread.ts';
import { writeBitext } from './write-bitext.ts';

// What a thread that writes a bitext runs; a program of its own in the build.
await answerInThread(writeBitext);
