import { type CivilDate, text } from '#kernel';
import type { Study } from '../facts.ts';
import type { Deadline, Figures } from '../pack.ts';
import type { ResearchRules, ResearchStanding } from '../rules/research.ts';
import { inOrder } from './deadlines.ts';
import { ownAttempts } from './figures.ts';
import type { Rule } from './parameters.ts';
import { researchAdmission, researchTerms } from './research-admission.ts';
import { researchAudit } from './research-audit.ts';
import { fileOf, passedOn, type ResearchLaw, startOf } from './research-law.ts';
import { interruption, leavesTaken, resumption } from './research-leave.ts';
import {
  daysLeft,
  isFirstTerm,
  missedYear,
  periodOf,
  researchDiscontinuation,
  researchExtension,
  stillMissed,
  termination,
  yearRegistration,
} from './research-period.ts';
import {
  thesisAmendment,
  thesisExamination,
  thesisNotice,
  thesisRegistration,
  thesisSubmission,
  windowOf,
} from './research-thesis.ts';
import { completedOn } from './research-thesis-state.ts';

/** What a regime says of research degrees. */
const research = (law: ResearchLaw): ResearchRules => ({
  ...researchTerms(law),
  admission: researchAdmission(law),
  year: yearRegistration(law),
  missedYear: missedYear(law),
  isFirstTerm: (term) => isFirstTerm(law, term),
  leave: interruption(law),
  resumption: resumption(law),
  termination: termination(law),
  thesisRegistration: thesisRegistration(law),
  thesisNotice: thesisNotice(law),
  thesisSubmission: thesisSubmission(law),
  thesisExamination: thesisExamination(law),
  thesisAmendment: thesisAmendment(law),
  standing: (study, day) => standing(law, study, day),
});

/** The rules of research degrees in a regime: what is asked about them alone, and what the rules for all students call on. */
export const researchRules = (law: ResearchLaw, figures: (study: Study) => Figures) => ({
  rules: research(law),
  discontinuation: researchDiscontinuation(law),
  extension: researchExtension(law),
  audit: researchAudit(law, figures),
});

/** How far research has come by a day. */
function standing(law: ResearchLaw, study: Study, day: CivilDate): ResearchStanding {
  const file = fileOf(study);
  const period = periodOf(law, study);
  const { thesis } = file;
  return {
    thesisLanguage: study.registration.research?.thesisLanguage ?? 'en',
    startsOn: startOf(study),
    period: { ...period, daysLeft: daysLeft(period, day) },
    plan: file.plans.at(-1) ?? { area: '', approvedOn: study.registration.admittedOn },
    conditions: file.conditions.map((condition) => {
      const fulfilledOn = condition.fulfilledOn ?? passedOn(law, study, condition);
      return fulfilledOn === undefined ? condition : { ...condition, fulfilledOn };
    }),
    years: file.years,
    missed: stillMissed(study),
    leaves: file.leaves,
    elsewhere: file.elsewhere,
    otherDegrees: file.otherDegrees,
    ...(thesis ? { thesis: { ...thesis, window: shownWindow(law, study), completedOn: completedOn(study) } } : {}),
  };
}

function shownWindow(law: ResearchLaw, study: Study) {
  const { also: _same, ...window } = windowOf(law, study, study.research?.thesis?.registeredOn ?? startOf(study));
  return window;
}

/** The days of research that concern a student: the window of the thesis until it is handed in, the end of a leave and of the longest period. */
export const researchDeadlines =
  (law: ResearchLaw) =>
  (study: Study): readonly Deadline[] => {
    if (completedOn(study)) return [];
    const { clause, lastDay } = periodOf(law, study);
    const { thesis, leaves } = fileOf(study);
    const end: Deadline = {
      kind: 'end-of-study-period',
      day: lastDay,
      clause,
      title: text('Last day of the longest period of study', '最長修業期限屆滿日'),
    };
    const resumed = leavesTaken(leaves).map(
      ({ from, until }): Deadline => ({
        kind: 'end-of-leave',
        day: until,
        item: from,
        clause: law.interruption,
        title: text('Study goes on after an interruption', '停學期滿，恢復學習'),
      }),
    );
    return [
      end,
      ...resumed,
      ...(thesis && thesis.submissions.length === 0 ? ofWindow(law, study, thesis.registeredOn) : []),
    ];
  };

function ofWindow(law: ResearchLaw, study: Study, registeredOn: CivilDate): Deadline[] {
  const { clause, opens, closes } = windowOf(law, study, registeredOn);
  return [
    {
      kind: 'thesis-opens',
      day: opens,
      clause,
      title: text('First day of handing in the thesis', '可遞交論文首日'),
    },
    {
      kind: 'thesis-closes',
      day: closes,
      clause,
      title: text('Last day of handing in the thesis', '遞交論文截止日'),
    },
  ];
}

/**
 * The days of courses with those of research. Nobody has to register for the courses of a term who does research: its
 * days are told where courses of it are taken.
 */
export const withResearch =
  (law: ResearchLaw, courses: Rule<{ readonly today: CivilDate }, readonly Deadline[]>): typeof courses =>
  (study, request) => {
    const taken = new Set(ownAttempts(study).map(({ term }) => term.code));
    const ofCourses = courses(study, request).filter(
      ({ kind, term }) => (kind !== 'registration' && kind !== 'course-change') || (term && taken.has(term)),
    );
    return inOrder([...ofCourses, ...researchDeadlines(law)(study)], request.today);
  };
