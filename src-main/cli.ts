#!/usr/bin/env node
import { egiz } from '#main/commands/egiz.ts';
import { runInTerminal } from '#main/commands/run.ts';
import { answerAlignTask } from '#main/jobs/align.ts';

if (!answerAlignTask()) await runInTerminal(egiz, process.argv.slice(2));
