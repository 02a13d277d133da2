/** A language without its region, which tells nothing of how a text is read: `kk-KZ` is `kk`, `kk-Arab-CN` is `kk-Arab`. */
export function shortTag(tag: string): string {
  const [primary = 'und', ...more] = tag.split('-');
  return [primary.toLowerCase(), ...more.filter((part) => part.length !== 2 && !/^\d{3}$/u.test(part))].join('-');
}
