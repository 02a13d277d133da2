import { z } from 'zod';

const kept = z.object({
  tei: z.object({ header: z.string().optional(), attributes: z.record(z.string(), z.string()).optional() }),
});

/** What a TEI file said of a text or a paragraph beyond what Egiz knows; `null` for one of another origin. */
export function foreignOf(
  value: unknown,
): { header?: string | undefined; attributes?: Readonly<Record<string, string>> | undefined } | null {
  if (value === undefined) return null;
  const read = kept.safeParse(value);
  if (!read.success) return null;
  const { header, attributes = {} } = read.data.tei;
  return { header, attributes: Object.fromEntries(Object.entries(attributes).filter(([name]) => keptNames.has(name))) };
}

/** Attributes of a paragraph's element that are kept: those that any element may have. */
export const keptNames: ReadonlySet<string> = new Set([
  'n',
  'rend',
  'rendition',
  'ana',
  'facs',
  'source',
  'resp',
  'change',
]);
