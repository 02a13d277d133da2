import { useStore } from 'zustand';
import { library } from '#renderer/app/library-store.ts';
import { importing } from './import-state.ts';
import { versionOf, type VersionChoice } from './version.ts';

/** What becomes a newer version of what, as it is chosen or found out now. */
export function useVersion(): VersionChoice {
  const drafts = useStore(importing, (state) => state.drafts);
  const work = useStore(importing, (state) => state.work);
  const chosen = useStore(importing, (state) => state.edition);
  const entry = useStore(library, ({ state }) => state?.works.find((one) => one.work.id === work));
  return versionOf(drafts, entry, chosen);
}
