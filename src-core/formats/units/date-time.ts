/** A date and time as records have it (ISO 8601, UTC), or `null` for what is none. */
export function dateTime(said: string | null | undefined): string | null {
  if (said === null || said === undefined) return null;
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/u.test(said) && !Number.isNaN(Date.parse(said))) return said;
  // With a zone, as W3C and TEI allow.
  const isZoned = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?[+-]\d\d:\d\d$/u.test(said);
  const at = isZoned ? Date.parse(said) : Number.NaN;
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
