import { type CivilDate, type Ruling, text } from '#kernel';
import type {
  NominationRequest,
  Recommendation,
  ScholarshipAwardRequest,
  ScholarshipFacts,
  ScholarshipRequest,
  ScholarshipRules,
} from '../facts/scholarship-facts.ts';
import type { Study } from '../facts.ts';
import type { StatusAt } from '../rules/registration.ts';
import { approvalBy, type Demand, type Remark, ruleOn } from './demand.ts';
import type { Rule } from './parameters.ts';
import { goesOnAs } from './registration-status.ts';
import { conditionClause, donorConditions, needCounts, programmesLeft } from './scholarship-conditions.ts';
import type { ScholarshipLaw } from './scholarship-law.ts';

/** The rules of a regime on scholarships. */
export const scholarships = (law: ScholarshipLaw, status: Rule<CivilDate, StatusAt>): ScholarshipRules => ({
  definition: (request) => ruleOn(law.pack, [...donorConditions(law, request), form(law, request)]),
  nomination: (study, request) =>
    ruleOn(law.pack, [
      student(law, study, status(study, request.today), { completed: false }),
      law.credits.demand(study, request),
      ...criteria(law, study, request),
      recommendation(law, request),
      ...open(law, study, request.scholarship),
      need(law, study, request),
    ]),
  award: (study, request) => award(law, study, status(study, request.today), request),
  clause: law.recommendation,
  conditionClause: (kind) => conditionClause(law, kind),
});

/** Cash or tuition fee of later courses, unless the University approves something else. */
function form(law: ScholarshipLaw, { scholarship, approvals, today }: ScholarshipRequest): Demand {
  const { clause, value } = law.forms.on(today);
  return {
    clause,
    met: value.includes(scholarship.form),
    figures: { form: scholarship.form, cents: scholarship.cents },
    approval: approvalBy(approvals, 'university'),
    note: text(
      'A scholarship is normally cash, or tuition fee of later courses.',
      '獎學金一般以現金或其後學科的學費形式頒發。',
    ),
    remedy: text(
      'Give cash or tuition fee, or obtain the approval of the University.',
      '以現金或學費形式頒發，或取得大學批准。',
    ),
  };
}

/** Scholarships are for students: their registration goes on. One who has completed since the nomination keeps it. */
function student(
  law: ScholarshipLaw,
  { registration }: Study,
  { status, since }: StatusAt,
  { completed }: { readonly completed: boolean },
): Demand {
  return {
    clause: law.credits.clause,
    met: goesOnAs(status) || (completed && status === 'completed'),
    figures: { programme: registration.programme.code, status, since },
    note: text(`The registration on the programme ended on ${since}.`, `學生在該課程的學籍已於 ${since} 終結。`),
  };
}

/** What the scholarship asks besides: its regulations and mode of study, and criteria that whoever recommends has looked at. */
function criteria(law: ScholarshipLaw, { registration }: Study, request: NominationRequest): Demand[] {
  const { scholarship, criteriaMet } = request;
  const { regime, mode } = registration.programme;
  const kept: Demand = {
    clause: law.criteria,
    met: scholarship.regime === regime && (scholarship.mode ?? mode) === mode,
    figures: { regime, mode, forRegime: scholarship.regime, forMode: scholarship.mode ?? null },
    note: text(
      'The scholarship is for students of other regulations or of another mode of study.',
      '此獎學金為另一學制或修讀模式的學生而設。',
    ),
  };
  return [
    kept,
    ...scholarship.criteria.map(
      ({ id, requirement }): Demand => ({
        clause: law.criteria,
        met: criteriaMet.includes(id),
        figures: { criterion: id, requirement },
        note: text(`Not stated as met: ${requirement}`, `未註明符合：${requirement}`),
        remedy: text(`State that ${id} is met, where it is.`, `如符合 ${id}，請註明。`),
      }),
    ),
  ];
}

/** A School or a committee has weighed results and achievements; need alone is neither. */
function recommendation(law: ScholarshipLaw, { recommendedBy, grounds }: Recommendation): Demand {
  return {
    clause: law.recommendation,
    met: grounds.some(({ ground }) => ground !== 'financial-need'),
    figures: { recommendedBy, grounds: grounds.map(({ ground }) => ground).join(' ') },
    note: text(
      'The recommendation weighs neither academic results nor other achievements.',
      '推薦未有評核學業成績或其他成就。',
    ),
    remedy: text(
      'State the results or achievements on which it is recommended.',
      '註明推薦所依據的學業成績或其他成就。',
    ),
  };
}

