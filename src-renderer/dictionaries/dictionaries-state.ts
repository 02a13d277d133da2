import { createStore } from 'zustand/vanilla';
import type { DictionaryInfo } from '#main/api/dictionary-shapes.ts';
import { forgetLookups } from './lookups.ts';

/** What the view knows of the reader's dictionaries. */
export interface DictionariesView {
  /** In the order in which they are asked; `null` before they were loaded. */
  list: readonly DictionaryInfo[] | null;
  /** Counts what changes the answers of look-ups. */
  revision: number;
  /** Whether the dialog is open. */
  open: boolean;
}

export const dictionaries = createStore<DictionariesView>(() => ({ list: null, revision: 0, open: false }));

/** Opens the dialog in which dictionaries are brought, ordered and removed. */
export function openDictionaries(): void {
  dictionaries.setState({ open: true });
}

export function closeDictionaries(): void {
  dictionaries.setState({ open: false });
}

/** Takes the list as the library has it now; what was looked up before is asked again. */
export function receiveDictionaries(list: readonly DictionaryInfo[]): void {
  forgetLookups();
  dictionaries.setState(({ revision }) => ({ list, revision: revision + 1 }));
}
