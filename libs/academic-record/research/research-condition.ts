import { IsConditionId, IsCourseCode, IsOneOf, IsReason } from '#commands';
import { type CivilDate, refuse, text } from '#kernel';
import type { ResearchCondition } from '#regulations';

/** Something that the Research Degrees Committee asks of one student. */
export class ConditionPart {
  @IsConditionId({ description: 'Its name on the record of the student.' })
  readonly id!: string;

  @IsOneOf(['course', 'test', 'other'], { description: 'A course to be passed, an oral or written test, or else.' })
  readonly kind!: ResearchCondition['kind'];

  @IsCourseCode({ description: 'The course; only of a course.', optional: true })
  readonly course?: string;

  @IsReason({ description: 'What is asked, in words.', optional: true })
  readonly words?: string;

  @IsOneOf(['before', 'during'], { description: 'Before study begins, or before the thesis is handed in.' })
  readonly when!: ResearchCondition['when'];
}

/** A condition as it is recorded on a day. */
export const imposed = ({ id, kind, course, words, when }: ConditionPart, imposedOn: CivilDate): ResearchCondition => ({
  id,
  kind,
  ...(course === undefined ? {} : { course }),
  ...(words === undefined ? {} : { words }),
  when,
  imposedOn,
});

/** Whether a condition names a course just when it is one. */
export const namesItsCourse = ({ kind, course }: ConditionPart): boolean =>
  (kind === 'course') === (course !== undefined);

export const courseNeeded = refuse(
  'condition-course',
  text('A condition names a course if, and only if, it is one.', '附加條件屬學科者，且只有此類條件，須註明學科。'),
);

export const sameCondition = refuse(
  'condition-taken',
  text('A condition of that name is on the record.', '紀錄中已有同名的附加條件。'),
);
