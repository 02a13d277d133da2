import type { Random } from '../random.ts';

/** Values that stand where another kind of value is expected. */
const values: readonly unknown[] = [
  null,
  true,
  '',
  0,
  -1,
  -0,
  1.5,
  2 ** 53,
  1e300,
  [],
  {},
  [[]],
  ['a', 'a'],
  'constructor',
  '../../x',
  'CON',
  'kk-x-y',
  '+275760-09-13T00:00:00.001Z',
  '9999-12-31T23:59:59.999Z',
  '0000-00-00',
  'javascript:globalThis.EVIL=1',
  '<img src=x onerror=globalThis.EVIL=1>',
  '\u202Etxt.exe',
  '\uD800',
  '\0',
  'ә'.repeat(3000),
];

const strings = values.filter((value) => typeof value === 'string');

type Node = Record<string, unknown> | unknown[];

/** JSON that is whole but says what it should not: fields exchanged, taken out, doubled, called otherwise, put into themselves. */
export function mutatedJson(text: string, source: Random): string {
  const root: unknown = JSON.parse(text);
  if (!isNode(root)) return text;
  for (let times = 1 + source.below(3); times > 0; times -= 1) change(root, source);
  const whole = JSON.stringify(root);
  // No object can be given this field but by its text.
  if (source.below(12) === 0) return whole.replace(/"[a-z]+":/u, () => '"__proto__":');
  return source.below(12) === 0 ? whole.replace(/:\d+/u, ':1e999') : whole;
}

function change(root: Node, source: Random): void {
  const nodes = nodesOf(root);
  const node = source.pick(nodes);
  const keys = Object.keys(node);
  if (keys.length === 0) return;
  const key = source.pick(keys);
  const value = get(node, key);
  const other = source.pick(nodes);
  // Mostly what fits by its kind, so that it is not refused at a glance: other records' ids, orders and numbers.
  if (source.below(3) > 0) {
    const alike = nodes.flatMap((one) => Object.values(one)).filter((one) => typeof one === typeof value);
    set(node, key, copy(source.pick(typeof value === 'string' ? [...alike, ...strings] : alike)));
    return;
  }
  switch (source.below(7)) {
    case 0:
      if (Array.isArray(node)) node.splice(Number(key), 1);
      else Reflect.deleteProperty(node, key);
      break;
    case 1:
      if (Array.isArray(node)) for (let times = source.below(5); times >= 0; times -= 1) node.push(copy(value));
      else node[source.pick(['constructor', 'toString', 'id', 'kind', 'modified', 'deleted'])] = copy(value);
      break;
    case 2:
      set(node, key, get(other, source.pick(['0', ...Object.keys(other)])) ?? null);
      break;
    case 3: {
      let deep: unknown = value;
      for (let depth = source.below(source.below(3) === 0 ? 300 : 4); depth >= 0; depth -= 1) deep = [deep];
      set(node, key, deep);
      break;
    }
    default:
      set(node, key, copy(source.pick(values)));
  }
}

function nodesOf(root: Node): Node[] {
  const found: Node[] = [];
  const waiting: unknown[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!isNode(next) || found.length > 2000) continue;
    found.push(next);
    waiting.push(...Object.values(next).filter(isNode));
  }
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function get(node: Node, key: string): unknown {
  return copy(Array.isArray(node) ? node[Number(key)] : node[key]);
}

function set(node: Node, key: string, value: unknown): void {
  if (Array.isArray(node)) node[Number(key)] = value;
  else node[key] = value;
}

/** So that nothing stands in two places, or in itself. */
function copy(value: unknown): unknown {
  return isNode(value) ? structuredClone(value) : value;
}
