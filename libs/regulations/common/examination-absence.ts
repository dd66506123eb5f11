import { type CivilDate, plusDays, type Ruling, text } from '#kernel';
import type { AbsenceCertificate, Study } from '../facts.ts';
import type { AbsenceRequest } from '../rules/examination.ts';
import { inForce } from './amended.ts';
import { approvalBy, type Demand, type Remark, ruleOn } from './demand.ts';
import { type AbsenceLaw, type ExaminationLaw } from './examination-law.ts';
import { sittingsOf } from './examination-sittings.ts';
import type { Rule } from './parameters.ts';

/**
 * Whether somebody who was absent from an examination, or will be, may ask for a deferred one: for health with a
 * certificate, within so many days after the examination, or before it where the reason was known by then; for another
 * serious event with an explanation; never because there are many examinations to sit. [5cu/assess/11.1]
 * [5cu/assess/11.2] [5cu/assess/11.3] [3cu/assess/11.1] [3cu/assess/11.2] [3cu/assess/11.3]
 */
export const absence =
  (law: ExaminationLaw): Rule<AbsenceRequest, Ruling> =>
  (study, request) =>
    ruleOn(law.pack, [
      ...concerned(law, study, request),
      ...exceptional(law.absence, request),
      ...once(law, study, request),
      ...(request.ground === 'health' ? health(law.absence, study, request) : []),
      ...(request.ground === 'other' ? serious(law.absence, request) : []),
    ]);

/** Only who is to be examined is absent, and nobody is who sat, unless the University takes it so. */
function concerned(law: ExaminationLaw, study: Study, request: AbsenceRequest): Demand[] {
  const { attempt } = request;
  const [, entitled] = law.entitled;
  return [
    {
      clause: entitled,
      met: attempt.course.examination && (attempt.status === 'enrolled' || attempt.status === 'completed'),
      figures: { examination: attempt.course.examination, status: attempt.status },
      note: attempt.course.examination
        ? text('The course is not being taken any more.', '學生已不再修讀該學科。')
        : text('The course ends without an examination.', '該學科不設考試。'),
    },
    absent(law, study, request),
  ];
}

type Missed = Pick<AbsenceRequest, 'attempt' | 'kind' | 'examinationOn' | 'approvals'>;

/** Nobody is absent who sat. */
export function absent(law: ExaminationLaw, study: Study, { attempt, kind, examinationOn, approvals }: Missed): Demand {
  const papers = attempt.items.filter((item) => item.kind === 'examination').length;
  const anyDay = kind === 'original' && papers <= 1;
  const sat = sittingsOf(study, attempt).find(
    (each) => each.kind === kind && !each.absent && (anyDay || each.on === examinationOn),
  );
  return {
    clause: law.absence.certificate,
    met: sat === undefined,
    figures: { examinationOn, satOn: sat?.on ?? null },
    // Who was unfit in the middle of it has sat, and may be examined again all the same if the University lets it be.
    approval: approvalBy(approvals, 'university'),
    note: text(`The candidate sat the examination on ${sat?.on ?? ''}.`, `考生已於 ${sat?.on ?? ''} 應考。`),
  };
}

/** Very good reasons, shown in writing; that there are many examinations to sit is none. */
function exceptional(law: AbsenceLaw, { ground, certificate, explanation, evidence }: AbsenceRequest): Demand[] {
  const documents = [certificate, explanation, evidence].filter((each) => each !== undefined).length;
  const many = ground === 'resits';
  return [
    {
      clause: law.exceptional,
      met: !many && documents > 0,
      figures: { ground, documents },
      note: many
        ? text(
            'That there are many examinations to sit is no ground for a deferred examination.',
            '應考科目眾多並非延期考試的理由。',
          )
        : text('No document supports the application.', '申請未附任何證明文件。'),
      remedy: many
        ? undefined
        : text('Hand in the certificate, or an explanation in writing.', '遞交醫生證明書或書面解釋。'),
    },
  ];
}

/** A resit, and a deferred examination, are the one further chance; the University may arrange another all the same. */
function once(law: ExaminationLaw, _study: Study, { kind, approvals }: AbsenceRequest): Demand[] {
  if (kind === 'original') return [];
  const clause = kind === 'resit' ? law.absence.ofResit : law.deferred.once;
  if (!clause) return [];
  return [
    {
      clause,
      met: false,
      figures: { kind },
      approval: approvalBy(approvals, 'university'),
      note:
        kind === 'resit'
          ? text('A resit is normally not deferred.', '重考一般不設延期。')
          : text('A deferred examination is offered once.', '延期考試只安排一次。'),
      remedy: text('The University may arrange another one.', '由大學另行安排。'),
    },
  ];
}

function health(law: AbsenceLaw, study: Study, request: AbsenceRequest): (Demand | Remark)[] {
  const { certificate, examinationOn, approvals } = request;
  return [
    ...inTime(law, study, request),
    {
      clause: law.certificate,
      met: certificate !== undefined && covers(certificate, examinationOn),
      figures: {
        examinationOn,
        leaveFrom: certificate?.leave[0] ?? null,
        leaveUntil: certificate?.leave[1] ?? null,
      },
      note: certificate
        ? text(
            `The sick leave does not cover the examination of ${examinationOn}.`,
            `病假並未涵蓋 ${examinationOn} 的考試。`,
          )
        : text('There is no medical certificate.', '沒有遞交醫生證明書。'),
      remedy: text(`A certificate with sick leave on ${examinationOn}.`, `病假涵蓋 ${examinationOn} 的醫生證明書。`),
    },
    ...(certificate ? certified(law, certificate, request.today, approvals) : []),
  ];
}

