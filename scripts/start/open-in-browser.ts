import { spawn } from 'node:child_process';

/** The program that opens an address in the reader's browser, with its options; none of them is given to a shell. */
export function opener(platform: NodeJS.Platform, address: string): { command: string; options: string[] } {
  if (platform === 'darwin') return { command: 'open', options: [address] };
  if (platform === 'win32') return { command: 'rundll32', options: ['url.dll,FileProtocolHandler', address] };
  return { command: 'xdg-open', options: [address] };
}

/** Opens an address in the reader's browser, which stays when we end. Says so when it could not. */
export function openInBrowser(address: string): void {
  const { command, options } = opener(process.platform, address);
  const failed = (): void => {
    console.log('The browser could not be opened: open the address above in it.');
  };
  const child = spawn(command, options, { stdio: 'ignore', detached: true });
  child.on('error', failed);
  child.on('exit', (code) => {
    if (code !== 0 && code !== null) failed();
  });
  child.unref();
}
