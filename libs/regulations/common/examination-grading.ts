import { type Ruling, text } from '#kernel';
import type { Attempt, DeferredExaminationDecision, Sitting, Study } from '../facts.ts';
import type { GradingRequest } from '../pack.ts';
import type { ExaminationRules } from '../rules/examination.ts';
import { courseworkTotal, exactly } from './coursework-total.ts';
import { approvalBy, type Demand, type Remark, ruleOn } from './demand.ts';
import { type ExaminationLaw, ofAttempt, type ResitLaw } from './examination-law.ts';
import { grantedByPanel } from './examination-resit-grant.ts';
import { sittingsOf } from './examination-sittings.ts';
import { figure, type Rule } from './parameters.ts';

/**
 * What examinations say of a grade: a resit is granted for a narrow fail, by what the course asks, and once; a course that
 * was not passed in two sittings, or in its resit, is not passed without being taken again. No figure is a mark of an
 * examination: students read rulings, and are told such a mark by disclosure alone. [5cu/assess/15.1(a)] [5cu/assess/15.1(b)] [5cu/assess/5.2] [3cu/assess/5.2]
 */
export const examinationGrading =
  (
    law: ExaminationLaw,
    passes: (grade: string) => boolean,
    count: ExaminationRules['count'],
  ): Rule<GradingRequest, Ruling> =>
  (study, request) => {
    const { attempt, grade, approvals = [] } = request;
    const open = request.migrated || holdsPlace(law, grade) ? [] : stillToSit(law, study, request);
    if (law.resit && grade === law.resit.grade)
      return ruleOn(law.pack, [
        ...narrowFail(law.resit, study, attempt),
        ...grantedByPanel(law.resit, request),
        ...open,
      ]);
    if (!passes(grade)) return ruleOn(law.pack, open);
    const decided = request.migrated
      ? []
      : [...open, ...afterResit(law, study, request, passes), ...cameToIt(law, study, request)];
    if (!wasExamined(study, attempt)) return ruleOn(law.pack, decided);
    const { failed, most, retake } = count(study, attempt);
    const { clauses, liftedBy } = law.sittings;
    const exception = approvalBy(approvals, ...liftedBy);
    const again: Demand[] = clauses.map((clause) => ({
      clause,
      met: retake.length === 0,
      figures: { grade, failed, most },
      approval: exception,
      note: text(
        `The examination was not passed in ${failed} sittings; the course has to be taken again.`,
        `應考 ${failed} 次均未能及格，學生須重修該學科。`,
      ),
    }));
    const lost = failedResit(law, study, attempt, grade).map((demand) => ({ ...demand, approval: exception }));
    return ruleOn(law.pack, [
      ...decided,
      ...again,
      ...lost,
      ...passed(law, study, request).map((demand) => ({
        ...demand,
        approval: retake.length > 0 ? exception : undefined,
      })),
    ]);
  };

/** Whether a grade leaves the examination of the course to come. */
const holdsPlace = ({ open, resit }: ExaminationLaw, grade: string): boolean =>
  open.includes(grade) && grade !== resit?.grade;

/** The deferred examination that was granted last, unless it was taken or missed. */
function openDeferral(study: Study, attempt: Attempt): DeferredExaminationDecision | undefined {
  const { deferred, sittings } = ofAttempt(study, attempt);
  const granted = deferred.flatMap(({ decision }) => (decision?.granted ? [decision] : []));
  const taken = sittings.filter(({ kind }) => kind === 'deferred').length;
  return taken < granted.length ? granted.at(-1) : undefined;
}

/** A course in which a deferred examination is still to be taken has no final result before. [5cu/assess/12.2] [3cu/assess/12.2] */
function stillToSit(law: ExaminationLaw, study: Study, { attempt, grade, exemption, today }: GradingRequest): Demand[] {
  const goesOn = attempt.status === 'enrolled' || law.open.includes(attempt.grade ?? '');
  const granted = openDeferral(study, attempt);
  if (!granted || !goesOn || exemption) return [];
  const { examinationOn, latest = granted.on } = granted;
  const lastDay = examinationOn ?? latest;
  return [
    {
      clause: law.deferred.when,
      met: today > lastDay,
      figures: { grade, today, lastDay },
      note: text(
        `A deferred examination was granted and can be taken until ${lastDay}; the result would end it.`,
        `學生已獲准延期考試，最遲於 ${lastDay} 應考；現時給予成績會使其失去考試機會。`,
      ),
      remedy: text('Record the deferred examination, or the absence from it, first.', '先記錄延期考試或缺考。'),
    },
  ];
}

