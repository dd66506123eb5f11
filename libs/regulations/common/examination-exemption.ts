import { type Ruling, text } from '#kernel';
import type { Study } from '../facts.ts';
import type { ExemptionRequest } from '../rules/examination.ts';
import { type Demand, type Remark, ruleOn } from './demand.ts';
import { absent, certificateOf, inTime } from './examination-absence.ts';
import { courseworkPassed } from './examination-deferred.ts';
import { type ExaminationLaw, ofAttempt } from './examination-law.ts';
import type { Rule } from './parameters.ts';

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
