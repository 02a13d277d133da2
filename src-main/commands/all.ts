import { ownProgram } from '#main/host/folders.ts';
import { alignInThread } from '#main/jobs/align-in-thread.ts';
import { alignCommand } from './align.ts';
import { checkCommand } from './check.ts';
import type { TerminalCommand } from './command.ts';
import { convertCommand } from './convert.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { matchCommand } from './match.ts';
import { scriptCommand } from './script.ts';
import { segmentCommand } from './segment.ts';
import { serveCommand } from './serve.ts';
import { worksCommand } from './works.ts';

/** Every command of `egiz`, in the order of its help. */
export const commands: readonly TerminalCommand[] = [
  serveCommand(ownProgram),
  worksCommand,
  importCommand,
  exportCommand,
  convertCommand,
  segmentCommand,
  matchCommand,
  scriptCommand,
  checkCommand,
  alignCommand(alignInThread),
];
