import { DictionaryError } from './entry.ts';

/** What a file that a reader brings can be. An analyser is no dictionary: it ranks the readings of a form. */
export type DictionaryFormat = 'stardict' | 'table' | 'dix' | 'wiktionary' | 'analyser';

/** Which of the files given plays which part; indexes into the list of names. */
export interface DictionaryFiles {
  format: DictionaryFormat;
  /** The file to read, of StarDict the description (`.ifo`). */
  main: number;
  /** Of StarDict only. */
  index: number | null;
  articles: number | null;
  synonyms: number | null;
  /** The name that the files share, without endings. */
  name: string;
}

const endings: readonly (readonly [ending: RegExp, format: DictionaryFormat])[] = [
  [/\.ifo$/iu, 'stardict'],
  [/\.att(?:\.gz)?$/iu, 'analyser'],
  [/\.dix(?:\.xml)?(?:\.gz)?$/iu, 'dix'],
  [/\.(?:jsonl?|ndjson)(?:\.gz)?$/iu, 'wiktionary'],
  [/\.(?:tsv|csv|tab|txt)(?:\.gz)?$/iu, 'table'],
];

/**
 * What some files are together, by their names, and by the first text of a single one whose name says nothing.
 *
 * @param start the first text of a single file
 * @throws DictionaryError unknown-format; missing-file where a part of a StarDict dictionary is not there
 */
export function recognise(names: readonly string[], start: string): DictionaryFiles {
  const [first = ''] = names;
  if (names.some((name) => /\.(?:ifo|idx|dict|syn)(?:\.(?:gz|dz))?$/iu.test(name))) return starDictFiles(names);
  if (names.length !== 1) {
    throw new DictionaryError(
      'unknown-format',
      `${names.length} files are one dictionary only when they are StarDict's`,
    );
  }
  if (/\.(?:zip|7z|rar|tar|tgz|tar\.\w+|bz2|xz)$/iu.test(first)) {
    throw new DictionaryError('unknown-format', `${first} is an archive; unpack it first`);
  }
  const format = endings.find(([ending]) => ending.test(first))?.[1] ?? formatOfText(start);
  if (format === null) throw new DictionaryError('unknown-format', `${first} is no dictionary that can be read`);
  return { format, main: 0, index: null, articles: null, synonyms: null, name: bareName(first) };
}

function formatOfText(start: string): DictionaryFormat | null {
  if (start.includes('\0')) return null;
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<dictionary[\s>]/u.test(start)) return 'dix';
  if (/^\s*\{\s*"/u.test(start)) return 'wiktionary';
  if (/^\d+\t\d+\t[^\t\n]+\t[^\t\n]+/u.test(start)) return 'analyser';
  return start.includes('\t') ? 'table' : null;
}

function starDictFiles(names: readonly string[]): DictionaryFiles {
  const find = (ending: RegExp): number | null => {
    const at = names.findIndex((name) => ending.test(name));
    return at < 0 ? null : at;
  };
  const main = find(/\.ifo$/iu);
  const index = find(/\.idx(?:\.gz)?$/iu);
  const articles = find(/\.dict(?:\.dz|\.gz)?$/iu);
  if (main === null || index === null || articles === null) {
    const missing = main === null ? '.ifo' : index === null ? '.idx' : '.dict';
    throw new DictionaryError('missing-file', missing);
  }
  return {
    format: 'stardict',
    main,
    index,
    articles,
    synonyms: find(/\.syn(?:\.gz|\.dz)?$/iu),
    name: bareName(names[main] ?? ''),
  };
}

/** A file's name without its folder and endings. */
function bareName(name: string): string {
  const base = name.split(/[/\\]/u).at(-1) ?? name;
  return base.replace(/(?:\.(?:gz|dz|xml|ifo|att|dix|jsonl?|ndjson|tsv|csv|tab|txt))+$/iu, '').slice(0, 120) || base;
}
