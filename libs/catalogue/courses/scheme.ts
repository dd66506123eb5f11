import { type Refusal, refuse, text } from '#kernel';
import type { CourseFacts } from '#regulations';
import type { AssignmentPart } from '../parts.ts';
import type { SchemeItem } from './course.ts';

export const schemeOf = (parts: readonly AssignmentPart[] = []): SchemeItem[] =>
  parts.map(({ id, kind = 'assignment', weight, dueDay, compulsory = false }) => ({
    id,
    kind,
    weight,
    dueDay,
    compulsory,
  }));

/**
 * Why a scheme of assessed work cannot be meant: an item stands in it twice, a graded course weighs none of its
 * work, or a course without an examination has one. Coursework alone may weigh nothing where an examination decides, and work of a course that is only passed or
 * failed may be required without a weight. Weights need not come to 100: real schemes have two examinations of 100.
 */
export function unfitScheme(
  items: readonly SchemeItem[],
  { passFail, examination }: Pick<CourseFacts, 'passFail' | 'examination'>,
): Refusal | undefined {
  const twice = items.find((item, index) => items.findIndex((other) => other.id === item.id) !== index);
  if (twice)
    return refuse('assignment-twice', text(`The scheme names ${twice.id} twice.`, `評核項目 ${twice.id} 重複。`));
  if (items.length > 0 && !passFail && items.every(({ weight }) => weight === 0))
    return refuse(
      'weights-all-zero',
      text('No item of the scheme weighs anything in the result.', '所有評核項目的比重皆為零。'),
    );
  const sitting = examination ? undefined : items.find(({ kind }) => kind === 'examination');
  if (sitting)
    return refuse(
      'examined-without-examination',
      text(
        `The course ends without an examination, and ${sitting.id} is one.`,
        `該學科不設考試，評核項目 ${sitting.id} 卻屬考試。`,
      ),
    );
  return undefined;
}
