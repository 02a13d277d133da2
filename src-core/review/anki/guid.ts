/** The note type of a note, as its GUID has it. */
export type GuidKind = 'word' | 'cloze' | 'highlight';

const kinds: readonly GuidKind[] = ['word', 'cloze', 'highlight'];

/**
 * The GUID of the note that is made of a record: always the same, so that Anki updates the note when it is exported again,
 * and readable, so that it is known again when it comes back. `scope` is the work of a record that has one.
 */
export function guidOf(kind: GuidKind, id: string, scope: string | null = null): string {
  const parts = scope === null ? [id] : [scope, id];
  return ['egiz', kind, ...parts.map((part) => encodeURIComponent(part.toWellFormed()))].join(':');
}

/** The record that a GUID of ours was made of; `null` for one that another program made. */
export function readGuid(guid: string): { kind: GuidKind; id: string; scope: string | null } | null {
  const [egiz, kind, ...parts] = guid.split(':');
  const found = kinds.find((one) => one === kind);
  if (egiz !== 'egiz' || found === undefined || parts.length !== (found === 'highlight' ? 2 : 1)) return null;
  try {
    const decoded = parts.map((part) => decodeURIComponent(part));
    return { kind: found, id: decoded.at(-1) ?? '', scope: decoded.length === 2 ? (decoded[0] ?? '') : null };
  } catch {
    return null;
  }
}
