import { expect, test } from 'vitest';
import { PackageError } from '#main/anki/package-error.ts';
import { readInThread } from '#main/anki/read-in-thread.ts';
import { oldCollection, oldPackage } from './old-package.ts';

const made = oldPackage(oldCollection(['A', 'B'], [{ guid: 'g', fields: ['үй', 'house'] }]));
const bytes = (of: Uint8Array): ArrayBuffer => Uint8Array.from(of).buffer;
const never = new AbortController().signal;

test('a package is read in a thread of its own', async () => {
  const { types } = await readInThread(bytes(made), never);
  expect(types[0]?.notes[0]?.fields).toEqual(['үй', 'house']);
});

test('what is refused there is refused here, with its reason', async () => {
  const error: unknown = await readInThread(bytes(Buffer.from('hello')), never).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PackageError);
  expect(error).toMatchObject({ code: 'not-package' });
});

test('it can be stopped, before it began and while it reads', async () => {
  await expect(readInThread(bytes(made), AbortSignal.abort())).rejects.toThrow('stopped');
  const stop = new AbortController();
  const reading = readInThread(bytes(made), stop.signal);
  stop.abort();
  await expect(reading).rejects.toThrow('stopped');
});
