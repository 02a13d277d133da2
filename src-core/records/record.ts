import { z } from 'zod';

/**
 * What every record has. Schemas are loose: fields that this version does not know survive a round trip.
 *
 * `modified` is a hybrid logical clock's stamp (see `clock.ts`); it is set by the library when a change is stored, and is the
 * empty string on a record that has not been stored yet. A deleted record stays, with `deleted: true` (a tombstone), so
 * that no other copy brings it back.
 */
export const baseRecord = z.looseObject({
  id: z.string().min(1).max(200),
  modified: z.string().max(100),
  deleted: z.literal(true).optional(),
});

/** A text in several languages, by BCP 47 tag: `{kk: '…', en: '…'}`. */
export const localisedText = z.record(z.string(), z.string());
export type LocalisedText = z.infer<typeof localisedText>;

/** A BCP 47 language tag, as far as it is checked: `kk`, `en`, `kk-Arab`. */
export const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
