import type { ClauseId } from '#kernel';
import type { Attempt, Study } from '../facts.ts';
import type { Remark } from './demand.ts';
import { sameCourse } from './figures-same-course.ts';
import type { Scale } from './grades.ts';
import { attemptName, type Rule } from './parameters.ts';

/** A result that is given for an attempt. */
export interface AwardedGrade {
  readonly attempt: Attempt;
  readonly grade: string;
}

/** The grade that is recorded and counts, of the one that is awarded: that one, where a chapter says nothing else. */
export const recordedAsAwarded: Rule<AwardedGrade, string> = (_study, { grade }) => grade;

/**
 * The grade that is recorded and counts where a course is repeated after readmission: the lower of the awarded one and
 * that of the first time. [5cu/ug/2.5] [5cu/tpg/2.5]
 */
export const recordedNotAbove =
  (scale: Scale): Rule<AwardedGrade, string> =>
  (study, awarded) => {
    const earlier = earlierResult(scale, study, awarded.attempt)?.grade;
    const [given, cap] = [scale.get(awarded.grade)?.points, scale.get(earlier ?? '')?.points];
    return earlier !== undefined && given && cap && !cap.atLeast(given) ? earlier : awarded.grade;
  };

/** What the clause made of a grade. Nothing is refused by it: the lower of the two is recorded. */
export function repeatCap(clause: ClauseId, scale: Scale, study: Study, awarded: AwardedGrade): Remark[] {
  const { attempt, grade } = awarded;
  const first = earlierResult(scale, study, attempt);
  if (!first || !scale.get(first.grade ?? '')?.points || !scale.get(grade)?.points) return [];
  const recorded = recordedNotAbove(scale)(study, awarded);
  return [
    {
      clause,
      figures: { awarded: grade, recorded, earlierGrade: first.grade ?? null, earlierAttempt: attemptName(first) },
    },
  ];
}

/** The passed attempt from before the readmission of which this one is the repetition. */
function earlierResult(scale: Scale, { registration, attempts }: Study, attempt: Attempt): Attempt | undefined {
  const { admittedOn, programme } = registration;
  if (attempt.enrolledOn < admittedOn) return undefined;
  const name = sameCourse([attempt.course, ...attempts.map((other) => other.course)]);
  return attempts.find(
    (other) =>
      other.programme === programme.code &&
      other.enrolledOn < admittedOn &&
      name(other.course.code) === name(attempt.course.code) &&
      scale.get(other.grade ?? '')?.effect === 'passed',
  );
}
