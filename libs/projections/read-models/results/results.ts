import type { RecordedEvent } from '#kernel';
import type { Attempt, ResultFile, Standing } from '#regulations';
import type { RecordAt } from '#student-record';
import { attemptKey, type Publication, type RecordEvent, resultsOutOn, resultTerm } from '#student-record';
import { shown } from '../shown.ts';
import type { GradeOnRecord, ResultsDocument, ShownAmendment, ShownResult } from './results-document.ts';

/**
 * The results of a student and where each stands on a day. When they are published stands in the calendar, so it is no
 * view of the record alone: it is worked out when it is asked, from the events that the record was folded from. Pure.
 */
export function resultsOf(
  { student, record, programmes }: RecordAt,
  events: readonly RecordedEvent[],
  publication: Publication,
): ResultsDocument {
  const standings = new Map(programmes.flatMap(({ figures }) => figures.attempts.map((one) => [one.attempt, one])));
  const grades = events.filter(({ type }) => type === 'GradeRecorded' || type === 'GradeCorrected');
  const results = record.attempts.flatMap((attempt): ShownResult[] => {
    const key = attemptKey(attempt.course.code, attempt.term.code);
    const recommendation = record.results.recommendations.findLast((one) => one.attempt === key);
    if (attempt.grade === undefined && !recommendation) return [];
    const gradedTerm =
      attempt.grade === undefined ? (recommendation?.gradedTerm ?? attempt.term.code) : resultTerm(attempt);
    const out = resultsOutOn(record, publication, attempt.programme, gradedTerm) ?? null;
    return [
      {
        programme: attempt.programme,
        course: attempt.course.code,
        title: attempt.course.title,
        term: attempt.term.code,
        gradedTerm,
        state: attempt.grade === undefined ? 'recommended' : out && out.on > publication.day ? 'approved' : 'published',
        grade: attempt.grade ?? null,
        ...(attempt.awarded === undefined ? {} : { awarded: attempt.awarded }),
        ...figuresOf(standings.get(attempt)),
        publication: out,
        ...deliberation(record.results, key),
        history: attempt.grade === undefined ? [] : grades.flatMap((event) => gradeOnRecord(event, attempt)),
        amendments: record.results.amendments.filter((one) => one.attempt === key).map(shownAmendment),
      },
    ];
  });
  return { student, on: publication.day, results };
}

const figuresOf = (standing: Standing | undefined): Pick<ShownResult, 'points' | 'creditsEarned'> => ({
  points: standing?.points ? shown(standing.points) : null,
  creditsEarned: standing?.creditsEarned ?? 0,
});

function deliberation(
  { recommendations, approvals }: ResultFile,
  key: string,
): Pick<ShownResult, 'recommendation' | 'approval'> {
  const last = recommendations.findLast(({ attempt }) => attempt === key);
  if (!last) return {};
  const approval = approvals.find((one) => one.attempt === key && one.recommendation === last.id);
  const { id, grade, statistics, by, on } = last;
  const recommendation = { id, grade, statistics, by, on, approved: approval !== undefined };
  if (!approval) return { recommendation };
  const { attempt: _attempt, recommendation: _recommendation, ...shownApproval } = approval;
  return { recommendation, approval: shownApproval };
}

function gradeOnRecord(event: RecordedEvent, { course, term }: Attempt): GradeOnRecord[] {
  const { type, data } = event as unknown as RecordEvent;
  if (type !== 'GradeRecorded' && type !== 'GradeCorrected') return [];
  if (data.course !== course.code || data.term !== term.code) return [];
  const { recordedAt, commandId: decision } = event.metadata;
  const corrected =
    type === 'GradeCorrected' ? { from: data.from, reason: data.reason, amendment: data.amendment } : {};
  const { grade, on, awarded } = data;
  return [{ grade, ...(awarded === undefined ? {} : { awarded }), on, recordedAt, decision, ...corrected }];
}

export const shownAmendment = ({
  id,
  from,
  to,
  reason,
  evidence,
  proposedBy,
  proposedOn,
  closed,
}: ShownAmendment): ShownAmendment => ({ id, from, to, reason, evidence, proposedBy, proposedOn, closed });
