import { dixReader, type DixDirection } from '#core/dictionaries/dix.ts';
import type { DictionaryEntry, DictionaryReader, EntrySink } from '#core/dictionaries/entry.ts';
import { type DictionaryFiles, recognise } from '#core/dictionaries/format.ts';
import { languageNamed, pairInName } from '#core/dictionaries/languages.ts';
import { indexReader, readArticle, readInfo, type StarDictInfo } from '#core/dictionaries/stardict.ts';
import { tableColumns, tableReader } from '#core/dictionaries/table.ts';
import { wiktionaryLanguages, wiktionaryReader } from '#core/dictionaries/wiktionary.ts';
import { primaryTag } from '#core/language/primary-tag.ts';
import type { ImportPreview } from '#main/api/dictionary-shapes.ts';
import { firstBytes, firstText } from './bytes.ts';
import { readInfoText } from './import-stardict.ts';

/** Entries that are shown. */
const mostSamples = 5;
const mostSampleSenses = 3;
/** The language that headwords are wanted in, where a file has several. */
const preferred = 'kk';

/**
 * What some files are together.
 *
 * @throws DictionaryError when they are nothing that can be imported
 */
export async function recogniseFiles(names: readonly string[], paths: readonly string[]): Promise<DictionaryFiles> {
  const isNamed = names.some((name) => /\.(?:ifo|idx|dict|syn|dz)(?:\.gz)?$/iu.test(name));
  const start = names.length === 1 && !isNamed ? await firstText(paths[0] ?? '', preferred).catch(() => '\0') : '';
  return recognise(names, start);
}

/**
 * What is known of some files before they are imported, and their first entries.
 *
 * @throws DictionaryError when they are nothing that can be imported
 */
export async function previewFiles(names: readonly string[], paths: readonly string[]): Promise<ImportPreview> {
  const files = await recogniseFiles(names, paths);
  const main = names[files.main] ?? '';
  const path = paths[files.main] ?? '';
  const pair = pairInName(main);
  const [source, target] = pair ?? [null, null];
  const preview: ImportPreview = { name: files.name, format: files.format, source, target, languages: [], samples: [] };
  switch (files.format) {
    case 'stardict': {
      const info = readInfo(await readInfoText(path));
      const named = pair ?? pairInName(info.name) ?? pairOfWords(info.name);
      return {
        ...preview,
        name: info.name || files.name,
        source: named?.[0] ?? null,
        target: named?.[1] ?? null,
        samples: await starDictSamples(info, paths[files.index ?? -1] ?? '', paths[files.articles ?? -1] ?? ''),
      };
    }
    case 'analyser':
      return { ...preview, source: languageNamed(main.split(/[.\-_]/u, 1)[0] ?? '') ?? source, target: null };
    case 'dix': {
      const direction = dixDirection(main, preferred);
      const turned = direction === 'right-left' ? { source: target, target: source } : {};
      return {
        ...preview,
        ...turned,
        languages: pair ?? [],
        samples: await samplesOf(path, (sink) => dixReader(sink, direction)),
      };
    }
    case 'wiktionary': {
      const languages = wiktionaryLanguages(await firstText(path, preferred));
      const [only] = languages;
      const own = languages.length === 1 && only !== undefined ? only : preferred;
      return {
        ...preview,
        source: own,
        target: target ?? 'en',
        languages,
        samples: await samplesOf(path, (sink) => wiktionaryReader(sink, own, null)),
      };
    }
    default: {
      const columns = tableColumns(await firstText(path, preferred), preferred, target);
      return {
        ...preview,
        source: columns.source ?? source,
        target: columns.target ?? target,
        languages: columns.languages,
        samples: await samplesOf(path, (sink) => tableReader(sink, columns.source ?? source, target)),
      };
    }
  }
}

/** The first entries of a file, as far as its first bytes have them. */
async function samplesOf(path: string, make: (sink: EntrySink) => DictionaryReader): Promise<ImportPreview['samples']> {
  const found: DictionaryEntry[] = [];
  const reader = make({
    entry: (entry) => void found.push(entry),
    skip: () => undefined,
    otherLanguage: () => undefined,
  });
  const text = await firstText(path, preferred);
  // The last line may be cut.
  reader.push(text.slice(0, text.lastIndexOf('\n') + 1) || text);
  try {
    reader.end();
  } catch {
    // The rest of the file is missing here.
  }
  return found.slice(0, mostSamples).map(({ headword, partOfSpeech, senses }) => ({
    headword,
    partOfSpeech,
    senses: senses.slice(0, mostSampleSenses),
  }));
}

/** The first entries whose articles are among the first of the file. */
async function starDictSamples(info: StarDictInfo, index: string, articles: string): Promise<ImportPreview['samples']> {
  const found: ImportPreview['samples'] = [];
  const bytes = await firstBytes(articles);
  const reader = indexReader(
    info.offsetBits,
    (headword, offset, size) => {
      if (found.length >= mostSamples || offset + size > bytes.length) return;
      const article = readArticle(bytes.subarray(offset, offset + size), info.fieldTypes, headword);
      if (article === null || article.senses.length === 0) return;
      found.push({ headword, partOfSpeech: article.partOfSpeech, senses: article.senses.slice(0, mostSampleSenses) });
    },
    () => undefined,
  );
  reader.push(await firstBytes(index));
  return found;
}

/** `Kazakh-English dictionary`. */
function pairOfWords(name: string): [string, string] | null {
  const found = name.split(/[^\p{L}]+/u).flatMap((word) => (word.length > 3 ? (languageNamed(word) ?? []) : []));
  const [source, target] = new Set(found);
  return source === undefined || target === undefined ? null : [source, target];
}

/** Which side of a `.dix` has the headwords: the right one where the file's name says that it is in their language. */
export function dixDirection(name: string, source: string | null): DixDirection {
  const pair = pairInName(name);
  if (pair === null || source === null) return 'left-right';
  return primaryTag(pair[1]) === primaryTag(source) ? 'right-left' : 'left-right';
}
