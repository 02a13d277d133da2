import { ownProgram } from '#main/host/folders.ts';
import type { TerminalCommand } from './command.ts';
import { serveCommand } from './serve.ts';

/** Every command of `egiz`, in the order of its help. */
export const commands: readonly TerminalCommand[] = [serveCommand(ownProgram)];
