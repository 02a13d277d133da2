import { answerInThread } from './answer-in-thread.ts';
import { realignHere } from './realign.ts';

// What a thread that aligns a work again runs; a program of its own in the build.
await answerInThread(realignHere);
