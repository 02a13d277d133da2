import type { Bench } from '../bench.ts';
import { megabytes, milliseconds } from '../statistics.ts';
import { fuzz, seeds } from './drive.ts';

/** Damaged files for each reader. */
const inputs = 20_000;
const seed = 20_261_123;

/** Damaged files of every format: each is read or refused, and nothing else happens. */
export const fuzzing: Bench = {
  name: 'fuzz',
  about: `${inputs} damaged files of each format, from seed ${seed} on`,
  run: async (print) => {
    for (const format of Object.keys(seeds)) {
      const { read, refused, worst, memory } = await fuzz(format, seed, inputs);
      print(`${format}: read of ${inputs}, the others refused`, String(read), String(refused));
      print(`  slowest, of seed ${worst.seed}`, milliseconds(worst.time), '');
      print(`  most memory`, megabytes(memory), '');
    }
  },
};
