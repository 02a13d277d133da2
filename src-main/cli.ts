#!/usr/bin/env node
import { egiz } from '#main/commands/egiz.ts';
import { runInTerminal } from '#main/commands/run.ts';

await runInTerminal(egiz, process.argv.slice(2));
