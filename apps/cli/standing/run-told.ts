import type { StandingRun } from '#academic-record';

const counted = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name.replace('>', ' to ')} ${count}`)
    .join(', ') || 'none';

/** What a standing run came to and where it stands, in lines for people. */
export function runTold({ run, question, summary, hash, signatures, state, counts, publishedOn }: StandingRun): string {
  const { term, on, position, yearEnd } = question;
  const { students, registrations, decided, changing, withResultsToCome, standings, changes, notApplicable } = summary;
  return [
    `${run}: ${state}; ${term.code}${yearEnd ? ', the last of its year' : ''}, looked at on ${on}, log up to ${position}`,
    `${students} students with ${registrations} registrations looked at, ${decided} decided: ${counted(standings)}`,
    `${changing} change: ${counted(changes)}`,
    `results to come for ${withResultsToCome}; no rule on standing for ${counted(notApplicable)}`,
    `report ${hash}`,
    ...signatures.map(({ by, on: day }) => `signed by ${by.role} ${by.id ?? ''} on ${day}`),
    ...(counts
      ? [
          `published on ${publishedOn}: ${counts.published} new, ${counts.revised} put right, ${counts.unchanged} as before, ${counts.terminated} ended`,
          `not published: ${counted(counts.refused)}`,
        ]
      : []),
  ].join('\n');
}
