import type { Attempt } from '#regulations';
import type { Governed } from '../record-use-case.ts';

/** The grade of a result as it is recorded and counts, and the one that was awarded where that is another. */
export function gradeToRecord(
  { pack, study, attempt }: Pick<Governed, 'pack' | 'study'> & { readonly attempt: Attempt },
  awarded: string,
): { readonly grade: string; readonly awarded?: string } {
  const grade = pack.recordedGrade(study, { attempt, grade: awarded });
  return grade === awarded ? { grade } : { grade, awarded };
}
