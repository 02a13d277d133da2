import { isMainThread, type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { writeBitext, type WriteTask } from './write-bitext.ts';

async function answerThrough(port: MessagePort): Promise<void> {
  const bytes = Uint8Array.from(await writeBitext(workerData as WriteTask));
  port.postMessage(bytes, [bytes.buffer]);
}

// What a thread that writes a bitext runs; a program of its own in the build.
if (!isMainThread && parentPort !== null) void answerThrough(parentPort);
