import type { Hits } from '#main/api/shapes.ts';
import { answer, api } from '#renderer/app/client.ts';

/** Where a term's headword stands in the open work, in its editions in the headword's language. */
export function occurrencesOf(work: string, headword: string, editions: readonly string[]): Promise<Hits> {
  return answer(api.works[':work'].occurrences.$post({ param: { work }, json: { headword, editions: [...editions] } }));
}
