import { type Ruling, text } from '#kernel';
import { isWritten, type Study } from '../facts.ts';
import type { AwardAudit, GradingRequest } from '../pack.ts';
import type { ExaminationRules, ExemptionDecisionRequest, ExemptionRequest } from '../rules/examination.ts';
import { courseworkTotal, lastSubmissions } from './coursework-total.ts';
import { approvalBy, type Demand, type Remark, ruleOn } from './demand.ts';
import { absent, certificateOf, inTime } from './examination-absence.ts';
import { courseworkPassed } from './examination-deferred.ts';
import { type ExaminationLaw, ofAttempt } from './examination-law.ts';
import { ownAttempts } from './figures.ts';
import { attemptName, figure, type Rule } from './parameters.ts';
import { together } from './together.ts';

/**
 * Whether an exemption from an examination may be asked for: by who was absent from it or will be, in the days of an
 * absence, with a certificate of a registered doctor that covers it and, where coursework is not passed, says what kept
 * the student from it, and with what the tutor writes. [5cu/assess/11.1] [5cu/assess/11.2] [3cu/assess/11.1]
 * [3cu/assess/11.2] [5cu/assess/13.2] [5cu/assess/13.3] [3cu/assess/13.2] [3cu/assess/13.3]
 */
export const exemption =
  (law: ExaminationLaw): Rule<ExemptionRequest, Ruling> =>
  (study, request) => {
    const { attempt, certificate, examinationOn, today } = request;
    const passed = courseworkPassed(attempt) === true;
    const { certificate: clause, issuers } = law.exemption;
    return ruleOn(law.pack, [
      ...handedIn(law, study, request),
      ...certificateOf(law.absence, certificate, examinationOn),
      {
        clause,
        met: issuers.on(today).value.includes(certificate.issuer),
        figures: { issuer: certificate.issuer },
        note: text(
          'An exemption takes the certificate of a registered medical practitioner.',
          '豁免考試須附上註冊醫生證明書。',
        ),
        remedy: text('A certificate of a registered medical practitioner.', '由註冊醫生簽發的證明書。'),
      },
      {
        clause,
        met: passed || certificate.keptFromCoursework === true,
        figures: { courseworkPassed: passed, keptFromCoursework: certificate.keptFromCoursework ?? false },
        note: text(
          'The certificate does not say that ill health kept the student from enough coursework.',
          '證明書未有說明學生因健康理由未能完成足夠作業。',
        ),
        remedy: text('A certificate that says so.', '遞交有此說明的證明書。'),
      },
      ...recommendation(law, request, passed),
    ]);
  };

/** The certificate comes in the days of an absence, unless an application for a deferred examination brought one in them. */
function handedIn(law: ExaminationLaw, study: Study, request: ExemptionRequest): (Demand | Remark)[] {
  const { attempt, examinationOn } = request;
  const earlier = ofAttempt(study, attempt).deferred.find(
    ({ kind, certificate, examinationOn: missed }) => kind === 'original' && certificate && missed === examinationOn,
  );
  if (earlier) return [{ clause: law.absence.certificate, figures: { examinationOn, handedInOn: earlier.on } }];
  return [
    absent(law, study, { attempt, kind: 'original', examinationOn, approvals: [] }),
    ...inTime(law.absence, study, request),
  ];
}

function recommendation(
  law: ExaminationLaw,
  { recommendation: { by, studiedProperly, passExpected, workEnclosed } }: ExemptionRequest,
  passed: boolean,
): (Demand | Remark)[] {
  const { recommendation: clause, ofPassed, ofIncomplete } = law.exemption;
  const figures = { by, studiedProperly: studiedProperly ?? null, passExpected: passExpected ?? null, workEnclosed };
  const expectation = text(
    'The recommendation does not say whether a pass of the course is expected.',
    '推薦未有說明預期學生能否及格。',
  );
  if (passed)
    return [
      { clause, figures: { by } },
      {
        clause: ofPassed,
        met: studiedProperly !== undefined && passExpected !== undefined,
        figures,
        note:
          studiedProperly === undefined
            ? text(
                'The recommendation does not say whether the course was properly studied.',
                '推薦未有說明學生有否以合理水平研習該學科。',
              )
            : expectation,
      },
    ];
  return [
    { clause, figures: { by } },
    {
      clause: ofIncomplete,
      met: workEnclosed && passExpected !== undefined,
      figures,
      note: workEnclosed
        ? expectation
        : text('The assignments or projects do not come with it.', '推薦未有附上所有作業或習作。'),
    },
  ];
}