/**
 * Nobody passes a course without its examination unless the Senate has exempted from it: who was absent from what was
 * sat last, or has let a deferred examination go by. A course whose sittings nobody records is judged by its grade.
 * [5cu/assess/13.1] [5cu/assess/12.2(b)] [3cu/assess/13.1] [3cu/assess/12.2(b)]
 */
function cameToIt(law: ExaminationLaw, study: Study, { attempt, grade, exemption }: GradingRequest): Demand[] {
  const { exemptions } = ofAttempt(study, attempt);
  if (exemption || exemptions.some(({ decision }) => decision?.granted)) return [];
  const missed = lastOfEach(study, attempt).filter(({ absent, kind }) => absent && kind !== 'resit');
  const forgone = openDeferral(study, attempt);
  return [
    ...missed.map(
      ({ on, examination = null }): Demand => ({
        clause: law.exemption.clause,
        met: false,
        figures: { grade, absentOn: on, examination },
        note: text(`The student was absent from the examination of ${on}.`, `學生缺席 ${on} 的考試。`),
        remedy: text('A deferred examination, or exemption by the Senate.', '延期考試，或由教務會豁免考試。'),
      }),
    ),
    ...(forgone
      ? [
          {
            clause: law.deferred.once,
            met: false,
            figures: { grade, grantedOn: forgone.on, latest: forgone.latest ?? null },
            note: text('The deferred examination that was granted was not taken.', '學生未有應考獲准的延期考試。'),
            remedy: text('Record the deferred examination first.', '先記錄延期考試。'),
          },
        ]
      : []),
  ];
}

/** What was sat, or missed, last of each paper. */
const lastOfEach = (study: Study, attempt: Attempt): Sitting[] => [
  ...new Map(sittingsOf(study, attempt).map((sitting) => [sitting.examination ?? '', sitting])).values(),
];

const wasExamined = (study: Study, attempt: Attempt): boolean => sittingsOf(study, attempt).length > 0;

/** Where the course asks that the examination be passed by itself, every paper of it was at its last sitting, unless the Senate exempts from one that was missed. */
function passed(law: ExaminationLaw, study: Study, { attempt, exemption }: GradingRequest): Demand[] {
  const pass = attempt.scheme?.examinationPass;
  if (pass === undefined) return [];
  const last = lastOfEach(study, attempt);
  const below = last.filter(({ absent, mark = pass }) => (absent ? !exemption : mark < pass));
  return [
    {
      clause: law.scheme,
      met: below.length === 0,
      figures: { examinationPass: pass, papersBelow: below.length, papers: last.length },
      note: text(`The course asks for a pass in the examination, at ${pass}.`, `該學科要求考試及格，即 ${pass} 分。`),
    },
  ];
}