const covers = ({ leave: [from, until] }: AbsenceCertificate, day: CivilDate): boolean => from <= day && day <= until;

/** Who may sign, and what it has to say. Others are normally not considered. [5cu/assess/11.1(a)] [5cu/assess/11.1(b)] */
function certified(
  law: AbsenceLaw,
  { issuer, unfit }: AbsenceCertificate,
  today: CivilDate,
  approvals: AbsenceRequest['approvals'],
): Demand[] {
  const accepted = law.issuers.accepted.on(today).value;
  return [
    {
      clause: law.issuers.clause,
      met: accepted.includes(issuer),
      figures: { issuer, accepted: accepted.join(' ') },
      approval: approvalBy(approvals, 'university'),
      note: text(
        'The certificate is not of a registered doctor or Chinese medicine practitioner.',
        '證明書並非由註冊醫生或註冊中醫師簽發。',
      ),
      remedy: text(
        'A certificate of a registered doctor or Chinese medicine practitioner.',
        '由註冊醫生或註冊中醫師簽發的證明書。',
      ),
    },
    saysUnfit(law, unfit),
  ];
}

const saysUnfit = (law: AbsenceLaw, unfit: boolean): Demand => ({
  clause: law.unfit,
  met: unfit,
  figures: { unfit },
  note: text('The certificate does not say that the candidate was unfit to sit.', '證明書未有說明考生不適宜應考。'),
  remedy: text('A certificate that says so.', '遞交有此說明的證明書。'),
});

/** What is known early enough is told early enough; what is learnt later within days after the examination. */
export function inTime(
  law: AbsenceLaw,
  { registration }: Study,
  { examinationOn, knownOn, today }: Pick<AbsenceRequest, 'examinationOn' | 'knownOn' | 'today'>,
): Demand[] {
  const known = knownOn ?? (today < examinationOn ? today : examinationOn);
  const { value: before } = law.beforeDays.on(examinationOn);
  const lastBefore = plusDays(examinationOn, -before);
  const { programme } = registration;
  const { clause, value: after } = inForce(law.afterDays, 'absence-days', programme, examinationOn);
  const last = known <= lastBefore ? lastBefore : plusDays(examinationOn, after);
  const early = known <= lastBefore;
  return [
    {
      clause: early ? law.beforeDays.on(examinationOn).clause : clause,
      met: today <= last,
      figures: { examinationOn, knownOn: known, appliedOn: today, lastDay: last },
      note: early
        ? text(
            `The reason was known on ${known}; the application was due by ${last}, before the examination.`,
            `考生於 ${known} 已知悉原因，須於考試前的 ${last} 或之前申請。`,
          )
        : text(`The application was due by ${last}.`, `申請須於 ${last} 或之前提出。`),
      remedy: text(`The last day was ${last}.`, `最後日期為 ${last}。`),
    },
  ];
}

/** Another serious event: evidence where there is some, a written explanation, by the day that is set. */
function serious(
  law: AbsenceLaw,
  { explanation, evidence, examinationOn, today }: AbsenceRequest,
): (Demand | Remark)[] {
  const { clause, value } = law.other.afterDays.on(examinationOn);
  const last = plusDays(examinationOn, value);
  const explained: Demand = {
    clause: law.other.explanation,
    met: explanation !== undefined,
    figures: { explanation: explanation !== undefined, evidence: evidence !== undefined },
    note: text('The absence is not explained in writing.', '缺考未有書面解釋。'),
    remedy: text('Explain it in writing.', '以書面解釋缺考原因。'),
  };
  return [
    { clause: law.other.clause, figures: { ground: 'other', examinationOn } },
    ...(law.other.evidence === law.other.explanation
      ? []
      : [{ clause: law.other.evidence, figures: { evidence: evidence !== undefined } }]),
    explained,
    {
      clause,
      met: today <= last,
      figures: { examinationOn, appliedOn: today, lastDay: last },
      note: text(`The papers were due by ${last}.`, `文件須於 ${last} 或之前送達。`),
      remedy: text(`The last day was ${last}.`, `最後日期為 ${last}。`),
    },
  ];
}

/** What an exemption asks of the certificate: that it covers the examination and says that the candidate was unfit. */
export const certificateOf = (law: AbsenceLaw, certificate: AbsenceCertificate, examinationOn: CivilDate): Demand[] => [
  {
    clause: law.certificate,
    met: covers(certificate, examinationOn),
    figures: { examinationOn, leaveFrom: certificate.leave[0], leaveUntil: certificate.leave[1] },
    note: text(
      `The sick leave does not cover the examination of ${examinationOn}.`,
      `病假並未涵蓋 ${examinationOn} 的考試。`,
    ),
  },
  saysUnfit(law, certificate.unfit),
];
