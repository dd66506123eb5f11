import type { Comparison, Difference, Parked, ProjectionsStatus, RebuildResult, Retried, Swapped } from '#projections';

/** What the commands about read models say to people. */

export function statusTold({
  head,
  projections,
  lagMilliseconds,
  followed,
  leases,
  parked,
}: ProjectionsStatus): string {
  const lag = lagMilliseconds === 0 ? 'all of it is shown' : `${(lagMilliseconds / 1_000).toFixed(1)} s behind`;
  return [
    `log at ${head}, ${lag}`,
    ...projections.flatMap(({ name, version, current, position, generations }) => [
      `${name} v${version}${current ? '' : ' (of another version of the program)'}  ${position ? `at ${position}` : 'not built yet'}`,
      ...generations.map((generation) => `  generation ${generationTold(generation)}`),
    ]),
    ...leases
      .filter(({ held }) => held)
      .map(({ name, owner, leftMilliseconds }) => `${name}: ${owner}, for ${Math.ceil(leftMilliseconds / 1_000)} s`),
    ...(followed ? [] : ['nobody follows the log']),
    ...(parked.length === 0 ? [] : [`${parked.length} streams are parked; see \`projections park list\``]),
  ].join('\n');
}

function generationTold(generation: ProjectionsStatus['projections'][number]['generations'][number]): string {
  const { generation: number, state, position, furthest, partitions, parked } = generation;
  const where = position === furthest ? `at ${position}` : `between ${position} and ${furthest}`;
  return [
    `${number}: ${state}`,
    ...(position === undefined ? [] : [`${partitions} ${partitions === 1 ? 'partition' : 'partitions'} ${where}`]),
    ...(parked === 0 ? [] : [`${parked} parked`]),
  ].join(', ');
}

export function rebuildTold(result: RebuildResult, eventsPerSecond: number): string {
  const { events, streams, fillMilliseconds, milliseconds, swapped, parked, comparison } = result;
  return [
    `${events} events of ${streams} records in ${seconds(fillMilliseconds)} (${eventsPerSecond} a second)`,
    ...(parked === 0 ? [] : [`${parked} streams could not be read and are parked; see \`projections park list\``]),
    ...(comparison ? [comparisonTold(comparison)] : ['nothing to compare with: this is the first generation']),
    swapped
      ? `live after ${seconds(milliseconds)}, the swap took ${swapTold(result)}`
      : 'NOT SWAPPED: the new generation waits; look at it, then `projections swap --accept-differences` or `projections drop`',
  ].join('\n');
}

/** `12 ms`; and at which try, where others were in the way. */
export const swapTold = ({ swapMilliseconds = 0, swapTries = 1 }: Partial<Swapped>): string =>
  `${swapMilliseconds.toFixed(0)} ms${swapTries > 1 ? `, at try ${swapTries}` : ''}`;

const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(1)} s`;

export const comparisonTold = ({ projections, differences }: Comparison): string =>
  [
    ...projections.map(
      ({ projection, version, position, checksum: live, rebuilt }) =>
        `${projection} v${version} at ${position}: ${live === rebuilt ? 'equal' : 'DIFFERENT'} (${live})`,
    ),
    ...differences.map(differenceTold),
  ].join('\n');

const differenceTold = ({ table, key, kind }: Difference): string => `  ${kind}: ${table} ${JSON.stringify(key)}`;

export const parkedTold = (parked: readonly Parked[]): string =>
  parked.length === 0
    ? 'nothing is parked'
    : parked
        .map(
          ({ projection, version, generation, stream, revision, position, error, attempts, waiting, parked_at }) =>
            `${projection} v${version} generation ${generation}: ${stream} at revision ${revision} (${position}), ` +
            `${waiting} more waiting, ${attempts} ${attempts === 1 ? 'try' : 'tries'}, since ${new Date(parked_at).toISOString()}\n  ${error}`,
        )
        .join('\n');

export const retriedTold = (retried: readonly Retried[]): string =>
  retried.length === 0
    ? 'nothing of that is parked'
    : retried
        .map(
          ({ projection, generation, stream, events, error }) =>
            `${projection} generation ${generation}: ${stream} ` +
            (error === undefined ? `goes on, ${events} events applied` : `STAYS PARKED: ${error}`),
        )
        .join('\n');
