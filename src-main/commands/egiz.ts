import { ownProgram } from '#main/host/folders.ts';
import { commands } from './all.ts';
import type { TerminalCommand } from './command.ts';

/** `egiz` itself: gives the word after it to the command of that name. */
export const egiz: TerminalCommand = {
  name: 'egiz',
  summary: 'read a text beside its translation',
  help: [
    'Usage: egiz COMMAND [options]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`),
    '',
    '  egiz COMMAND --help  what a command takes',
    '  egiz --version       which Egiz this is',
  ].join('\n'),
  async run([name, ...rest], output, stop) {
    if (name === '--help' || name === '-h') {
      output.line(this.help);
      return 0;
    }
    if (name === '--version') {
      output.line(`Egiz ${ownProgram().version}`);
      return 0;
    }
    const command = commands.find((one) => one.name === name);
    if (command !== undefined) return command.run(rest, output, stop);
    output.complaint(name === undefined ? this.help : `Egiz: there is no command ${name}. See: egiz --help`);
    return 2;
  },
};
