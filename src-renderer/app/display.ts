import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Display } from '#core/records/preference.ts';
import { setLanguage } from '#renderer/i18n/index.ts';
import { key } from '#renderer/i18n/key.ts';
import { chooseLanguage } from '#renderer/i18n/language.ts';
import { commit } from './commit.ts';
import { library } from './library-store.ts';

/** How text and interface look: what of the display record a person sets. */
export type Look = Pick<Display, 'theme' | 'size' | 'leading' | 'measure' | 'language'>;

/** The look before a person chose one. The text's size is in CSS pixels, the measure in the text's size. */
export const defaultLook: Look = { theme: 'system', size: 17, leading: 1.72, measure: 32, language: null };

/** What can be set, and in which steps. */
export const limits = {
  size: { least: 12, most: 32, step: 1 },
  leading: { least: 1.2, most: 2.4, step: 0.04 },
  measure: { least: 20, most: 60, step: 1 },
} as const;

/** What is being tried and not yet chosen: a slider on its way. */
const tried = createStore<{ look: Partial<Look> }>(() => ({ look: {} }));

/** The look as chosen. */
function currentLook(): Look {
  return { ...defaultLook, ...library.getState().state?.display };
}

/** The look as chosen, what is being tried included. */
export function useLook(): Look {
  const display = useStore(library, ({ state }) => state?.display ?? null);
  const look = useStore(tried, (state) => state.look);
  return { ...defaultLook, ...display, ...look };
}

/** Shows a look without keeping it. */
export function tryLook(look: Partial<Look>): void {
  tried.setState({ look: { ...tried.getState().look, ...look } });
}

/** Keeps a look for the whole library; undoable. What differs in nothing is not a step. */
export function chooseLook(look: Partial<Look>): void {
  const before = library.getState().state?.display ?? null;
  const now = currentLook();
  if (Object.entries(look).some(([name, value]) => now[name as keyof Look] !== value)) {
    const base: Display = before ?? { id: 'display', modified: '', kind: 'display', ...defaultLook };
    const next: Display = { ...base, ...look };
    commit(
      null,
      before === null
        ? { added: [next], updated: [], removed: [] }
        : { added: [], updated: [[before, next]], removed: [] },
      key('app:undo.display'),
    );
  }
  tried.setState({ look: {} });
}

/** Makes the text larger or smaller by so many pixels, within the limits; `null` sets the usual size. */
export function zoom(by: number | null): void {
  const { least, most } = limits.size;
  const size = by === null ? defaultLook.size : currentLook().size + by;
  chooseLook({ size: Math.min(most, Math.max(least, size)) });
}

/** Keeps the page as the look says: theme, sizes, language. Gives the function that ends it. */
export function followLook(target: Window): () => void {
  const show = (): void => {
    const look = { ...currentLook(), ...tried.getState().look };
    const root = target.document.documentElement;
    root.dataset.theme = look.theme;
    root.style.setProperty('--text-size', `${String(look.size)}px`);
    root.style.setProperty('--leading', String(look.leading));
    root.style.setProperty('--measure', `${String(look.measure)}em`);
    setLanguage(chooseLanguage(look.language, target.navigator.languages));
  };
  show();
  const endings = [library.subscribe(show), tried.subscribe(show)];
  target.addEventListener('languagechange', show);
  return () => {
    for (const end of endings) end();
    target.removeEventListener('languagechange', show);
  };
}
