import type { Link } from './link.ts';

/**
 * Automatic beads less likely right than this are shown as unsure.
 *
 * Measured on the development data (2,979 beads of news and yearbooks in kk-en, kk-ru and de-fr, of which 7.9 % are wrong): 10 % of
 * the beads are below .75, and 52 % of the wrong ones are among these; of those shown 41 % are wrong. Below .6 there are 3 % with 23 %
 * of the wrong ones, below .9 25 % with 77 %, and the further up, the fewer of those shown are wrong.
 */
export const unsureBelow = 0.75;

/** Whether a person should look at a link first: it has both sides, nobody confirmed it, and it is not likely enough. */
export function isUnsure({ source, target, status, confidence }: Judged): boolean {
  return status !== 'confirmed' && source.length > 0 && target.length > 0 && confidence < unsureBelow;
}

interface Judged extends Pick<Link, 'status' | 'confidence'> {
  readonly source: readonly string[];
  readonly target: readonly string[];
}
