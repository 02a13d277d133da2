import type { Link } from './link.ts';

/**
 * Automatic beads less likely right than this are shown as unsure.
 *
 * Measured on the development data (2,979 beads of news and yearbooks in kk-en, kk-ru and de-fr, of which 7.9 % are wrong): 11 % of
 * the beads are below .8, and 49 % of the wrong ones are among these; a person who goes through them finds one that is wrong in 2.7.
 * Below .6 there are 4 % with 23 % of the wrong ones, below .9 16 % with 63 %, and the further up, the fewer of those shown are wrong.
 */
export const unsureBelow = 0.8;

/** Whether a person should look at a link first: it has both sides, nobody confirmed it, and it is not likely enough. */
export function isUnsure({ source, target, status, confidence }: Judged): boolean {
  return status !== 'confirmed' && source.length > 0 && target.length > 0 && confidence < unsureBelow;
}

interface Judged extends Pick<Link, 'status' | 'confidence'> {
  readonly source: readonly string[];
  readonly target: readonly string[];
}
