/** Paragraphs of an old text and those of the new one that stand for them, by their numbers. One list may be empty, not both. */
export interface ParagraphGroup {
  readonly old: readonly number[];
  readonly now: readonly number[];
}

type Pair = readonly [old: number, now: number];

/** Words in a row by which a paragraph is known again though others of its words changed. */
const shingle = 3;
/** Paragraphs that share at least so many of those are the same. */
const leastShared = 2;
/** How alike paragraphs must be, 0 to 1, to be the same one changed; and several to be one that was cut or put together. */
const alike = 0.35;
const alikeSeveral = 0.6;
/** So many paragraphs become one, or one so many, at most. */
const mostJoined = 4;
/** What a word without a counterpart takes away, beside one that has its own: else neighbours would be drawn in. */
const unlike = 0.4;
/** Between two paragraphs that are known, so many pairs are compared at most. */
const mostPairs = 250_000;
/** A paragraph that stands elsewhere now is known by its text alone, if it has so many code units. */
const leastMoved = 20;

/**
 * Finds for the paragraphs of a new version those of the old one: the same, changed, cut in two, put together, moved. First those
 * that are known for sure (by their whole text, or by words in a row that stand nowhere else), then by likeness between these.
 * In the order of the new text; old ones that are gone stand after what came before them.
 */
export function pairParagraphs(old: readonly string[], now: readonly string[]): ParagraphGroup[] {
  const before = old.map(wordsOf);
  const after = now.map(wordsOf);
  const groups: ParagraphGroup[] = [];
  let [fromOld, fromNow] = [0, 0];
  const sure = rising([...sameTexts(before, after), ...sharedShingles(before, after)]);
  for (const [at, to] of [...sure, [old.length, now.length] as const]) {
    for (const group of between(before, after, [fromOld, at], [fromNow, to])) groups.push(group);
    if (at < old.length) groups.push({ old: [at], now: [to] });
    [fromOld, fromNow] = [at + 1, to + 1];
  }
  return withMoved(groups, old, now);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Pairs of paragraphs with the same words, where they stand once in either text. */
function sameTexts(before: readonly (readonly string[])[], after: readonly (readonly string[])[]): Pair[] {
  const keys = (list: readonly (readonly string[])[]): string[] => list.map((words) => words.join(' '));
  return onceInBoth(keys(before), keys(after));
}

function onceInBoth(before: readonly string[], after: readonly string[]): Pair[] {
  const places = (list: readonly string[]): Map<string, number> => {
    const found = new Map<string, number>();
    list.forEach((key, at) => found.set(key, found.has(key) || key === '' ? -1 : at));
    return found;
  };
  const old = places(before);
  return [...places(after)].flatMap(([key, to]): Pair[] => {
    const at = old.get(key) ?? -1;
    return at === -1 || to === -1 ? [] : [[at, to]];
  });
}

/** Pairs of paragraphs that share most rows of words which stand in no others. */
function sharedShingles(before: readonly (readonly string[])[], after: readonly (readonly string[])[]): Pair[] {
  const rows = (list: readonly (readonly string[])[]): Map<string, number> => {
    const found = new Map<string, number>();
    list.forEach((words, paragraph) => {
      for (let at = 0; at + shingle <= words.length; at += 1) {
        const key = words.slice(at, at + shingle).join(' ');
        const known = found.get(key);
        found.set(key, known === undefined || known === paragraph ? paragraph : -1);
      }
    });
    return found;
  };
  const old = rows(before);
  const votes = new Map<string, { pair: Pair; count: number }>();
  for (const [key, to] of rows(after)) {
    const at = old.get(key) ?? -1;
    if (at === -1 || to === -1) continue;
    const name = `${String(at)} ${String(to)}`;
    const vote = votes.get(name) ?? { pair: [at, to], count: 0 };
    vote.count += 1;
    votes.set(name, vote);
  }
  const strongest = [...votes.values()]
    .filter(({ count }) => count >= leastShared)
    .toSorted((a, b) => b.count - a.count);
  const taken = { old: new Set<number>(), now: new Set<number>() };
  return strongest.flatMap(({ pair }): Pair[] => {
    if (taken.old.has(pair[0]) || taken.now.has(pair[1])) return [];
    taken.old.add(pair[0]);
    taken.now.add(pair[1]);
    // One that was cut or put together is left to be compared with its neighbours.
    const [from, to] = [before[pair[0]]?.length ?? 0, after[pair[1]]?.length ?? 0];
    return Math.min(from, to) < Math.max(from, to) * 0.7 ? [] : [pair];
  });
}

/** The longest list of pairs that rise on both sides. */
function rising(pairs: readonly Pair[]): Pair[] {
  const sorted = pairs.toSorted((a, b) => a[0] - b[0] || b[1] - a[1]);
  const ends: number[] = [];
  const previous: number[] = [];
  sorted.forEach(([, now], at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[ends[middle] ?? 0]?.[1] ?? 0) < now) low = middle + 1;
      else high = middle;
    }
    previous.push(low === 0 ? -1 : (ends[low - 1] ?? -1));
    ends[low] = at;
  });
  const chosen: Pair[] = [];
  for (let at = ends.at(-1) ?? -1; at !== -1; at = previous[at] ?? -1) {
    const pair = sorted[at];
    if (pair !== undefined) chosen.push(pair);
  }
  return chosen.toReversed();
}

