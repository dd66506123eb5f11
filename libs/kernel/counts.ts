/** How many there are, by name. */
export type Counts = Readonly<Record<string, number>>;

/** The sums of two counts by name, the names in order. */
export function addCounts(one: Counts, other: Counts): Counts {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  return Object.fromEntries(names.map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]));
}
