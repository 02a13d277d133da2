import type { Annotation } from '#core/records/annotation.ts';
import type { Script } from '#renderer/reader/script.ts';
import { homeEdition, homeTargets } from './changes.ts';

/** The first words that an annotation was made on, in the script in which their edition is shown. */
export function shownQuote(annotation: Annotation, scripts: (edition: string) => Script): string {
  const target = homeTargets(annotation)[0];
  return target === undefined ? '' : scripts(homeEdition(annotation)).quote(target);
}
