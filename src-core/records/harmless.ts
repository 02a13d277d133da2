/** Levels of objects and lists in what comes from outside. A record of ours has six. */
const mostNesting = 100;

/**
 * What in a value that was read from JSON could harm code that copies fields by name or walks records by recursion: a field
 * `__proto__`, or more nesting than it could walk. `null` where there is nothing.
 */
export function harmIn(value: unknown): '__proto__' | 'nesting' | null {
  const waiting: [value: unknown, depth: number][] = [[value, 1]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [inner, depth] = next;
    if (typeof inner !== 'object' || inner === null) continue;
    if (depth > mostNesting) return 'nesting';
    if (Object.hasOwn(inner, '__proto__')) return '__proto__';
    for (const one of Object.values(inner)) waiting.push([one, depth + 1]);
  }
  return null;
}
