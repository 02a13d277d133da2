// Which checks `npm test` runs. Runs on any Node from 18, so that a slip is named before anything is installed.

/** Every check by its name, in the order in which they run, with what it looks at. */
export const steps = /** @type {const} */ ({
  types: 'the TypeScript projects compile',
  lint: 'oxlint, with types, layers and cycles',
  format: 'prettier',
  unused: 'no unused files, exports or dependencies (knip)',
  translations: 'every text in Kazakh, English and Russian, none unused, none in the code (i18next-cli)',
  build: 'the product builds',
  unit: 'unit tests (vitest)',
  e2e: 'end-to-end tests in a real browser (playwright)',
  thorough: 'the other end-to-end tests, where there are six processors or more, or when asked for',
  electron: 'the same in Electron, where its program is there',
});

/** @typedef {keyof typeof steps} StepName */

const names = /** @type {StepName[]} */ (Object.keys(steps));

export const help = [
  'npm test                 runs every check',
  'npm test -- CHECK …      runs some of them:',
  '',
  ...names.map((name) => `  ${name.padEnd(14)} ${steps[name]}`),
].join('\n');

/**
 * Reads what stands after `npm test --`: names of checks; none means all.
 *
 * @param {readonly string[]} words
 * @returns {{ help: boolean, steps: StepName[] } | { wrong: string }} `wrong`: one line that names what is no check
 */
export function readSteps(words) {
  if (words.includes('--help') || words.includes('-h')) return { help: true, steps: [] };
  const unknown = words.find((word) => !names.some((name) => name === word));
  if (unknown !== undefined) return { wrong: `"${unknown}" is no check; there are ${names.join(', ')}.` };
  return { help: false, steps: names.filter((name) => words.length === 0 || words.includes(name)) };
}
