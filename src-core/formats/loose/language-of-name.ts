import { languageTagOf } from '../language-tag.ts';
import { shownName } from './needs.ts';

/** Parts of names that look like languages and are endings. */
const endings = /^(?:xml|gz|txt|sen|raw|tok)$/iu;

/**
 * The language that a corpus' file is named by: OPUS has a folder for each (`kk/book.xml.gz`), InterText a part of the name, which
 * may go on with a version (`book.kk.xml`, `book.kk-00.xml`, `book.001_kk.xml`), Moses the ending (`book.kk-en.kk`). `null` without one.
 */
export function languageOfName(name: string): string | null {
  const [file = '', ...folders] = name.split(/[/\\]/u).toReversed();
  const inFile = file.split('.').slice(1).toReversed();
  for (const part of [...folders, ...inFile]) {
    const tag = /^(?:\d+[_-])?([a-z]{2,3}(?:[_-](?:[A-Za-z]{4}|[A-Z]{2}))?)(?:[_-]\d+)?$/u.exec(part)?.[1];
    if (tag !== undefined && !endings.test(part)) return languageTagOf(tag);
  }
  return null;
}

/** What a work is called by the name of one of its files: `en/book.xml.gz` and `book.en-00.xml` are `book`. */
export function titleOfName(name: string): string {
  const file = name.split(/[/\\]/u).at(-1) ?? name;
  const [first = '', ...rest] = file.split('.');
  const kept = rest.filter((part) => !endings.test(part) && languageOfName(`x.${part}`) === null);
  return shownName([first, ...kept].join('.'));
}
