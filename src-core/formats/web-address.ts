/** Longest address that is kept, in UTF-16 code units: what browsers and servers commonly take. */
const longest = 2048;
/** What no address contains unless it is made to look like another: controls, marks of direction, lone surrogates, white space. */
const tricks = /[\p{Cc}\p{Cf}\p{Cs}\s]/u;

/**
 * The address of a link as it is kept, or `null` for one that is not: only `http` and `https` are, whatever way others are
 * written. Tabs and line ends inside count for nothing, as in a browser (WHATWG URL §4.4).
 */
export function webAddress(said: string): string | null {
  const address = said.replace(/[\t\n\r]/gu, '').trim();
  if (address.length > longest || !/^https?:\/\/[^/]/iu.test(address) || tricks.test(address)) return null;
  return address;
}
