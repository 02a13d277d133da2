import type { AnyRecord } from './schema.ts';

/** A record that changed: the version that counted before (`null`: there was none) and the one that counts now. */
export interface Replaced {
  before: AnyRecord | null;
  after: AnyRecord;
}
