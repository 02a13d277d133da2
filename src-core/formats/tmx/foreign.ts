import { z } from 'zod';

/** What a unit, a variant or the header of a TMX file says beyond what Egiz knows: it is written back as it was. */
const foreign = z.object({
  attributes: z.record(z.string(), z.string()).default({}),
  properties: z.array(z.object({ type: z.string(), language: z.string().optional(), text: z.string() })).default([]),
});
export type TmxForeign = z.infer<typeof foreign>;

const ofBead = foreign.extend({ source: foreign.optional(), target: foreign.optional() });
const bead = z.object({ tmx: ofBead });
const file = z.object({ tmx: z.object({ header: foreign }) });

/** What the bead's unit said; `null` for one of another origin, or that somebody changed into something else. */
export function foreignOfBead(value: unknown): z.infer<typeof ofBead> | null {
  if (value === undefined) return null;
  const read = bead.safeParse(value);
  return read.success ? read.data.tmx : null;
}

/** What the header of the file said that a text is from. */
export function foreignOfFile(value: unknown): TmxForeign | null {
  const read = file.safeParse(value);
  return read.success ? read.data.tmx.header : null;
}

const ofUnit = [
  'o-encoding',
  'datatype',
  'usagecount',
  'lastusagedate',
  'creationtool',
  'creationtoolversion',
  'creationdate',
  'creationid',
  'changedate',
  'segtype',
  'changeid',
  'o-tmf',
  'srclang',
];

/** Attributes that the DTD allows, beyond those that Egiz writes itself. A variant has those of its unit, but for two. */
export const allowed = {
  tu: ofUnit,
  tuv: ofUnit.filter((name) => name !== 'segtype' && name !== 'srclang'),
  header: ['creationdate', 'creationid', 'changedate', 'changeid', 'o-encoding'],
} as const satisfies Record<string, readonly string[]>;

/** The attributes of these names. */
export function only(
  attributes: Readonly<Record<string, string>>,
  names: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name): [string, string][] => {
      const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
