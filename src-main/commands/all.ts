import type { TerminalCommand } from './command.ts';
import { serve } from './serve.ts';

/** Every command of `egiz`, in the order of its help. */
export const commands: readonly TerminalCommand[] = [serve];
