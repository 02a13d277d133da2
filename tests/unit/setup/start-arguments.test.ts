import { expect, test } from 'vitest';
import { readArguments } from '../../../scripts/start/arguments.mjs';

test('without options, everything is left to the machine', () => {
  expect(readArguments([])).toEqual({ help: false, host: null, library: null, port: null });
});

test('every option is read, in both spellings', () => {
  const asked = { help: false, host: 'none', library: '/books', port: 4000 };
  expect(readArguments(['--host', 'none', '--library', '/books', '--port', '4000'])).toEqual(asked);
  expect(readArguments(['--host=none', '--library=/books', '--port=4000'])).toEqual(asked);
});

test('help is asked for by --help and by -h', () => {
  expect(readArguments(['--help'])).toMatchObject({ help: true });
  expect(readArguments(['-h'])).toMatchObject({ help: true });
});

const slips: [options: string[], named: string][] = [
  [['--foo'], "'--foo'"],
  [['books'], "'books'"],
  [['--host', 'firefox'], '"firefox"'],
  [['--host'], "'--host <value>'"],
  [['--port', '0'], '"0"'],
  [['--port', '65536'], '"65536"'],
  [['--port', '8o80'], '"8o80"'],
  [['--port=-1'], '"-1"'],
  [['--library='], '--library needs a folder'],
  [['--host', 'electron', '--port', '4000'], 'Electron has no port'],
];

test.for(slips)('%j is answered by one line that names it', ([options, named]) => {
  const asked = readArguments(options);
  const wrong = 'wrong' in asked ? asked.wrong : '';
  expect(wrong).toContain(named);
  expect(wrong).toContain('npm start -- --help');
  expect(wrong).not.toContain('\n');
});
