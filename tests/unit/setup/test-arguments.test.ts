import { expect, test } from 'vitest';
import { readSteps, steps } from '../../../scripts/test/arguments.mjs';

test('without names, every check runs', () => {
  expect(readSteps([])).toEqual({ help: false, steps: Object.keys(steps) });
});

test('the named checks run, each once, in the order of the whole', () => {
  expect(readSteps(['e2e', 'lint', 'lint'])).toEqual({ help: false, steps: ['lint', 'e2e'] });
});

test('what is no check is named, with those that there are', () => {
  const asked = readSteps(['lint', 'speed']);
  expect('wrong' in asked ? asked.wrong : '').toMatch(/^"speed" is no check; .*types, lint/);
});

test('help is help, whatever else is said', () => {
  expect(readSteps(['lint', '--help'])).toMatchObject({ help: true });
});
