import type { CivilDate, Ruling } from '#kernel';
import type { Study } from '../facts.ts';
import type { AwardAudit, Deadline, GradingRequest } from '../pack.ts';
import type { CourseworkRules } from '../rules/coursework.ts';
import type { ExaminationRules } from '../rules/examination.ts';
import type { RegistrationRules } from '../rules/registration.ts';
import { absence } from './examination-absence.ts';
import { examinationDeadlines } from './examination-deadlines.ts';
import { deferral } from './examination-deferred.ts';
import { exemptionDecision } from './examination-exempted.ts';
import { exemption } from './examination-exemption.ts';
import { examinationGrading } from './examination-grading.ts';
import type { ExaminationLaw } from './examination-law.ts';
import { resit, resitDeferral } from './examination-resit.ts';
import { countOf, sitting } from './examination-sittings.ts';
import type { Scale } from './grades.ts';
import { type ByChapter, eachChapter, ofChapter, type Rule } from './parameters.ts';
import { goesOnAs } from './registration-status.ts';

/** What the pack says of examinations, and what it needs of them elsewhere. */
export interface Examinations extends ExaminationRules {
  /** What examinations say of a grade. */
  readonly grading: Rule<GradingRequest, Ruling>;
  /** Days on which, or by which, something about examinations is to be done. */
  readonly deadlines: Rule<{ readonly today: CivilDate }, readonly Deadline[]>;
}

export interface ExaminationSurroundings {
  readonly scale: Scale;
  readonly status: RegistrationRules['status'];
  readonly audit: (study: Study) => AwardAudit;
  readonly attendance: CourseworkRules['attendance'];
}

/** What a regime says of examinations, by chapter. */
export function examinations(
  laws: ByChapter<ExaminationLaw>,
  { scale, status, audit, attendance }: ExaminationSurroundings,
): Examinations {
  const goesOn = (study: Study, day: CivilDate): boolean => {
    const { status: stands } = status(study, day);
    return goesOnAs(stands) || stands === 'completed';
  };
  const passes = (grade: string): boolean => scale.get(grade)?.effect === 'passed';
  const rules = eachChapter(laws, (law): Examinations => {
    const count = countOf(law);
    return {
      sitting: sitting(law, goesOn),
      count,
      absence: absence(law),
      deferral: deferral(law, attendance),
      exemption: exemption(law),
      exemptionDecision: exemptionDecision(law, audit),
      resit: resit(law, goesOn),
      resitDeferral: resitDeferral(law),
      grading: examinationGrading(law, passes, count),
      deadlines: examinationDeadlines(law),
      clauses: () => ({
        sitting: law.entitled[0],
        counts: law.sittings.counts,
        absence: {
          health: law.absence.certificate,
          other: law.absence.other.clause,
          resits: law.absence.exceptional,
        },
        exemption: law.exemption.clause,
        exemptionGrade: law.exemption.grade,
        ...(law.resit ? { resit: law.resit.granted } : {}),
      }),
    };
  });
  const of = ({ registration }: Study): Examinations => ofChapter(rules, registration.programme);
  return {
    sitting: (study, request) => of(study).sitting(study, request),
    count: (study, attempt) => of(study).count(study, attempt),
    absence: (study, request) => of(study).absence(study, request),
    deferral: (study, request) => of(study).deferral(study, request),
    exemption: (study, request) => of(study).exemption(study, request),
    exemptionDecision: (study, request) => of(study).exemptionDecision(study, request),
    resit: (study, request) => of(study).resit(study, request),
    resitDeferral: (study, request) => of(study).resitDeferral(study, request),
    grading: (study, request) => of(study).grading(study, request),
    deadlines: (study, request) => of(study).deadlines(study, request),
    clauses: (study) => of(study).clauses(study),
  };
}