/**
 * Whether the Senate may exempt from an examination and let the course be passed: coursework is passed, or an assignment
 * that counts was done so that the award panel is convinced; and study cannot go on, the course being the last.
 * [5cu/assess/13.1] [3cu/assess/13.1]
 */
export const exemptionDecision =
  (law: ExaminationLaw, audit: (study: Study) => AwardAudit): Rule<ExemptionDecisionRequest, Ruling> =>
  (study, request) => {
    const { approvals } = request;
    const { clause } = law.exemption;
    return ruleOn(law.pack, [
      {
        clause,
        met: false,
        approval: approvalBy(approvals, 'senate'),
        note: text('The Senate exempts from an examination.', '豁免考試須由教務會批准。'),
        remedy: text('The approval of the Senate.', '取得教務會批准。'),
      },
      ...standard(law, request),
      ...last(law, study, request, audit),
    ]);
  };

function standard(law: ExaminationLaw, { attempt, approvals }: ExemptionDecisionRequest): Demand[] {
  const { passed, oneAssignment } = law.exemption;
  const { total } = courseworkTotal(attempt);
  const pass = attempt.scheme?.courseworkPass ?? null;
  const byCoursework: Demand = {
    clause: passed,
    met: courseworkPassed(attempt) === true,
    figures: { courseworkTotal: total && figure(total), pass },
    note: text('The overall coursework is not passed.', '平時作業總分未達及格。'),
  };
  if (byCoursework.met) return [byCoursework];
  const handedIn = lastSubmissions(attempt);
  const counting = attempt.items.filter(
    (item) => isWritten(item) && item.weight > 0 && handedIn.get(item.id)?.mark !== undefined,
  ).length;
  const panel = approvalBy(approvals, 'award-panel');
  const byOne: Demand = {
    clause: oneAssignment,
    met: counting > 0 && panel !== undefined,
    figures: { courseworkTotal: total && figure(total), pass, marked: counting, panel: panel?.reason ?? null },
    note:
      counting > 0
        ? text('The award panel has not said that it is convinced.', '評審小組未有表示信納。')
        : text('No assignment that counts has been marked.', '沒有任何計分作業獲評分。'),
    remedy: text('The word of the award panel on an assignment that counts.', '由評審小組就計分作業作出評定。'),
  };
  return byOne.met ? [byOne] : [byCoursework, byOne];
}

/**
 * An exemption takes the place of the examination, and of nothing else that stands in the way of a pass: what is
 * compulsory in the coursework, an allegation, an oral examination. [5cu/assess/13.1] [5cu/assess/2.2] [5cu/assess/4.2]
 * [5cu/assess/16.1] [3cu/assess/13.1] [3cu/assess/2.2] [3cu/assess/4.2] [3cu/assess/15.1]
 */
export const whilePassing = (
  examination: ExaminationRules,
  grading: Rule<GradingRequest, Ruling>,
): ExaminationRules => ({
  ...examination,
  exemptionDecision: (study, request) => {
    const { attempt, approvals, today } = request;
    const grade = examination.clauses(study).exemptionGrade;
    return together(
      examination.exemptionDecision(study, request),
      grading(study, { attempt, grade, exemption: true, approvals, today }),
    );
  },
});

/** With a pass in this course every requirement of the award is met. */
function last(
  law: ExaminationLaw,
  study: Study,
  { attempt, application }: ExemptionDecisionRequest,
  audit: (study: Study) => AwardAudit,
): Demand[] {
  const own = ownAttempts(study);
  const underWay = own
    .filter((each) => each.status === 'enrolled' && attemptName(each) !== attemptName(attempt))
    .map(attemptName);
  const passed: typeof attempt = {
    ...attempt,
    status: 'completed',
    grade: law.exemption.grade,
    gradedTerm: attempt.gradedTerm ?? attempt.term.code,
    gradedOn: application.on,
  };
  const attempts = study.attempts.map((each) => (attemptName(each) === attemptName(attempt) ? passed : each));
  const outstanding = audit({ ...study, attempts })
    .requirements.filter(({ met }) => !met)
    .map(({ clause }) => clause);
  return [
    {
      clause: law.exemption.last,
      met: underWay.length === 0 && outstanding.length === 0,
      figures: {
        cannotContinue: application.cannotContinue,
        underWay: underWay.join(' ') || null,
        outstanding: outstanding.join(' ') || null,
      },
      note: text(
        'It is not the last course: more is to be completed for the award.',
        '該學科並非最後一個學科：學生尚須完成其他要求方可獲頒資歷。',
      ),
    },
  ];
}
