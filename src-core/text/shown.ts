/** Longest text that a message repeats, in code units. */
const longest = 400;

/**
 * A text from a file as a message can repeat it: on one line, without controls, marks of direction and halves of surrogate
 * pairs, not endless.
 *
 * @param most code units
 */
export function shown(text: string, most = longest): string {
  const safe = text.slice(0, most).replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\uFFFD');
  return text.length > most ? `${safe}…` : safe;
}
