/** What lies in the folder of a dictionary: its description, and its entries or the analyser. */
export const descriptionFile = 'dictionary.json';
export const entriesFile = 'entries.sqlite';
export const analyserFile = 'analyser.bin';

/** Folders that are not dictionaries: imports on their way, and what was removed. They are swept when a library is opened. */
const unfinished = /^\.(?:importing|removed)-[a-z0-9]{1,40}$/;

/** The folder of an import on its way. */
export function importingFolder(id: string): string {
  return `.importing-${id}`;
}

/** Where a dictionary goes while it is being removed. */
export function removedFolder(id: string): string {
  return `.removed-${id}`;
}

/** Whether a folder was left by an import or a removal that did not end. */
export function isLeftover(name: string): boolean {
  return unfinished.test(name);
}

/** Whether a folder may be a dictionary's. */
export function isDictionaryId(name: string): boolean {
  return /^[a-z0-9]{8,40}$/.test(name);
}
