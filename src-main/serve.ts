#!/usr/bin/env node
// The loopback host on its own: `node src-main/serve.ts [--library DIR] [--port N]`.
import { runInTerminal } from '#main/commands/run.ts';
import { serve } from '#main/commands/serve.ts';

await runInTerminal(serve, process.argv.slice(2));
