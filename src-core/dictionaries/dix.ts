import { SaxesParser } from 'saxes';
import { deliver, DictionaryError, type DictionaryReader, type EntrySink } from './entry.ts';
import { partOfSpeech } from './part-of-speech.ts';

/** Elements inside each other that are followed; Apertium's dictionaries have eight. */
const deepest = 64;
/** Code units without an element's begin or end, beyond which no dictionary goes on. */
const longestText = 1_000_000;
/** Faults of the markup after which nothing more is expected of the file. */
const mostFaults = 100;

/** Which side of a bilingual dictionary has the headwords. */
export type DixDirection = 'left-right' | 'right-left';

/** One side of a pair while it is read. */
interface Side {
  text: string;
  tags: string[];
}

interface Entry {
  /** `lm`: only monolingual dictionaries have it. */
  lemma: string | null;
  restriction: string;
  ignored: boolean;
  left: Side;
  right: Side;
  line: number;
}

/**
 * Reads a dictionary of Apertium (`.dix`): pairs of a bilingual one in the direction asked for, without those that hold for the
 * other (`r="RL"`); of a monolingual one the lemmas. Paradigms are passed over. External entities are never read, and
 * no others than XML's own are known.
 *
 * @throws DictionaryError from `push` for markup that is no dictionary, nested without end, or faulty throughout
 */
export function dixReader(sink: EntrySink, direction: DixDirection): DictionaryReader {
  const parser = new SaxesParser<{ position: true; xmlns: false }>({ position: true, xmlns: false });
  let depth = 0;
  let faults = 0;
  let waiting = 0;
  let inSection = false;
  let entry: Entry | null = null;
  let sides: Side[] = [];
  let rooted = false;
  parser.on('error', (error) => {
    faults++;
    const [message = ''] = error.message.replace(/^\d+:\d+: /u, '').split('\n');
    sink.skip('bad-record', `line ${parser.line}`, message.slice(0, 100));
    if (faults > mostFaults) throw new DictionaryError('bad-file', `line ${parser.line}: ${message}`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    waiting = 0;
    depth++;
    if (depth > deepest) throw new DictionaryError('bad-file', `line ${parser.line}: elements are nested too deep`);
    if (!rooted && name !== 'dictionary') {
      throw new DictionaryError('bad-file', `line ${parser.line}: a .dix begins with <dictionary>, not <${name}>`);
    }
    rooted = true;
    if (name === 'section') inSection = true;
    else if (name === 'e' && inSection) entry = newEntry(attributes, parser.line);
    else if (entry !== null) sides = openInEntry(entry, sides, name, attributes);
  });
  parser.on('closetag', ({ name }) => {
    waiting = 0;
    depth--;
    if (name === 'section') inSection = false;
    if (name === 'l' || name === 'r' || name === 'i') sides = [];
    if (name !== 'e' || entry === null) return;
    finish(sink, entry, direction);
    entry = null;
  });
  parser.on('text', (text) => {
    for (const side of sides) side.text += text;
  });
  return {
    push: (text) => {
      waiting += text.length;
      parser.write(text);
      if (waiting > longestText) {
        throw new DictionaryError(
          'bad-file',
          `line ${parser.line}: more than ${longestText} letters without an element`,
        );
      }
    },
    end: () => {
      parser.close();
    },
  };
}

type Attributes = Readonly<Record<string, string>>;

function newEntry(attributes: Attributes, line: number): Entry {
  return {
    lemma: attributes['lm'] ?? null,
    restriction: attributes['r'] ?? '',
    ignored: attributes['i'] === 'yes',
    left: { text: '', tags: [] },
    right: { text: '', tags: [] },
    line,
  };
}

/** The sides that what follows belongs to. */
function openInEntry(entry: Entry, sides: Side[], name: string, attributes: Attributes): Side[] {
  switch (name) {
    case 'l':
      return [entry.left];
    case 'r':
      return [entry.right];
    case 'i':
      return [entry.left, entry.right];
    case 'b':
      for (const side of sides) side.text += ' ';
      return sides;
    case 's':
      for (const side of sides) side.tags.push(attributes['n'] ?? '');
      return sides;
    case 'j':
      for (const side of sides) side.text += '+';
      return sides;
    case 'par':
      entry.left.tags.push(/__([a-z]+)$/u.exec(attributes['n'] ?? '')?.[1] ?? '');
      return sides;
    case 're':
      // A pattern of numbers or the like, no word.
      entry.ignored = true;
      return sides;
    default:
      return sides;
  }
}

function finish(sink: EntrySink, entry: Entry, direction: DixDirection): void {
  const { lemma, restriction, ignored, left, right, line } = entry;
  const place = `line ${line}`;
  if (lemma !== null) {
    if (!ignored) deliver(sink, place, { headword: lemma, senses: [], partOfSpeech: partOf(left), bare: true });
    return;
  }
  const forwards = direction === 'left-right';
  if (ignored || restriction === (forwards ? 'RL' : 'LR')) return;
  const [from, to] = forwards ? [left, right] : [right, left];
  deliver(sink, place, { headword: from.text, senses: [to.text], partOfSpeech: partOf(from) });
}

function partOf({ tags }: Side): ReturnType<typeof partOfSpeech> {
  return tags.map(partOfSpeech).find((part) => part !== null) ?? null;
}