/** Students of every School, unless the donor names programmes. */
function open(law: ScholarshipLaw, { registration }: Study, scholarship: ScholarshipFacts): (Demand | Remark)[] {
  const { code, school, mode } = registration.programme;
  const named = programmesLeft(scholarship, mode);
  if (!named) return [{ clause: law.everySchool, figures: { school, programmes: null } }];
  const codes = named.join(' ');
  const demand: Omit<Demand, 'clause'> = {
    met: named.includes(code),
    figures: { school, programme: code, programmes: codes },
    note: text(
      `The donor keeps the scholarship for students of ${codes}.`,
      `捐贈者指定此獎學金只頒予 ${codes} 課程的學生。`,
    ),
  };
  return [
    { clause: law.everySchool, ...demand },
    { clause: law.programmes, ...demand },
  ];
}

function need(law: ScholarshipLaw, { registration }: Study, { scholarship, grounds }: NominationRequest): Demand {
  const used = grounds.some(({ ground }) => ground === 'financial-need');
  const counts = needCounts(scholarship, registration.programme.mode);
  return {
    clause: law.need,
    met: !used || counts,
    figures: { considered: used, donorAsks: counts },
    note: text(
      'Financial need was weighed, and the donor has not asked for that.',
      '捐贈者並無要求，不可考慮學生的經濟需要。',
    ),
    remedy: text('Recommend on other grounds.', '以其他理由推薦。'),
  };
}

function award(law: ScholarshipLaw, study: Study, status: StatusAt, request: ScholarshipAwardRequest): Ruling {
  const { scholarship, nomination, awards, approvals, today } = request;
  const nominated: Demand = {
    clause: law.recommendation,
    met: nomination !== undefined,
    figures: { nominatedOn: nomination?.on ?? null, recommendedBy: nomination?.recommendedBy ?? null },
    note: text('No School or committee has recommended the student.', '學院或委員會並未推薦此學生。'),
    remedy: text('Nominate the student first.', '請先提名學生。'),
  };
  const { clause, value: most } = law.once.on(today);
  const before = awards.filter(({ scholarship: code }) => code === scholarship.code);
  const once: Demand = {
    clause,
    met: before.length < most,
    figures: { sameBefore: before.length, mostOfOne: most, scholarships: awards.length },
    approval: approvalBy(approvals, 'university'),
    note: text(
      `The student received this scholarship on ${before.at(-1)?.on ?? ''}; the same one is normally given once.`,
      `學生已於 ${before.at(-1)?.on ?? ''} 獲頒此獎學金；同一獎學金一般只頒發一次。`,
    ),
    remedy: text('Obtain the approval of the University.', '取得大學批准。'),
  };
  if (!nomination) return ruleOn(law.pack, [nominated, once]);
  return ruleOn(law.pack, [
    student(law, study, status, { completed: true }),
    law.credits.demand(study, { academicYear: nomination.academicYear, approvals, today }),
    ...open(law, study, scholarship),
    nominated,
    once,
    ...selection(law, study, request),
    { clause: law.forms.on(today).clause, figures: { form: scholarship.form, cents: scholarship.cents } },
  ]);
}

/** Where the donor asks for a place in the selection, somebody took it. */
function selection(
  law: ScholarshipLaw,
  { registration }: Study,
  { scholarship, representative }: ScholarshipAwardRequest,
): Demand[] {
  const { mode } = registration.programme;
  const asked = scholarship.conditions.some(
    (condition) => condition.kind === 'representative' && (condition.mode ?? mode) === mode,
  );
  if (!asked) return [];
  return [
    {
      clause: law.representative,
      met: representative !== undefined,
      figures: { representative: representative ?? null },
      note: text(
        'The donor takes part in the selection, and nobody is named who did.',
        '捐贈者須派代表參與遴選，但未註明代表。',
      ),
      remedy: text('Name the representative of the donor who took part.', '註明參與遴選的捐贈者代表。'),
    },
  ];
}
