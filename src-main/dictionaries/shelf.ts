import { randomBytes } from 'node:crypto';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { generateKeyBetween } from 'fractional-indexing';
import { belonging } from '#core/dictionaries/by-form.ts';
import { proposeKeys } from '#core/dictionaries/headwords/propose.ts';
import { language } from '#core/language/language.ts';
import { primaryTag } from '#core/language/primary-tag.ts';
import { analyses as analysesOf } from '#core/language/transducer/run.ts';
import type { Analysis } from '#core/language/transducer/analysis.ts';
import { readTransducer, type Transducer } from '#core/language/transducer/transducer.ts';
import type {
  DictionaryEdit,
  DictionaryInfo,
  FoundEntry,
  ImportReport,
  ImportSettings,
  Lookup,
} from '#main/api/dictionary-shapes.ts';
import { LibraryError, systemCode, writeError } from '#main/library/error.ts';
import type { Library } from '#main/library/library.ts';
import { ensureFolder } from '#main/library/paths.ts';
import { syncFolder } from '#main/library/safe-write.ts';
import { Serial } from '#main/library/serial.ts';
import { dataFile, type Dictionary, infoOf, readDictionary, writeDictionary, type Description } from './description.ts';
import { EntryIndex, type IndexedEntry } from './entry-index.ts';
import { importingFolder, isDictionaryId, isLeftover, removedFolder } from './names.ts';

/** Entries of one dictionary that are shown for a form. */
const mostShown = 12;

/** The dictionaries of a library: each is a folder in `dictionaries/`, made whole before it gets its name. */
export class Shelf {
  readonly folder: string;
  readonly #library: Library;
  readonly #turns = new Serial();
  #known: Dictionary[] | null = null;
  readonly #open = new Map<string, EntryIndex>();
  readonly #analysers = new Map<string, Transducer>();

  constructor(library: Library) {
    this.#library = library;
    this.folder = join(library.folder, 'dictionaries');
  }

  /** The dictionaries in the order in which they are asked, read anew from the disk. */
  list(): Promise<DictionaryInfo[]> {
    return this.#turns.run(async () => (await this.#read()).map(infoOf));
  }

