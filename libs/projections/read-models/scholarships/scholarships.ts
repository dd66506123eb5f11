import { packFor, type ScholarshipAward, type ScholarshipNomination } from '#regulations';
import type { RecordAt } from '#student-record';
import { recordView } from '../../record-view.ts';
import { amountOf } from '../shown.ts';
import type { ScholarshipsDocument, ShownNomination } from './scholarships-document.ts';

/** For what scholarships a student was nominated, and what came of it. Pure. */
export function scholarshipsOf({ student, record }: RecordAt): ScholarshipsDocument {
  return {
    student,
    nominations: record.nominations.map((nomination) => shownNomination(nomination, record.scholarships)),
    awarded: amountOf(record.scholarships.reduce((total, { cents }) => total + cents, 0)),
  };
}

export const scholarshipsView = recordView({
  name: 'scholarships',
  version: 1,
  view: (record) => [{ part: '', document: scholarshipsOf(record) }],
});

function shownNomination(nomination: ScholarshipNomination, awards: readonly ScholarshipAward[]): ShownNomination {
  const { scholarship, programme, academicYear, on, recommendedBy, grounds, criteriaMet } = nomination;
  const { code, title, kind, form, cents, regime } = scholarship;
  const { scholarship: rules } = packFor(regime);
  const award = awards.find((each) => each.scholarship === code && each.academicYear === academicYear);
  return {
    scholarship: code,
    title,
    kind,
    programme,
    academicYear,
    nominatedOn: on,
    recommendedBy,
    grounds,
    criteria: scholarship.criteria.map(({ id, requirement }) => ({ id, requirement, met: criteriaMet.includes(id) })),
    conditions: scholarship.conditions.map((condition) => ({
      ...condition,
      clause: rules.conditionClause(condition.kind),
    })),
    form,
    amount: amountOf(cents),
    outcome: award ? 'awarded' : 'nominated',
    award: award && { on: award.on, representative: award.representative },
    clause: rules.clause,
  };
}
