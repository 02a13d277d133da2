import { alignHere } from './align.ts';
import { answerInThread } from './answer-in-thread.ts';

// What a thread that aligns two texts runs; a program of its own in the build.
await answerInThread(alignHere);
