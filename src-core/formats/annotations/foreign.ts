import { z } from 'zod';

const kept = z.object({ webAnnotation: z.record(z.string(), z.unknown()) });

/** What Egiz writes of an annotation itself, or reads into fields of its own. */
const own = new Set(['@context', 'id', 'type', 'created', 'modified', 'stylesheet', 'body', 'target', 'text', 'tags']);

/** Reasons that Egiz gives for an annotation; any other one of the W3C's is kept. */
const ownMotivations = new Set(['highlighting', 'commenting']);

/** What an annotation of another program says beyond what Egiz knows (creator, licence, audience …); `null` for nothing. */
export function foreignOfItem(
  item: Readonly<Record<string, unknown>>,
): { webAnnotation: Record<string, unknown> } | null {
  const fields = Object.entries(item).filter(
    ([name, value]) =>
      !own.has(name) && !(name === 'motivation' && typeof value === 'string' && ownMotivations.has(value)),
  );
  return fields.length === 0 ? null : { webAnnotation: Object.fromEntries(fields) };
}

/** What is kept of the annotation that a record came from; nothing of what Egiz writes itself. */
export function foreignOfAnnotation(value: unknown): Readonly<Record<string, unknown>> {
  const read = kept.safeParse(value);
  if (!read.success) return {};
  return Object.fromEntries(Object.entries(read.data.webAnnotation).filter(([name]) => !own.has(name)));
}
