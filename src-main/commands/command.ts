/** What a command of the terminal writes to. */
export interface Output {
  /** A line for whoever reads the result. */
  line: (text: string) => void;
  /** A line for a person, about what went wrong. */
  complaint: (text: string) => void;
  /** How far it is, in place of what was said before; `null` when it is over. Only where a person looks on. */
  progress?: (text: string | null) => void;
}

/** A command of `egiz`: one file each in this folder. */
export interface TerminalCommand {
  name: string;
  /** One line for `egiz --help`. */
  summary: string;
  /** What `--help` of the command prints. */
  help: string;
  /**
   * Runs until it is done, or until `stop` says so.
   *
   * @returns the exit code: 0 done, 1 failed, 2 badly called
   */
  run(args: readonly string[], output: Output, stop: AbortSignal): Promise<number>;
}
