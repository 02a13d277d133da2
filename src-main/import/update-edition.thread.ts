import { answerInThread } from '#main/jobs/answer-in-thread.ts';
import { updateHere } from './update-here.ts';

// What a thread that compares two versions of an edition runs; a program of its own in the build.
await answerInThread(updateHere);
