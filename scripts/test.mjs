// `npm test`: needs nothing but Node 18 and npm; installs, then runs every check. See test/arguments.mjs for its options.
import { checkNode } from './bootstrap/version.mjs';

if (checkNode(process.versions.node)) {
  const { readSteps, help } = await import('./test/arguments.mjs');
  const asked = readSteps(process.argv.slice(2));
  if ('wrong' in asked) {
    console.error(asked.wrong);
    process.exitCode = 2;
  } else if (asked.help) {
    console.log(help);
  } else {
    const { runScript } = await import('./bootstrap/run.mjs');
    await runScript('scripts/test/test.ts', process.argv.slice(2));
  }
}
