/** The files of a book that is an archive, as a reader of a format sees them. Whoever opens it keeps its limits. */
export interface Archive {
  /** With `/` between folders. */
  readonly names: ReadonlySet<string>;
  /** The text of a file of the archive. @throws where there is none, or it is damaged or no text */
  text(name: string): Promise<string>;
}

/**
 * The name of a file of the archive that an address in another of its files leads to, without the part after `#`; `null` for
 * one that leads out of the archive. No file system is asked: a name is only ever compared with names.
 *
 * @param from the file in which the address stands
 */
export function resolved(from: string, address: string): string | null {
  const [path = ''] = address.split('#', 1);
  if (/^[a-z][a-z0-9+.-]*:|^\/\/|\\/iu.test(path)) return null;
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '' && part !== '.') parts.push(decoded(part));
  }
  return path === '' ? from : parts.join('/');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
