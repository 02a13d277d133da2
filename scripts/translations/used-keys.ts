// Finds the keys that the code uses other than by `t('key')`, for i18next-cli.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'i18next-cli';

type Visit = NonNullable<Plugin['onVisitNode']>;
type Add = Parameters<Visit>[1]['addKey'];

/** The parts of a node of SWC's syntax tree that matter here. */
interface Literal {
  type: string;
  value?: string;
  quasis?: readonly { raw: string }[];
}

interface Texts {
  [key: string]: string | Texts;
}

/**
 * A plugin that takes for used
 * - the key in every string that names its namespace (`'reader:undo.edit'`), wherever it stands: the name of a command, the
 *   label of a step of undo; so it must exist, like one in `t('…')`;
 * - all keys that begin like a template (`t(`gap.${side}`)`, `` `reader:command.${id}` ``): which of them are used, only the
 *   running program knows.
 *
 * @param folder the texts of one language, a file a namespace
 */
export function usedKeys(folder: string): Plugin {
  const keys = new Map<string, Set<string>>();
  return {
    name: 'used-keys',
    setup: () => {
      for (const file of readdirSync(folder)) {
        if (!file.endsWith('.json')) continue;
        const texts = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Texts;
        keys.set(basename(file, '.json'), new Set(flatten(texts, '')));
      }
    },
    onVisitNode: (node: Literal, { addKey }) => {
      if (node.type === 'StringLiteral') addNamed(node.value ?? '', keys, addKey);
      // What stands before the first `${`.
      if (node.type === 'TemplateLiteral') addBegun(node.quasis?.[0]?.raw ?? '', keys, addKey);
    },
  };
}

/** The keys of a tree of texts, their parts joined by dots. */
function flatten(texts: Texts, before: string): string[] {
  return Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string' ? [`${before}${name}`] : flatten(text, `${before}${name}.`),
  );
}

/** The end of a key that is one form of a plural: `deleted_one`. */
const plural = /_(?:zero|one|two|few|many|other)$/;

/** The namespace and the rest of a string that begins with a namespace. */
function split(text: string, keys: ReadonlyMap<string, unknown>): [namespace: string, rest: string] | null {
  const [, namespace = '', rest = ''] = /^([a-z]+):([\w.-]*)$/.exec(text) ?? [];
  return keys.has(namespace) ? [namespace, rest] : null;
}

function addNamed(text: string, keys: ReadonlyMap<string, ReadonlySet<string>>, addKey: Add): void {
  const found = split(text, keys);
  if (found === null || found[1] === '') return;
  const [ns, key] = found;
  const hasCount = keys.get(ns)?.has(`${key}_other`) === true;
  addKey({ key, ns, defaultValue: '', ...(hasCount ? { hasCount } : {}) });
}

function addBegun(text: string, keys: ReadonlyMap<string, ReadonlySet<string>>, addKey: Add): void {
  const found = split(text, keys);
  const start = found === null ? text : found[1];
  if (!/^[\w-]+\.[\w.-]*$/.test(start)) return;
  for (const ns of found === null ? keys.keys() : [found[0]]) {
    for (const key of keys.get(ns) ?? []) {
      if (key.startsWith(start)) {
        addKey({ key: key.replace(plural, ''), ns, defaultValue: '', hasCount: plural.test(key) });
      }
    }
  }
}
