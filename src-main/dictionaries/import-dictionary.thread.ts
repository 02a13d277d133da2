import { answerInThread } from '#main/jobs/answer-in-thread.ts';
import { importHere } from './import-here.ts';

// What the thread of an import runs; a program of its own in the build.
await answerInThread(importHere);
