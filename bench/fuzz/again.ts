// `node bench/fuzz/again.ts FORMAT SEED [FILE]`: reads one damaged file again and says how it ended; FILE gets it.
import { writeFile } from 'node:fs/promises';
import { damagedFile, fuzz } from './drive.ts';

const [format = '', said = '', file] = process.argv.slice(2);
const seed = Number(said);
if (file !== undefined) await writeFile(file, (await damagedFile(format, seed)).bytes);
const { read, worst } = await fuzz(format, seed, 1);
console.log(`${read === 1 ? 'read' : 'refused'} in ${worst.time.toFixed(1)} ms`);
