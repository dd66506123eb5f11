import { type ClauseId, text } from '#kernel';
import type { Attempt, Study } from '../facts.ts';
import type { EnrolmentRequest } from '../pack.ts';
import { isOff } from './deferral-periods.ts';
import { approvalBy, type Demand } from './demand.ts';
import { ownAttempts } from './figures.ts';
import { attemptName } from './parameters.ts';

/** One name for courses of the same content. */
export type Name = (code: string) => string;

/** Kinds of credit transfer that stand for a named course. */
export const FOR_A_COURSE: readonly string[] = ['specific', 'full-time-specific', 'full-time-exemption'];

/** A course that was put off is taken again in a term for which it is not. [5cu/dl/4.6] [3cu/dl/5.6] */
export function resumed(
  clause: ClauseId | undefined,
  study: Study,
  { course, term, today }: EnrolmentRequest,
  name: Name,
): Demand[] {
  if (!clause) return [];
  const deferred = study.attempts.findLast(
    ({ status, course: other }) => status === 'deferred' && name(other.code) === name(course.code),
  );
  const last = deferred?.deferrals?.at(-1);
  if (!deferred || !last) return [];
  const putOff = deferred.deferrals?.find((period) => isOff(period, term, today));
  const { from, until } = putOff ?? last;
  return [
    {
      clause,
      met: putOff === undefined,
      figures: { course: course.code, deferred: attemptName(deferred), from, until, addDropEnds: term.addDropEnds },
      note: text(
        `The course is deferred from ${from} to ${until}; the term begins before it is resumed.`,
        `該學科由 ${from} 起延期修讀，至 ${until} 恢復；該學期在恢復修讀之前開始。`,
      ),
      remedy: text(
        `Take it in a term in which courses can be added on or after ${until}.`,
        `在 ${until} 或之後仍可加選學科的學期修讀。`,
      ),
    },
  ];
}

/** Who comes back goes on with what was put off: beside it, or once it has been taken up, other courses are taken. [5cu/dl/4.6] [3cu/dl/5.6] */
export function continued(
  clause: ClauseId | undefined,
  study: Study,
  { course, term, approvals }: EnrolmentRequest,
  name: Name,
): Demand[] {
  const isPutOff = ({ status, course: of }: Attempt) => status === 'deferred' && name(of.code) === name(course.code);
  if (!clause || ownAttempts(study).some(isPutOff)) return [];
  const known = [
    name(course.code),
    ...study.transfers.flatMap((t) => (t.course && FOR_A_COURSE.includes(t.kind) ? [name(t.course.code)] : [])),
  ];
  const waiting = ownAttempts(study).filter((attempt, _index, own) => {
    const until = attempt.status === 'deferred' ? attempt.deferrals?.at(-1)?.until : undefined;
    const code = name(attempt.course.code);
    const takenUp = known.includes(code) || own.findLast((other) => name(other.course.code) === code) !== attempt;
    return until !== undefined && until <= term.addDropEnds && !takenUp;
  });
  const names = waiting.map(attemptName).join(' ');
  const codes = waiting.map((attempt) => attempt.course.code).join(', ');
  if (waiting.length === 0) return [];
  return [
    {
      clause,
      met: false,
      figures: { course: course.code, term: term.code, deferred: names },
      approval: approvalBy(approvals, 'school'),
      note: text(
        `Study goes on with what was deferred: ${codes} has not been taken up again.`,
        `復課時須繼續修讀已延期的學科：${codes} 尚未恢復修讀。`,
      ),
      remedy: text(
        `Enrol in ${codes} first, or obtain the approval of the School where it is not offered.`,
        `先選修 ${codes}；如該學期沒有開辦，須取得學院批准。`,
      ),
    },
  ];
}
