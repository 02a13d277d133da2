import { createStore } from 'zustand/vanilla';

/** What the window shows. */
export type Route =
  | { view: 'library' }
  | { view: 'work'; work: string }
  /** The workbench of an alignment (`<source edition>~<target edition>`) of a work. */
  | { view: 'alignment'; work: string; alignment: string }
  | { view: 'glossary' }
  | { view: 'review' }
  | { view: 'import' };

/** The route that an address names (`#/works/qazan-1917`); the library for any it does not know. */
export function parseRoute(hash: string): Route {
  const [view = '', id = '', part = '', alignment = ''] = hash.replace(/^#\/?/, '').split('/', 4);
  if (view === 'glossary' || view === 'review' || view === 'import') return { view };
  if (view === 'works' && id !== '') {
    try {
      const work = decodeURIComponent(id);
      const isAlignment = part === 'alignment' && alignment !== '';
      return isAlignment
        ? { view: 'alignment', work, alignment: decodeURIComponent(alignment) }
        : { view: 'work', work };
    } catch {
      return { view: 'library' };
    }
  }
  return { view: 'library' };
}

/** The address of a route, for links. */
export function hashOf(to: Route): string {
  if (to.view === 'library') return '#/';
  if (to.view !== 'work' && to.view !== 'alignment') return `#/${to.view}`;
  const work = `#/works/${encodeURIComponent(to.work)}`;
  return to.view === 'work' ? work : `${work}/alignment/${encodeURIComponent(to.alignment)}`;
}

/** The route shown now. */
export const route = createStore<Route>(() => ({ view: 'library' }));

/** Shows a route; the window's Back comes back from it. */
export function go(to: Route): void {
  window.location.hash = hashOf(to);
}

/** Follows the window's address. Gives the function that ends it. */
export function followAddress(target: Window): () => void {
  const read = (): void => {
    route.setState(parseRoute(target.location.hash), true);
  };
  read();
  target.addEventListener('hashchange', read);
  return () => {
    target.removeEventListener('hashchange', read);
  };
}