  /** What the dictionaries and the analyser of a language say of a form. */
  async lookUp(tag: string, form: string): Promise<Lookup> {
    const rules = language(tag);
    const primary = primaryTag(tag);
    const known = (this.#known ?? (await this.#turns.run(() => this.#read()))).filter(({ description }) => {
      const { enabled, source } = description;
      return enabled && (source === null || primaryTag(source) === primary);
    });
    const last = rules.words(form).at(-1);
    const analyses = last === undefined ? [] : await this.#analyse(known, form.slice(...last), rules.lower);
    const asked = known.filter(({ description }) => description.format !== 'analyser');
    const keys = proposeKeys(form, rules);
    const dictionaries = asked.flatMap((dictionary) => {
      const found = this.#entriesOf(dictionary, keys, primary);
      const entries = belonging(form, found, rules, analyses)
        .slice(0, mostShown)
        .map(({ entry, reading }): FoundEntry => {
          const { headword, partOfSpeech, pronunciation, senses } = entry;
          return { headword, partOfSpeech, pronunciation, senses, reading };
        });
      const { id, description } = dictionary;
      return entries.length === 0 ? [] : [{ id, name: description.name, target: description.target, entries }];
    });
    return { dictionaries, analyses, asked: asked.length };
  }

  /**
   * Changes what a dictionary is called, where it stands and whether it is asked.
   *
   * @throws LibraryError not-found, read-only, or why it cannot be written
   */
  edit(id: string, { position, ...changed }: DictionaryEdit): Promise<DictionaryInfo[]> {
    return this.#turns.run(async () => {
      this.mayWrite();
      const all = await this.#read();
      const dictionary = this.#find(all, id);
      const given = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined));
      const others = all.filter((one) => one !== dictionary);
      const order = position === undefined ? {} : { order: orderAt(others, position) };
      await writeDictionary(dictionary.folder, { ...dictionary.description, ...given, ...order });
      return (await this.#read()).map(infoOf);
    });
  }

  /** Removes a dictionary for good. @throws LibraryError not-found, read-only, or why it cannot be removed */
  remove(id: string): Promise<DictionaryInfo[]> {
    return this.#turns.run(async () => {
      this.mayWrite();
      const dictionary = this.#find(await this.#read(), id);
      this.#letGo(id);
      const gone = join(this.folder, removedFolder(id));
      try {
        // Renamed first: half a dictionary must not be found when the power goes.
        await rename(dictionary.folder, gone);
        await rm(gone, { recursive: true, force: true });
      } catch (error) {
        throw writeError(error, dictionary.folder);
      }
      return (await this.#read()).map(infoOf);
    });
  }

  /** Makes the folder for an import. @throws LibraryError read-only, or why it cannot be made */
  async prepare(): Promise<{ id: string; folder: string }> {
    this.mayWrite();
    const id = randomBytes(10).toString('hex');
    const folder = join(this.folder, importingFolder(id));
    try {
      await ensureFolder(this.#library.folder, this.folder);
      await ensureFolder(this.folder, folder);
      await ensureFolder(folder, join(folder, 'made'));
    } catch (error) {
      throw writeError(error, folder);
    }
    return { id, folder };
  }

  /** Takes up what an import made in `made/` of its folder. @throws LibraryError why it cannot be written */
  take(
    id: string,
    { settings, report, format }: { settings: ImportSettings; report: ImportReport; format: Description['format'] },
  ): Promise<DictionaryInfo> {
    return this.#turns.run(async () => {
      const made = join(this.folder, importingFolder(id), 'made');
      const last = (await this.#read()).at(-1)?.description.order ?? null;
      await writeDictionary(made, {
        name: settings.name,
        format,
        source: settings.source,
        target: settings.target,
        entries: report.entries,
        imported: new Date().toISOString(),
        enabled: true,
        order: generateKeyBetween(last, null),
        report,
      });
      await settle(made, join(this.folder, id), dataFile(format));
      const found = (await this.#read()).find((one) => one.id === id);
      if (found === undefined) throw new LibraryError('write-failed', 'the dictionary cannot be read', id);
      return infoOf(found);
    });
  }

  /** Removes what imports and removals left that did not end; not while an import is on its way. */
  sweep(): Promise<void> {
    return this.#turns.run(async () => {
      if (this.#library.readOnly !== null) return;
      for (const name of await namesIn(this.folder)) {
        const leftover = join(this.folder, name);
        if (isLeftover(name)) await rm(leftover, { recursive: true, force: true }).catch(() => undefined);
      }
    });
  }

  /** @throws LibraryError read-only where another program has the library */
  mayWrite(): void {
    if (this.#library.readOnly !== null) {
      throw new LibraryError('read-only', 'dictionaries cannot be changed while the library is read only', this.folder);
    }
  }

  /** Lets go of all files. */
  close(): void {
    for (const id of this.#open.keys()) this.#letGo(id);
  }

  async #read(): Promise<Dictionary[]> {
    const ids = (await namesIn(this.folder)).filter(isDictionaryId);
    const found = (await Promise.all(ids.map((id) => readDictionary(this.folder, id)))).filter((one) => one !== null);
    const there = new Set(found.map(({ id }) => id));
    for (const id of [...this.#open.keys(), ...this.#analysers.keys()]) if (!there.has(id)) this.#letGo(id);
    this.#known = found.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
    return this.#known;
  }

  #find(all: readonly Dictionary[], id: string): Dictionary {
    const found = all.find((one) => one.id === id);
    if (found === undefined) throw new LibraryError('not-found', `there is no dictionary ${JSON.stringify(id)}`, id);
    return found;
  }

  /** The entries of any of the keys; none where the file is damaged, so that the other dictionaries answer. */
  #entriesOf({ id, folder, description }: Dictionary, keys: readonly string[], primary: string): IndexedEntry[] {
    try {
      const index = this.#open.get(id) ?? new EntryIndex(join(folder, dataFile(description.format)));
      this.#open.set(id, index);
      return index.find(keys, primary);
    } catch {
      return [];
    }
  }

  async #analyse(known: readonly Dictionary[], word: string, lower: (text: string) => string): Promise<Analysis[]> {
    const own = known.find(({ description }) => description.format === 'analyser');
    if (own === undefined) return [];
    let transducer = this.#analysers.get(own.id) ?? null;
    if (transducer === null) {
      const bytes = await readFile(join(own.folder, dataFile('analyser'))).catch(() => null);
      transducer = bytes === null ? null : readTransducer(new Uint8Array(bytes).buffer);
      if (transducer === null) return [];
      this.#analysers.set(own.id, transducer);
    }
    return analysesOf(transducer, word, lower);
  }

  #letGo(id: string): void {
    this.#open.get(id)?.close();
    this.#open.delete(id);
    this.#analysers.delete(id);
  }
}

function placeOf({ id, description }: Dictionary): string {
  return `${description.order} ${description.imported} ${id}`;
}

/** An order that stands at a position among others. */
function orderAt(others: readonly Dictionary[], position: number): string {
  const at = Math.min(position, others.length);
  const before = others[at - 1]?.description.order ?? null;
  const after = others[at]?.description.order ?? null;
  // Copies of a synchroniser may share an order; then the place behind all of them has to do.
  return generateKeyBetween(before, before !== null && after !== null && before >= after ? null : after);
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    // A link may lead anywhere; it is not followed.
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return [];
    throw error;
  }
}

/** Gives a finished dictionary its name, once all of it is on the disk. */
async function settle(made: string, folder: string, data: string): Promise<void> {
  try {
    const handle = await open(join(made, data), 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(made, folder);
    await syncFolder(dirname(folder));
  } catch (error) {
    throw writeError(error, folder);
  }
}
