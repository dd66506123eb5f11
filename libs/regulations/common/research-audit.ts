import { type Finding, fails, holds, Rational, rule, text } from '#kernel';
import type { Study } from '../facts.ts';
import type { AwardAudit, Figures, RequirementCheck } from '../pack.ts';
import { ownAttempts } from './figures.ts';
import {
  type CourseworkOfAward,
  fileOf,
  outstanding,
  type ResearchAwardLaw,
  type ResearchLaw,
  researchAwardOf,
} from './research-law.ts';
import { completedOn, lastExamination } from './research-thesis-state.ts';

const asFinding = ({ clause, met, needed, have, outstanding: wanting, requirement }: RequirementCheck): Finding =>
  met ? holds(clause, { needed, have }) : fails(clause, wanting ?? requirement, { needed, have });

/**
 * What a research degree still wants, as far as the record holds it: the thesis, the conditions, the courses that the
 * programme prescribes and, for professional doctorates, credits of coursework with their average. Debts and the examiners’
 * criteria are not looked at. [5cu/pgdeg/7.1(b)] [5cu/pgdeg/8.1] [3cu/pgdeg/7.1(b)] [3cu/pgdeg/7.1(c)] [3cu/pgdeg/8.1]
 */
export const researchAudit =
  (law: ResearchLaw, figuresOf: (study: Study) => Figures) =>
  (study: Study): AwardAudit => {
    const of = law.award;
    const award = researchAwardOf(study);
    const requirements = [
      thesis(of, study),
      conditions(law, study),
      ...prescribed(law, of, study),
      ...coursework(of, study, figuresOf),
    ];
    const met = requirements.every((check) => check.met);
    return { award, met, requirements, ruling: rule(law.pack, requirements.map(asFinding)) };
  };

function thesis(of: ResearchAwardLaw, study: Study): RequirementCheck {
  const done = completedOn(study);
  const requirement = text('A thesis that has satisfied the examiners', '論文獲考試委員通過');
  return {
    clause: of.thesis[researchAwardOf(study)],
    requirement,
    met: done !== undefined,
    needed: 'pass',
    have: done ?? lastExamination(study)?.outcome ?? (fileOf(study).thesis ? 'registered' : 'none'),
    ...(done ? {} : { outstanding: text('The thesis is still to be completed.', '論文尚未完成。') }),
  };
}

function conditions(law: ResearchLaw, study: Study): RequirementCheck {
  const all = fileOf(study).conditions.length;
  const open = outstanding(law, study).map(({ id }) => id);
  return {
    clause: law.conditions,
    requirement: text('The conditions that the Research Degrees Committee imposed', '研究學位委員會所附加的條件'),
    met: open.length === 0,
    needed: String(all),
    have: String(all - open.length),
    ...(open.length > 0
      ? { outstanding: text(`Conditions outstanding: ${open.join(', ')}.`, `尚未符合的附加條件：${open.join('、')}。`) }
      : {}),
  };
}

function prescribed(law: ResearchLaw, of: ResearchAwardLaw, study: Study): RequirementCheck[] {
  const { courses } = study.registration.programme.requirements;
  if (courses.length === 0) return [];
  const passed = new Set(
    ownAttempts(study).flatMap(({ grade, course }) =>
      grade !== undefined && law.scale.get(grade)?.effect === 'passed' ? [course.code, ...course.equivalents] : [],
    ),
  );
  const open = courses.filter((code) => !passed.has(code));
  return [
    {
      clause: of.programme[researchAwardOf(study)],
      requirement: text('The courses that the programme prescribes', '課程的指定學科'),
      met: open.length === 0,
      needed: String(courses.length),
      have: String(courses.length - open.length),
      ...(open.length > 0
        ? { outstanding: text(`Still to be passed: ${open.join(', ')}.`, `尚須修畢：${open.join('、')}。`) }
        : {}),
    },
  ];
}

function coursework(of: ResearchAwardLaw, study: Study, figuresOf: (study: Study) => Figures): RequirementCheck[] {
  const asked = of.coursework[researchAwardOf(study)];
  if (!asked) return [];
  const { attempts, cgpa } = figuresOf(study);
  const earned = attempts.reduce(
    (sum, { attempt, creditsEarned }) => (attempt.course.level === asked.level ? sum + creditsEarned : sum),
    0,
  );
  const wanting = asked.credits - earned;
  return [
    {
      clause: asked.clause,
      requirement: text('Credits of coursework at postgraduate level', '深造程度學科的學分'),
      met: wanting <= 0,
      needed: String(asked.credits),
      have: String(earned),
      ...(wanting > 0
        ? { outstanding: text(`${wanting} credits are still to be earned.`, `尚欠 ${wanting} 學分。`) }
        : {}),
    },
    ...average(asked, cgpa.value),
  ];
}

function average({ clause, cgpa: least }: CourseworkOfAward, cgpa: Rational | null): RequirementCheck[] {
  if (least === undefined) return [];
  const met = cgpa?.atLeast(Rational.of(least)) ?? false;
  return [
    {
      clause,
      requirement: text('The cumulative average of the coursework', '學科的累積平均積點'),
      met,
      needed: least.toFixed(2),
      have: cgpa?.toFixed(2) ?? '–',
      ...(met
        ? {}
        : { outstanding: text(`A CGPA of ${least.toFixed(2)} is needed.`, `累積平均積點須達 ${least.toFixed(2)}。`) }),
    },
  ];
}
