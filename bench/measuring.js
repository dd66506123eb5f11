/** @typedef {() => Promise<number>} Contestant One run; resolves to what was done in a second. */

/** The middle value; of an even number of values the mean of the two in the middle. @param {number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Times some work. @param {number} count how many things the work does
 * @param {() => unknown} work @returns {Promise<number>} things a second
 */
export async function rate(count, work) {
  const started = performance.now();
  await work();
  return (count * 1000) / (performance.now() - started);
}

/**
 * Runs the contestants in turn, round after round, each round beginning with another of them, so that whatever else
 * the machine does meets all of them alike. A first round warms up and is not counted.
 *
 * @param {{ rounds: number, tell: (line: string) => void }} how
 * @param {Record<string, Contestant | null>} contestants null: does not take part
 * @returns {Promise<Record<string, { median: number | null, runs: number[] }>>}
 */
export async function interleaved({ rounds, tell }, contestants) {
  const taking = Object.entries(contestants).filter(([, run]) => run !== null);
  const results = Object.fromEntries(Object.keys(contestants).map((name) => [name, { median: null, runs: [] }]));
  for (let round = 0; round <= rounds; round++) {
    const first = round % taking.length;
    for (const [name, run] of [...taking.slice(first), ...taking.slice(0, first)]) {
      const done = await run();
      if (round > 0) results[name].runs.push(done);
    }
    tell(round === 0 ? 'warmed up' : `round ${round} of ${rounds}`);
  }
  for (const [name] of taking) results[name].median = median(results[name].runs);
  return results;
}

/**
 * The figures of a case as they are reported.
 *
 * @param {Record<string, { median: number | null, runs: number[] }>} results
 */
export function figures({ ours, bare, peer }) {
  const ratio = (other) => (other?.median ? ours.median / other.median : null);
  return {
    ours: ours.median,
    bare: bare.median,
    peer: peer?.median ?? null,
    ratioToBare: ratio(bare),
    ratioToPeer: ratio(peer),
    runs: { ours: ours.runs, bare: bare.runs, peer: peer?.runs.length ? peer.runs : null },
  };
}
