// `npm start`: needs nothing but Node 18 and npm; installs, builds and opens Egiz. See start/arguments.mjs for its options.
import { checkNode } from './bootstrap/version.mjs';

if (checkNode(process.versions.node)) {
  const { readArguments, help } = await import('./start/arguments.mjs');
  const asked = readArguments(process.argv.slice(2));
  if ('wrong' in asked) {
    console.error(asked.wrong);
    process.exitCode = 2;
  } else if (asked.help) {
    console.log(help);
  } else {
    const { runScript } = await import('./bootstrap/run.mjs');
    await runScript('scripts/start/start.ts', process.argv.slice(2), { lasting: true });
  }
}
