// `node scripts/run.mjs FILE …`: runs one of the project's scripts from nothing, on the project's own Node.
import { checkNode } from './bootstrap/version.mjs';

const [script, ...options] = process.argv.slice(2);
if (script === undefined) {
  console.error('Usage: node scripts/run.mjs FILE [OPTION]…');
  process.exitCode = 2;
} else if (checkNode(process.versions.node)) {
  const { runScript } = await import('./bootstrap/run.mjs');
  await runScript(script, options);
}
