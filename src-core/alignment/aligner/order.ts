/** The order in which units are looked at: the free ones first, then those that only teach. */
export interface Order {
  readonly units: readonly number[];
  /** Where each unit is in `units`. */
  readonly place: Int32Array;
  readonly free: number;
}

/** Free are the units that no fixed bead has and, where `within` is given, that it names. */
export function orderOf(count: number, fixed: readonly number[], within: readonly number[] | undefined): Order {
  const isFixed = new Set(fixed);
  const isWithin = within === undefined ? null : new Set(within);
  const isFree = (unit: number): boolean => !isFixed.has(unit) && (isWithin === null || isWithin.has(unit));
  const all = Array.from({ length: count }, (_, unit) => unit);
  const free = all.filter(isFree);
  const units = [...free, ...all.filter((unit) => !isFree(unit))];
  const place = new Int32Array(count);
  units.forEach((unit, at) => {
    place[unit] = at;
  });
  return { units, place, free: free.length };
}
