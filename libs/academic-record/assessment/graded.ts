import type { CivilDate } from '#kernel';
import type { Attempt } from '#regulations';
import { attemptAt, evolve, type GradeRecorded, type RecordEvent, type StudentRecord } from '#student-record';
import type { Governed } from '../record-use-case.ts';
import { revisedStandings } from '../standing/revised-standings.ts';

/** The grade of a result as it is recorded and counts, and the one that was awarded where that is another. */
export function gradeToRecord(
  { pack, study, attempt }: Pick<Governed, 'pack' | 'study'> & { readonly attempt: Attempt },
  awarded: string,
): { readonly grade: string; readonly awarded?: string } {
  const grade = pack.recordedGrade(study, { attempt, grade: awarded });
  return grade === awarded ? { grade } : { grade, awarded };
}

/**
 * A result, and every published standing that it puts right: one that comes in when the standing of its term, or of a
 * later one, is published already. [5cu/ug/11.1] [3cu/ug/11.1] [3cu/tpg/10.1] [3cu/dl/4.1]
 */
export function withRevisedStandings(
  record: StudentRecord,
  recorded: GradeRecorded,
  today: CivilDate,
): readonly RecordEvent[] {
  const { course, term, gradedTerm } = recorded.data;
  const taken = attemptAt(record, course, term);
  const begins = gradedTerm === term ? taken?.term.teaching[0] : undefined;
  const isTooLate = record.standings.some(
    (standing) =>
      standing.programme === taken?.programme &&
      (standing.term.code === gradedTerm || (begins !== undefined && standing.term.teaching[0] > begins)),
  );
  if (!isTooLate) return [recorded];
  const reason = `the result of ${course} (${term}) was recorded after publication`;
  const revised = revisedStandings(evolve(record, recorded), { today, reason });
  return [recorded, ...revised.flatMap(({ events }) => events)];
}
