/** Something measured. */
export interface Bench {
  /** As it is asked for: `npm run bench -- open`. */
  name: string;
  /** What it measures, in a line. */
  about: string;
  /** What must be named behind it, as `DIR`; benches without it take nothing. */
  argument?: string;
  /** What is measured behind it where it is asked for by name. */
  followedBy?: Bench;
  /** Measures, and prints a line a figure: what, how much, and the ratio to a peer or a limit in the same run. */
  run: (print: (what: string, figure: string, ratio: string) => void, argument?: string) => Promise<void>;
}
