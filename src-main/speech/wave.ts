/** Bytes before the first chunk: `RIFF`, a size, `WAVE`. */
const headLength = 12;

/**
 * A WAV file with sizes that are true. A program that writes sound as it makes it does not know them when it begins, and puts
 * the greatest there is.
 *
 * @throws RangeError when the bytes are no WAV file, or one without samples
 */
export function withTrueSizes(bytes: Buffer): Buffer<ArrayBuffer> {
  const wave = Buffer.from(bytes);
  if (
    wave.length < headLength ||
    wave.toString('latin1', 0, 4) !== 'RIFF' ||
    wave.toString('latin1', 8, 12) !== 'WAVE'
  ) {
    throw new RangeError(`no WAV file: it begins with ${JSON.stringify(wave.toString('latin1', 0, 12))}`);
  }
  wave.writeUInt32LE(wave.length - 8, 4);
  for (let at = headLength; at + 8 <= wave.length;) {
    const rest = wave.length - at - 8;
    const size = Math.min(wave.readUInt32LE(at + 4), rest);
    if (wave.toString('latin1', at, at + 4) === 'data') {
      if (rest === 0) break;
      wave.writeUInt32LE(size, at + 4);
      return wave;
    }
    // Chunks begin at even offsets.
    at += 8 + size + (size % 2);
  }
  throw new RangeError('a WAV file without samples');
}
