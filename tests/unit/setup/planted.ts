// A temporary copy of the project's layout into which a test plants one file, to see what the checks say of it.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');
const configuration = ['.oxlintrc.json', 'package.json', 'tsconfig.base.json', 'tsconfig.json'];
const layers = ['src-core', 'src-main', 'src-renderer'];

/** The layout with the project's own configuration and no sources. Disposing it removes the folder. */
export interface Planted extends Disposable {
  folder: string;
  /** Writes a file; `path` is relative to the layout. */
  plant(path: string, source: string): void;
  /** What oxlint reports, a line `path: rule: message` for each. */
  lint(): string[];
  /** What `tsc -b` prints for one layer; empty when the layer compiles. */
  compile(layer: string): string;
}

/** Makes an empty layout in the system's temporary folder. */
export function emptyLayout(): Planted {
  const folder = mkdtempSync(join(tmpdir(), 'egiz-layout-'));
  for (const file of configuration) cpSync(join(root, file), join(folder, file));
  for (const layer of layers) cpSync(join(root, layer, 'tsconfig.json'), join(folder, layer, 'tsconfig.json'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const plant = (path: string, source: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), source);
  };
  return {
    folder,
    plant,
    lint: () => lint(folder),
    compile: (layer) => run(folder, 'typescript/bin/tsc', ['-b', layer, '--pretty', 'false']).stdout,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

interface Report {
  diagnostics: { filename: string; code?: string; message: string; help?: string }[];
}

function lint(folder: string): string[] {
  const { stdout, stderr } = run(folder, 'oxlint/bin/oxlint', ['--format', 'json']);
  if (!stdout.trimStart().startsWith('{')) throw new Error(`oxlint gave no report: ${stdout}${stderr}`);
  const report = JSON.parse(stdout) as Report;
  return report.diagnostics.map(({ filename, code, message, help }) =>
    [filename.replaceAll('\\', '/'), code ?? 'error', help ?? message].join(': '),
  );
}

function run(folder: string, tool: string, options: string[]): { stdout: string; stderr: string } {
  const script = join(root, 'node_modules', tool);
  const { stdout, stderr, error } = spawnSync(process.execPath, [script, ...options], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (error !== undefined) throw error;
  return { stdout, stderr };
}
