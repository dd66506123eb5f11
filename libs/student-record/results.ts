import type { CivilDate } from '#kernel';
import type { DecisionToSettle, GradeAmendment, ResultFile, Settlement } from '#regulations';
import type { RecordEvent } from './events.ts';
import type { DecisionsToSettle } from './result-events.ts';

/** What surrounds the grades after an event. One that tells nothing of it leaves it as it is. */
export function resultsAfter(file: ResultFile, event: RecordEvent): ResultFile {
  switch (event.type) {
    case 'ResultRecommended': {
      const { course, term, ...recommendation } = event.data;
      const recommendations = [...file.recommendations, { attempt: `${course}@${term}`, ...recommendation }];
      return { ...file, recommendations };
    }
    case 'ResultApproved': {
      const { course, term, ...approval } = event.data;
      return { ...file, approvals: [...file.approvals, { attempt: `${course}@${term}`, ...approval }] };
    }
    case 'GradeAmendmentProposed': {
      const { course, term, grade: to, by: proposedBy, on: proposedOn, ...proposal } = event.data;
      const amendment = { attempt: `${course}@${term}`, to, proposedBy, proposedOn, ...proposal };
      return { ...file, amendments: [...file.amendments, amendment] };
    }
    case 'GradeAmendmentWithdrawn': {
      const { id, on, by, reason } = event.data;
      return closed(file, id, { as: 'withdrawn', on, by, reason });
    }
    case 'GradeCorrected': {
      const { amendment, on, by } = event.data;
      return amendment && by ? closed(file, amendment, { as: 'confirmed', on, by }) : file;
    }
    case 'DecisionsToSettle':
      return { ...file, settlements: listed(file.settlements, event.data) };
    case 'DecisionSettled': {
      const { decision, ...settlement } = event.data;
      return { ...file, settlements: settled(file.settlements, decision, settlement) };
    }
    default:
      return file;
  }
}

/** What is listed takes the place of what was listed of the same decision before and is not settled. */
function listed(
  before: readonly DecisionToSettle[],
  { course, term, on, cause, decisions }: DecisionsToSettle['data'],
): readonly DecisionToSettle[] {
  const earlier = decisions.reduce((file, { decision }) => settled(file, decision, { as: 'listed-anew', on }), before);
  const attempt = `${course}@${term}`;
  const anew = decisions.map((decision): DecisionToSettle => {
    const one = { ...decision, cause, attempt, listedOn: on };
    return decision.settledBy.length > 0 ? one : { ...one, settled: { as: 'derived', on } };
  });
  return [...earlier, ...anew];
}

const settled = (
  file: readonly DecisionToSettle[],
  decision: string,
  settlement: Settlement,
): readonly DecisionToSettle[] =>
  file.map((one) => (one.decision === decision && !one.settled ? { ...one, settled: settlement } : one));

const closed = (file: ResultFile, id: string, as: NonNullable<GradeAmendment['closed']>): ResultFile => ({
  ...file,
  amendments: file.amendments.map((amendment) =>
    amendment.id === id && !amendment.closed ? { ...amendment, closed: as } : amendment,
  ),
});

/** The days on which something of it was recorded. */
export const daysOfResults = ({
  recommendations,
  approvals,
  amendments,
  settlements,
}: ResultFile): readonly CivilDate[] => [
  ...recommendations.map(({ on }) => on),
  ...approvals.map(({ on }) => on),
  ...amendments.flatMap(({ proposedOn, closed: end }) => (end ? [proposedOn, end.on] : [proposedOn])),
  ...settlements.flatMap(({ settled: end }) => (end ? [end.on] : [])),
];
