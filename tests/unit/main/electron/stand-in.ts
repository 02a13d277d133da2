import { EventEmitter } from 'node:events';
import { fullDefinition, readDefinitions, type Definition } from './definitions.ts';

const definitions = readDefinitions();

/** A call that the program made: `app.quit()` is `{on: 'App', method: 'quit', args: []}`. */
export interface Call {
  on: string;
  method: string;
  args: unknown[];
}

const listening = new Set([
  'on',
  'once',
  'off',
  'addListener',
  'removeListener',
  'emit',
  'listenerCount',
  'removeAllListeners',
]);

/**
 * An object that stands in for one of Electron's. It has only what Electron's own definitions give that type, and of it
 * only what `parts` implements; every call is recorded. Anything else throws, and so does an event that the type has not.
 */
export function standIn(type: string, parts: object, calls: Call[], side: 'members' | 'statics' = 'members'): object {
  const definition = fullDefinition(definitions, type);
  const defined = definition[side];
  for (const name of Object.keys(parts)) {
    if (!defined.has(name)) throw new Error(`Electron 45 has no ${type}.${name}, so a stand-in must not have it`);
  }
  const events = side === 'members' ? new DefinedEmitter(definition) : null;
  return new Proxy(events ?? {}, {
    get(target, name) {
      if (typeof name === 'symbol' || name === 'then') return undefined;
      if (events !== null && listening.has(name)) {
        return (Reflect.get(target, name) as (...args: unknown[]) => unknown).bind(target);
      }
      if (!defined.has(name)) throw new Error(`Electron 45 has no ${type}.${name}`);
      if (!(name in parts)) throw new Error(`the stand-in has no ${type}.${name} yet`);
      const part = (parts as Record<string, unknown>)[name];
      if (typeof part !== 'function') return part;
      return (...args: unknown[]): unknown => {
        calls.push({ on: type, method: name, args });
        return Reflect.apply(part, parts, args) as unknown;
      };
    },
    set(_target, name) {
      throw new Error(`nothing of Electron is set by assignment here, yet ${type}.${String(name)} was`);
    },
  });
}

/** An emitter that knows which events there are. */
class DefinedEmitter extends EventEmitter {
  readonly definition: Definition;

  constructor(definition: Definition) {
    super();
    this.definition = definition;
  }

  override on(event: string | symbol, listener: (...args: unknown[]) => void): this {
    return super.on(this.checked(event), listener);
  }

  override once(event: string | symbol, listener: (...args: unknown[]) => void): this {
    return super.once(this.checked(event), listener);
  }

  override emit(event: string | symbol, ...args: unknown[]): boolean {
    return super.emit(this.checked(event), ...args);
  }

  private checked(event: string | symbol): string | symbol {
    const { name, events } = this.definition;
    if (!events.has(String(event))) throw new Error(`Electron 45 has no event ${String(event)} on ${name}`);
    return event;
  }
}

/** What an `import … from 'electron'` may name, checked against Electron's definitions. */
export function moduleOf(
  exports: Record<string, { type: string; parts: object; construct?: (...args: never[]) => object }>,
  calls: Call[],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(exports).map(([name, { type, parts, construct }]) => {
      const found = definitions.exports.get(name);
      if (found?.type !== type) throw new Error(`Electron 45 exports no ${name} of type ${type}`);
      const made = standIn(type, parts, calls, found.side);
      if (construct === undefined) return [name, made];
      const constructible = new Proxy(function () {}, {
        construct: (_target, args) => construct(...(args as never[])),
        get: (_target, member) => Reflect.get(made, member) as unknown,
      });
      return [name, constructible];
    }),
  );
}