/** The groups between two sure pairs: those of the greatest likeness in all. */
function between(
  before: readonly (readonly string[])[],
  after: readonly (readonly string[])[],
  [oldStart, oldEnd]: readonly [number, number],
  [nowStart, nowEnd]: readonly [number, number],
): ParagraphGroup[] {
  const height = oldEnd - oldStart;
  const width = nowEnd - nowStart;
  const alone = (): ParagraphGroup[] => [
    ...span(oldStart, oldEnd).map((at) => ({ old: [at], now: [] })),
    ...span(nowStart, nowEnd).map((at) => ({ old: [], now: [at] })),
  ];
  if (height === 0 || width === 0 || height * width > mostPairs) return alone();
  const best = new Float64Array((height + 1) * (width + 1));
  const step = new Int16Array(best.length);
  const cell = (i: number, j: number): number => i * (width + 1) + j;
  for (let i = height; i >= 0; i -= 1) {
    for (let j = width; j >= 0; j -= 1) {
      if (i === height && j === width) continue;
      let [value, move] = [-1, 0];
      const take = (m: number, n: number, gain: number): void => {
        const total = gain + (best[cell(i + m, j + n)] ?? 0);
        if (total > value) [value, move] = [total, m * 8 + n];
      };
      for (const [m, n] of steps) {
        if (i + m > height || j + n > width) continue;
        if (m === 0 || n === 0) take(m, n, 0);
        else {
          const left = before.slice(oldStart + i, oldStart + i + m).flat();
          const right = after.slice(nowStart + j, nowStart + j + n).flat();
          const like = likeness(left, right);
          const enough = m + n === 2 ? alike : alikeSeveral;
          if (like >= enough) take(m, n, (like - unlike * (1 - like)) * (left.length + right.length));
        }
      }
      best[cell(i, j)] = value;
      step[cell(i, j)] = move;
    }
  }
  const groups: ParagraphGroup[] = [];
  for (let [i, j] = [0, 0]; i < height || j < width;) {
    const move = step[cell(i, j)] ?? 0;
    const [m, n] = [move >> 3, move & 7];
    groups.push({ old: span(oldStart + i, oldStart + i + m), now: span(nowStart + j, nowStart + j + n) });
    [i, j] = [i + m, j + n];
  }
  return groups;
}

/** What a group may be: likelier ones first, because of several that are as good the first is taken. */
const steps: readonly Pair[] = [
  [1, 1],
  [1, 0],
  [0, 1],
  ...span(2, mostJoined + 1).flatMap((many): Pair[] => [
    [1, many],
    [many, 1],
  ]),
];

function span(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, at) => start + at);
}

/** The share of words that two texts have in common, 0 to 1. */
function likeness(before: readonly string[], after: readonly string[]): number {
  const all = before.length + after.length;
  if (all === 0) return 1;
  if (2 * Math.min(before.length, after.length) < alike * all) return 0;
  const counts = new Map<string, number>();
  for (const word of before) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of after) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    counts.set(word, left - 1);
    shared += 1;
  }
  return (2 * shared) / all;
}

/** The groups, with paragraphs that only stand elsewhere now put together. */
function withMoved(
  groups: readonly ParagraphGroup[],
  old: readonly string[],
  now: readonly string[],
): ParagraphGroup[] {
  const gone = groups.flatMap((group) => (group.now.length === 0 ? group.old : []));
  const come = groups.flatMap((group) => (group.old.length === 0 ? group.now : []));
  const long = (text: string | undefined): string => (text !== undefined && text.length >= leastMoved ? text : '');
  const pairs = onceInBoth(
    gone.map((at) => long(old[at])),
    come.map((at) => long(now[at])),
  );
  const from = new Map(pairs.map(([at, to]) => [come[to] ?? -1, gone[at] ?? -1]));
  const moved = new Set(from.values());
  return groups.flatMap((group): ParagraphGroup[] => {
    if (group.old.length === 0) {
      return group.now.map((at) => ({ old: from.has(at) ? [from.get(at) ?? -1] : [], now: [at] }));
    }
    if (group.now.length > 0) return [group];
    const left = group.old.filter((at) => !moved.has(at));
    return left.length === 0 ? [] : [{ old: left, now: [] }];
  });
}
