import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** What Electron's own definitions say of a class or interface. */
export interface Definition {
  name: string;
  parent: string | null;
  members: Set<string>;
  statics: Set<string>;
  /** Names that `on(event: …)` takes. */
  events: Set<string>;
}

/** What `import … from 'electron'` gives under a name: an object of a type, or a class (its static side). */
export interface Export {
  type: string;
  side: 'members' | 'statics';
}

export interface Definitions {
  types: Map<string, Definition>;
  exports: Map<string, Export>;
}

/** Reads `electron.d.ts`, which is written by a generator and so has one form: a type at two spaces, its members at four. */
export function readDefinitions(): Definitions {
  const file = createRequire(import.meta.url).resolve('electron/electron.d.ts');
  const types = new Map<string, Definition>();
  const exports = new Map<string, Export>();
  let type: Definition | null = null;
  let inExports = false;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (/^ {2}namespace /.test(line)) inExports = line.startsWith('  namespace CrossProcessExports');
    const opened = /^ {2}(?:class|interface) (\w+)(?: extends ([\w.]+))? {/.exec(line);
    if (opened !== null) type = define(types, opened[1] ?? '', opened[2] ?? null);
    else if (line === '  }') type = null;
    else if (type !== null) addMember(type, line);
    else if (inExports) addExport(exports, line);
  }
  return { types, exports };
}

function define(types: Map<string, Definition>, name: string, parent: string | null): Definition {
  const known = types.get(name);
  if (known !== undefined) return known;
  const made = { name, parent, members: new Set<string>(), statics: new Set<string>(), events: new Set<string>() };
  types.set(name, made);
  return made;
}

function addMember(type: Definition, line: string): void {
  const member = /^ {4}(static )?(?:readonly )?(?:get )?(\w+)\??[(:<]/.exec(line);
  if (member?.[2] === undefined) return;
  const event = /^ {4}on\(event: '([\w-]+)'/.exec(line)?.[1];
  if (event !== undefined) type.events.add(event);
  (member[1] === undefined ? type.members : type.statics).add(member[2]);
}

function addExport(exports: Map<string, Export>, line: string): void {
  const found = /^ {4}(?:const (\w+): (typeof )?(\w+)|class (\w+) extends Electron\.(\w+))/.exec(line);
  if (found === null) return;
  const [, object, typeOf, objectType = '', className, classType = ''] = found;
  const side = typeOf === undefined ? 'members' : 'statics';
  if (object !== undefined) exports.set(object, { type: objectType, side });
  if (className !== undefined) exports.set(className, { type: classType, side: 'statics' });
}

/** Everything that a type has, its parents' included. */
export function fullDefinition(definitions: Definitions, name: string): Definition {
  const { types } = definitions;
  const own = types.get(name);
  if (own === undefined) throw new Error(`Electron defines no ${name}`);
  if (own.parent === null || !types.has(own.parent)) return own;
  const parent = fullDefinition(definitions, own.parent);
  return {
    ...own,
    members: new Set([...parent.members, ...own.members]),
    statics: new Set([...parent.statics, ...own.statics]),
    events: new Set([...parent.events, ...own.events]),
  };
}
