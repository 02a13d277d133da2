// The checks of `npm test`, each as a function that runs one and says what it found.
import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { runChild } from '../bootstrap/child.mjs';
import { ensureBrowser } from '../browser/install.ts';
import { ensureBuilt } from '../build/build.ts';
import { hasDisplay } from '../start/display.ts';
import { electronBinary } from '../start/electron-binary.ts';
import type { StepName } from './arguments.mjs';
import type { Outcome } from './outcome.ts';
import { playwrightOutcome, vitestOutcome } from './reports.ts';

/** With as many, all end-to-end tests take a few minutes. */
const enoughProcessors = 6;

const root = join(import.meta.dirname, '..', '..');
const reports = join(root, 'out', 'reports');

/** Tools that print into our pipe cannot see whether a person or a file reads it. */
const colours: NodeJS.ProcessEnv = process.stdout.isTTY
  ? { FORCE_COLOR: '1', NO_COLOR: undefined }
  : { NO_COLOR: '1', FORCE_COLOR: undefined };

/** Takes a line that a check prints. */
export type Print = (line: string) => void;
export type Check = (print: Print) => Promise<Outcome>;

/** Thrown by a check that ended because we were told to end. */
export class Interrupted extends Error {}

const passed: Outcome = { passed: 1, failed: 0, skipped: 0, note: null };
const failed: Outcome = { passed: 0, failed: 1, skipped: 0, note: null };

export const checks: Readonly<Record<StepName, Check>> = {
  types: tools(['typescript/bin/tsc', '-b']),
  lint: tools(['oxlint/bin/oxlint']),
  format: tools(['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']),
  unused: tools(['knip/bin/knip.js']),
  translations: tools(
    ['i18next-cli/dist/esm/cli.js', 'status', '--hide-translated'],
    ['i18next-cli/dist/esm/cli.js', 'status', '--unused'],
    ['i18next-cli/dist/esm/cli.js', 'lint', '--quiet'],
  ),
  build: async (print) => {
    try {
      await ensureBuilt();
      return passed;
    } catch (error) {
      print(error instanceof Error ? error.message : String(error));
      return failed;
    }
  },
  unit: async (print) => {
    const report = freshReport('unit.json');
    const options = [
      'run',
      '--allowOnly=false',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ];
    return vitestOutcome(report, await runTool(['vitest/vitest.mjs', ...options], print));
  },
  e2e: (print) => playwright('e2e', print),
  thorough: async (print) => {
    const isAsked = process.argv.slice(2).includes('thorough');
    if (!isAsked && availableParallelism() < enoughProcessors) {
      return notRun('it takes long on this machine; `npm test -- thorough` runs it');
    }
    return playwright('thorough', print);
  },
  electron: async (print) => {
    if (electronBinary() === null) return notRun("Electron's program is not here; `npm start` downloads it");
    if (!hasDisplay(process.platform, process.env)) return notRun('Electron needs a display');
    return playwright('electron', print);
  },
};

function notRun(note: string): Outcome {
  return { passed: 0, failed: 0, skipped: 1, note: `NOT RUN: ${note}` };
}

/** A check that passes when every one of some tools does. */
function tools(...commands: [tool: string, ...options: string[]][]): Check {
  return async (print) => {
    const codes: number[] = [];
    for (const command of commands) codes.push(await runTool(command, print));
    return codes.every((code) => code === 0) ? passed : failed;
  };
}

async function playwright(project: 'e2e' | 'thorough' | 'electron', print: Print): Promise<Outcome> {
  const browser = await ensureBrowser();
  const report = freshReport(`${project}.json`);
  const options = ['test', '--project', project, '--forbid-only', '--reporter=list,json'];
  const code = await runTool(['playwright/cli.js', ...options], print, {
    EGIZ_BROWSER: browser,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  return playwrightOutcome(report, code);
}

/** The path for a report, without the one of an earlier run. */
function freshReport(name: string): string {
  mkdirSync(reports, { recursive: true });
  rmSync(join(reports, name), { force: true });
  return join(reports, name);
}

/** Runs a tool out of node_modules on the project's Node. Answers its exit code. @throws Interrupted */
async function runTool(
  [tool, ...options]: [string, ...string[]],
  print: Print,
  env: NodeJS.ProcessEnv = {},
): Promise<number> {
  const script = join(root, 'node_modules', tool);
  const { code, told } = await runChild(process.execPath, [script, ...options], {
    cwd: root,
    env: { ...process.env, ...colours, ...env },
    onLine: print,
  });
  if (told) throw new Interrupted(`${tool} was interrupted`);
  return code;
}
