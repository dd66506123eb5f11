import { sql } from 'kysely';
import type { Position } from '#kernel';
import { checkpointsOf } from '../read-database/checkpoints.ts';
import { generationsOf, type Versioned } from '../read-database/generations.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import { viewName } from '../read-database/tables.ts';

interface Answer {
  readonly student: string;
  readonly part: string;
  readonly revision: number;
}

/** What `attempt_count` says of all students, in one question. */
async function answersOf(db: ReadDatabase): Promise<Answer[]> {
  const { rows } = await sql<Answer>`
    select student, part, revision from ${sql.table(viewName('attempt_count', 1))} order by student, part`.execute(
    db.reader,
  );
  return rows;
}

/** Somebody who asks for all students over and over, and notes whatever should not be. */
export interface RestlessReader {
  /** Stops asking, and gives what was found: gaps, mixtures, answers that go back. */
  stop(): Promise<{ readonly asked: number; readonly faults: readonly string[] }>;
}

export function restlessReader(db: ReadDatabase, students: readonly string[]): RestlessReader {
  const faults: string[] = [];
  const seen = new Map<string, number>();
  let asked = 0;
  let going = true;

  const ask = async () => {
    const answers = await answersOf(db);
    asked++;
    for (const student of students) {
      const revisions = new Set(answers.flatMap((each) => (each.student === student ? [each.revision] : [])));
      const [revision] = revisions;
      if (revision === undefined) faults.push(`${student} is not there`);
      else if (revisions.size > 1) faults.push(`${student} is a mixture of ${[...revisions].join(', ')}`);
      else if (revision < (seen.get(student) ?? 0)) faults.push(`${student} went back to ${revision}`);
      seen.set(student, Math.max(seen.get(student) ?? 0, ...revisions));
    }
  };
  const asking = (async () => {
    while (going) {
      await ask().catch((error: Error) => faults.push(error.message));
      await new Promise(setImmediate);
    }
  })();
  return {
    async stop() {
      going = false;
      await asking;
      return { asked, faults };
    },
  };
}

/** `['1 previous', '2 live']` */
export const statesOf = async (db: ReadDatabase, of: Versioned): Promise<string[]> =>
  (await generationsOf(db.reader, [of])).map(({ generation, state }) => `${generation} ${state}`);

/** The positions of all generations of a projection, each partition of each, in one state of the database. */
export const positionsOf = (db: ReadDatabase, projection: Versioned): Promise<Record<string, Position[]>> =>
  db.snapshot(async (tx) => {
    const positions: Record<string, Position[]> = {};
    for (const { generation, state } of await generationsOf(tx, [projection]))
      positions[state] = [...(await checkpointsOf(tx, { projection, generation })).values()];
    return positions;
  });
