/** The part of a BCP 47 tag that says which language it is, in small letters: `kk` of `kk-Arab`. */
export function primaryTag(tag: string): string {
  const end = tag.indexOf('-');
  return (end === -1 ? tag : tag.slice(0, end)).toLowerCase();
}
