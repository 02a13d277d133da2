import type { Link } from './link.ts';

/** The links with their sides exchanged, as when the panes are swapped. */
export function swap(links: readonly Link[]): Link[] {
  return links.map(({ id, source, target, status, confidence }) => ({
    id,
    source: target,
    target: source,
    status,
    confidence,
  }));
}

/**
 * Links between two translations, through the original both are aligned with: paragraphs that any paragraph of the original
 * connects stand in one link. Both lists have the original as their source. Every paragraph of either translation stands in
 * exactly one link. A link is as sure as the least sure it came from. Rules C1 to C4 of `docs/spec/alignment.md`.
 */
export function compose(left: readonly Link[], right: readonly Link[]): Link[] {
  const groups = connect(left, right);
  const order = mergeOrders(
    [...new Set(left.map((link) => groups.get(link)))].flatMap((group) => group ?? []),
    [...new Set(right.map((link) => groups.get(link)))].flatMap((group) => group ?? []),
  );
  return order
    .map(({ left: from, right: to }): Link => {
      const links = [...from, ...to];
      return {
        id: links.map(({ id }) => id).join('+'),
        source: from.flatMap(({ target }) => target),
        target: to.flatMap(({ target }) => target),
        status: links.every(({ status }) => status === 'confirmed') ? 'confirmed' : 'auto',
        confidence: Math.min(...links.map(({ confidence }) => confidence)),
      };
    })
    .filter(({ source, target }) => source.length + target.length > 0);
}

/** Links of both lists that paragraphs of the original connect, each list in its order. */
interface Group {
  left: Link[];
  right: Link[];
}

function connect(left: readonly Link[], right: readonly Link[]): Map<Link, Group> {
  const byParagraph = new Map<string, Link[]>();
  for (const link of [...left, ...right]) {
    for (const id of link.source) {
      const links = byParagraph.get(id);
      if (links === undefined) byParagraph.set(id, [link]);
      else links.push(link);
    }
  }
  const groups = new Map<Link, Group>();
  for (const first of [...left, ...right]) {
    if (groups.has(first)) continue;
    const group: Group = { left: [], right: [] };
    const waiting = [first];
    groups.set(first, group);
    for (let link = waiting.pop(); link !== undefined; link = waiting.pop()) {
      for (const id of link.source) {
        for (const neighbour of byParagraph.get(id) ?? []) {
          if (groups.has(neighbour)) continue;
          groups.set(neighbour, group);
          waiting.push(neighbour);
        }
      }
    }
  }
  for (const links of [left, right]) takeIn(links, groups);
  for (const link of left) groups.get(link)?.left.push(link);
  for (const link of right) groups.get(link)?.right.push(link);
  return groups;
}

/**
 * Text without an original that stands between links of one group joins the group, which would else be torn apart on its
 * side.
 */
function takeIn(links: readonly Link[], groups: Map<Link, Group>): void {
  let before: Group | undefined;
  let additions: Link[] = [];
  for (const link of links) {
    if (link.source.length === 0) {
      additions.push(link);
      continue;
    }
    const after = groups.get(link);
    if (after !== undefined && after === before) for (const addition of additions) groups.set(addition, after);
    before = after;
    additions = [];
  }
}

/** Both orders in one: the left one's, and before each group of it what stands before that group on the right alone. */
function mergeOrders(left: readonly Group[], right: readonly Group[]): Group[] {
  const merged: Group[] = [];
  const placeOnRight = new Map(right.map((group, at) => [group, at]));
  let next = 0;
  const addAlone = (end: number): void => {
    for (; next < end; next++) {
      const group = right[next];
      if (group !== undefined && group.left.length === 0) merged.push(group);
    }
  };
  for (const group of left) {
    addAlone(placeOnRight.get(group) ?? next);
    merged.push(group);
  }
  addAlone(right.length);
  return merged;
}
