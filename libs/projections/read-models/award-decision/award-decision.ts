import type { AwardAudit } from '#regulations';
import type { ProgrammeAt, RecordAt } from '#student-record';
import { recordView } from '../../record-view.ts';
import { namedClass, programmeName } from '../shown.ts';
import type { AwardClassification, AwardDecisionDocument } from './award-decision-document.ts';

/** The decision on the award of one programme. Pure. */
export function awardDecisionOf(student: string, { registration, pack, audit }: ProgrammeAt): AwardDecisionDocument {
  return {
    student,
    programme: programmeName(registration, pack),
    award: audit.award,
    met: audit.met,
    requirements: {
      met: audit.requirements.filter(({ met }) => met),
      outstanding: audit.requirements.filter(({ met }) => !met),
    },
    classification: audit.classification ? classificationOf(audit.classification) : null,
  };
}

export const awardDecision = recordView({
  name: 'award_decision',
  version: 2,
  view: ({ student, programmes }: RecordAt) =>
    programmes.map((programme) => ({
      part: programme.registration.programme.code,
      document: awardDecisionOf(student, programme),
    })),
});

function classificationOf(made: NonNullable<AwardAudit['classification']>): AwardClassification {
  const { average, rounded, clause, note, used } = made;
  return {
    average: average && rounded !== null ? { exact: average.toString(), display: rounded } : null,
    class: namedClass(made.class),
    clause,
    note,
    used: used.map(({ course, ...rest }) => ({ code: course, ...rest })),
  };
}
