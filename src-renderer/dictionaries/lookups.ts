import type { Lookup } from '#main/api/dictionary-shapes.ts';
import { answer, api } from '#renderer/app/client.ts';

/** Answers that are kept at most. */
const mostKept = 300;

const kept = new Map<string, Lookup>();

/** Forgets what dictionaries said: one was brought, changed or removed. */
export function forgetLookups(): void {
  kept.clear();
}

/** What is known without asking; `null` when it must be asked. */
export function keptLookup(language: string, form: string): Lookup | null {
  return kept.get(keyOf(language, form)) ?? null;
}

/**
 * What the dictionaries and the analyser of a language say of a form.
 *
 * @throws ApiFailure, or an AbortError once `stop` is aborted
 */
export async function lookUp(language: string, form: string, stop: AbortSignal): Promise<Lookup> {
  const key = keyOf(language, form);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const found = await answer(api.dictionaries.lookup.$post({ json: { language, form } }, { init: { signal: stop } }));
  stop.throwIfAborted();
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(key, found);
  return found;
}

function keyOf(language: string, form: string): string {
  return `${language} ${form}`;
}
