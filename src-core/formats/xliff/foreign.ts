import { z } from 'zod';
import { isElement } from '#core/xml/serialise.ts';

/** What a unit of an XLIFF file says beyond what Egiz knows: attributes, and elements of modules and extensions as XML. */
const kept = z.object({
  attributes: z.record(z.string(), z.string()).default({}),
  elements: z.array(z.string()).default([]),
});
export type XliffForeign = z.infer<typeof kept>;

const ofUnit = kept.extend({ segment: z.record(z.string(), z.string()).optional() });
const unit = z.object({ xliff: ofUnit });
const file = z.object({ xliff: z.object({ file: kept }) });

/** What is kept of a bead's unit; `null` for one of another origin. Elements that are no longer XML are left out. */
export function foreignOfUnit(value: unknown): z.infer<typeof ofUnit> | null {
  if (value === undefined) return null;
  const read = unit.safeParse(value);
  return read.success ? { ...read.data.xliff, elements: read.data.xliff.elements.filter(isElement) } : null;
}

/** What is kept of the file that a text is from; `null` for one of another origin. */
export function foreignOfFile(value: unknown): XliffForeign | null {
  const read = file.safeParse(value);
  return read.success ? { ...read.data.xliff.file, elements: read.data.xliff.file.elements.filter(isElement) } : null;
}

/** The namespaces of what Egiz writes. */
export const namespaces = {
  core: 'urn:oasis:names:tc:xliff:document:2.0',
  metadata: 'urn:oasis:names:tc:xliff:metadata:2.0',
  egiz: 'urn:egiz:annotation:1',
} as const;
