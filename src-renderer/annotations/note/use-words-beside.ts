import { useEffect, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Annotation } from '#core/records/annotation.ts';
import { loadTexts, openedWork } from '#renderer/app/work-store.ts';
import { shownText } from '#renderer/reader/shown-text.ts';
import { useScripts } from '#renderer/reader/use-scripts.ts';
import { homeEdition } from '../changes.ts';
import { echoesBeside, onEchoes } from '../echoes.ts';

/**
 * The sentences that an annotation shows on in the other pane, in the script of that pane; `null` where it shows on words of its own or
 * in the gutter, and until they are known. Their texts are loaded.
 */
export function useWordsBeside(annotation: Annotation): { edition: string; words: string } | null {
  const words = useSyncExternalStore(onEchoes, () => wordsBeside(annotation));
  const arrangement = useStore(shownText, (state) => state.arrangement);
  const scripts = useScripts();
  const home = homeEdition(annotation);
  const edition = [arrangement?.left.id, arrangement?.right.id].find((id) => id !== home);
  const wanted = JSON.stringify(
    annotation.targets.flatMap(({ paragraph }) => {
      const link = arrangement?.index.get(paragraph)?.link;
      return [...(link?.source ?? []), ...(link?.target ?? [])];
    }),
  );
  useEffect(() => {
    // Without them the note says what it was made on, which is what it is about.
    loadTexts(JSON.parse(wanted) as string[]).catch(() => undefined);
  }, [wanted]);
  return words === '' || edition === undefined ? null : { edition, words: scripts(edition).text(words) };
}

function wordsBeside({ id, targets }: Annotation): string {
  const { arrangement } = shownText.getState();
  const texts = openedWork.getState().current?.texts;
  if (arrangement === null || texts === undefined) return '';
  const links = new Set(targets.flatMap(({ paragraph }) => arrangement.index.get(paragraph)?.link ?? []));
  return [...links]
    .flatMap((link) => echoesBeside(link, arrangement).sentences)
    .filter((echo) => echo.annotation.id === id)
    .map(({ paragraph, start, end }) => texts.get(paragraph)?.text.slice(start, end) ?? '')
    .join(' ');
}
