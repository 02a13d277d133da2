#!/usr/bin/env node
// The loopback host on its own: `node src-main/serve.ts [--library DIR] [--port N]`.
import { ownProgram } from '#main/host/folders.ts';
import { runInTerminal } from '#main/commands/run.ts';
import { serveCommand } from '#main/commands/serve.ts';

await runInTerminal(serveCommand(ownProgram), process.argv.slice(2));