function narrowFail(of: ResitLaw, study: Study, attempt: Attempt): (Demand | Remark)[] {
  const { resitCoursework, resitExamination } = attempt.scheme ?? {};
  const { total } = courseworkTotal(attempt);
  const sat = sittingsOf(study, attempt).filter(({ kind }) => kind !== 'resit');
  const marks = sat.flatMap(({ mark }) => (mark === undefined ? [] : [exactly(mark)]));
  const best = marks.reduce<(typeof marks)[number] | null>((most, mark) => (most?.atLeast(mark) ? most : mark), null);
  const pass = attempt.scheme?.examinationPass;
  const resat = ofAttempt(study, attempt).sittings.find(({ kind }) => kind === 'resit');
  const once: Demand = {
    clause: of.once,
    met: resat === undefined,
    figures: { takenOn: resat?.on ?? null },
    note: text('An attempt has one resit, and it is over.', '每次修讀只可重考一次，而該次重考已舉行。'),
  };
  if (resitCoursework === undefined && resitExamination === undefined && sat.length === 0)
    return [{ clause: of.eligibility, figures: { panel: true } }, once];
  return [
    { clause: of.eligibility, figures: { panel: true } },
    {
      clause: of.coursework,
      met: resitCoursework === undefined || total === null || total.atLeast(exactly(resitCoursework)),
      figures: { courseworkTotal: total && figure(total), least: resitCoursework ?? null },
      note: text(
        `The overall coursework is below ${resitCoursework}, which a resit takes.`,
        `平時作業總分低於重考所需的 ${resitCoursework} 分。`,
      ),
    },
    {
      clause: of.examination,
      met: best !== null && (resitExamination === undefined || best.atLeast(exactly(resitExamination))),
      figures: { sat: best !== null, least: resitExamination ?? null, satOn: sat.at(-1)?.on ?? null },
      note:
        best === null
          ? text('The examination was not sat.', '學生未有應考。')
          : text(
              `The examination mark is below ${resitExamination}, which a resit takes.`,
              `考試分數低於重考所需的 ${resitExamination} 分。`,
            ),
    },
    {
      clause: of.examination,
      met: best === null || pass === undefined || !best.atLeast(exactly(pass)),
      figures: { pass: pass ?? null },
      note: text('The examination was passed; there is nothing to sit again.', '考試已及格，無須重考。'),
    },
    once,
  ];
}

/**
 * Who was granted a resit has not passed until it was sat and the Senate has decided so. Where the result that granted it
 * was wrong, nothing is sat again; the Senate decides all the same. [5cu/assess/15.2(d)]
 */
function afterResit(
  law: ExaminationLaw,
  study: Study,
  { attempt, grade, approvals = [], correction, recommended }: GradingRequest,
  passes: (grade: string) => boolean,
): (Demand | Remark)[] {
  const { resit: of } = law;
  const { resit, sittings, deferred } = ofAttempt(study, attempt);
  const { grade: stands = '' } = attempt;
  const isPut = sittings.some(({ kind }) => kind === 'resit') || resit !== undefined;
  if (!of || passes(stands) || (stands !== of.grade && !isPut)) return [];
  const putOff = deferred.some(({ kind, decision }) => kind === 'resit' && decision?.granted);
  const sat = sittingsOf(study, attempt).findLast(
    ({ kind, mark }) => mark !== undefined && (kind === 'resit' || (putOff && kind === 'deferred')),
  );
  const figures = { standingGrade: stands, grade, resitOn: sat?.on ?? null };
  return [
    {
      clause: of.untilSenate,
      met: sat !== undefined || correction !== undefined,
      figures,
      note: text('No resit has been sat.', '學生尚未重考。'),
      remedy: text('Record the resit with its mark first.', '先記錄重考及其分數。'),
    },
    recommended
      ? { clause: of.untilSenate, figures }
      : {
          clause: of.untilSenate,
          met: false,
          figures,
          approval: approvalBy(approvals, 'senate'),
          note: text(
            'The Senate decides on the recommendation of the award panel.',
            '須由教務會按評核小組的推薦決定。',
          ),
          remedy: text('Record the decision of the Senate with the result.', '連同教務會的決定一併記錄。'),
        },
  ];
}

/** Whoever fails the resit takes the course again. [5cu/dl/8.11.4] [5cu/ug/9.7.4] [5cu/tpg/9.5.4] */
function failedResit(law: ExaminationLaw, study: Study, attempt: Attempt, grade: string): Demand[] {
  const pass = attempt.scheme?.examinationPass;
  const sittings = sittingsOf(study, attempt);
  const last = sittings.at(-1);
  if (!law.resit || !last || !sittings.some(({ kind }) => kind === 'resit')) return [];
  const failed = last.absent || (pass !== undefined && last.mark !== undefined && last.mark < pass);
  return [
    {
      clause: law.resit.failed,
      met: !failed,
      figures: { grade, resitOn: last.on, absent: last.absent ?? false, pass: pass ?? null },
      note: text('The resit was not passed; the course has to be taken again.', '重考未能及格，學生須重修該學科。'),
    },
  ];
}
