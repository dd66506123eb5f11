import { type CivilDate, daysBetween, plusDays, type Ruling, text } from '#kernel';
import type { SpecialCircumstances } from '../facts/request-facts.ts';
import type { Attempt, Study } from '../facts.ts';
import type { GradingRequest } from '../pack.ts';
import type { CircumstancesRequest, ContactRequest } from '../rules/request-rules.ts';
import { type Demand, type Remark, ruleOn } from './demand.ts';
import { attemptName } from './parameters.ts';
import type { RequestsLaw } from './requests-law.ts';

/** Whether an attempt has its final result: one that only holds the place is still to be decided. */
export const isDecided = ({ scale }: Pick<RequestsLaw, 'scale'>, { grade }: Pick<Attempt, 'grade'>): boolean =>
  grade !== undefined && scale.get(grade)?.effect !== 'pending';

/** The last day of reporting to the award panel. */
export const lastDayOfReport = (
  { circumstances }: Pick<RequestsLaw, 'circumstances'>,
  [, last]: readonly [CivilDate, CivilDate],
  today: CivilDate,
): CivilDate => plusDays(last, circumstances.within.on(today).value);

/**
 * Whether an event may be reported to the award panel: one of the time in which the course was taken, with documents, in
 * time and before the result.
 */
export function circumstances(law: RequestsLaw, request: CircumstancesRequest): Ruling {
  const { attempt, report, sitting, today } = request;
  const { clause, value: days } = law.circumstances.within.on(today);
  const lastDay = lastDayOfReport(law, sitting.examinations, today);
  return ruleOn(law.pack, [
    undecided(law, attempt),
    ...weighty(law, request),
    {
      clause: law.circumstances.documents,
      met: report.documents.length > 0,
      figures: { documents: report.documents.length, kind: report.kind },
      note: text('No documents came with the report.', '申報未附證明文件。'),
      remedy: text('Hand in documents that show it.', '提交證明文件。'),
    },
    ...(law.circumstances.usual.has(report.kind)
      ? []
      : [
          {
            clause: law.circumstances.documents,
            figures: { kind: report.kind },
            remark: text(
              'It is not what special circumstances normally are; the panel weighs it.',
              '並非一般所指的特殊情況，由評審小組考慮。',
            ),
          },
        ]),
    {
      clause,
      met: today <= lastDay,
      figures: { today, lastDay, days },
      note: text(`It could be reported until ${lastDay}.`, `申報截止日期為 ${lastDay}。`),
      remedy: text(`The last day was ${lastDay}.`, `最後日期為 ${lastDay}。`),
    },
  ]);
}

function undecided(law: RequestsLaw, attempt: Attempt): Demand {
  return {
    clause: law.circumstances.report,
    met: !isDecided(law, attempt),
    figures: { attempt: attemptName(attempt), grade: attempt.grade ?? null },
    note: text(
      'The award panel has decided on the result; it weighs what it knows by then.',
      '評審小組已決定成績；有關情況須於決定之前提出。',
    ),
  };
}

/**
 * Any serious event while the course is taken or the examinations are held may be told. One that is reported as long, or
 * as shortly before the examinations, has to be that. [5cu/assess/21.1] [5cu/assess/21.3] [5cu/assess/21.4]
 */
function weighty(law: RequestsLaw, { attempt, report, sitting, today }: CircumstancesRequest): (Demand | Remark)[] {
  const { kind, from, until = today, ground } = report;
  const { lasting, shortlyBefore, types } = law.circumstances;
  const least = lasting.on(today);
  const before = shortlyBefore.on(today);
  const begins = attempt.term.teaching[0];
  const [first, last] = sitting.examinations;
  const opens = plusDays(first, -before.value);
  const lasted = daysBetween(from, until) + 1;
  const isLong = lasted >= least.value;
  const isNear = from <= last && until >= opens;
  const type = types[kind];
  const long = { clause: least.clause, figures: { from, until, days: lasted, least: least.value } };
  const near = { clause: before.clause, figures: { from, until, opens, last } };
  const otherwise = text('Report it without this ground.', '請以一般嚴重事故申報，毋須註明此項理由。');
  return [
    {
      clause: law.circumstances.report,
      met: from <= last && until >= begins,
      figures: { from, until, begins, last },
      note: text(
        `It was over before ${begins}, or began after ${last}.`,
        `事故於 ${begins} 前已結束，或於 ${last} 後才發生。`,
      ),
    },
    ...(ground === 'prolonged'
      ? [
          {
            ...long,
            met: isLong,
            note: text(`It lasted ${lasted} days.`, `事故歷時 ${lasted} 天。`),
            remedy: otherwise,
          },
        ]
      : isLong
        ? [long]
        : []),
    ...(isLong && type ? [{ clause: type, figures: { kind } }] : []),
    ...(ground === 'near-examinations'
      ? [
          {
            ...near,
            met: isNear,
            note: text(
              `It was over before ${opens}, or began after the examinations.`,
              `事故於 ${opens} 前已結束，或於考試後才發生。`,
            ),
            remedy: otherwise,
          },
        ]
      : isNear
        ? [near]
        : []),
  ];
}

/** Whether the panel may consider a report: before it has decided on the result. */
export const consideration = (law: RequestsLaw, attempt: Attempt, report: SpecialCircumstances): Ruling =>
  ruleOn(law.pack, [{ ...undecided(law, attempt), figures: { report: report.id, grade: attempt.grade ?? null } }]);

/** Trouble with coursework is told to the tutor, or to the coordinator where the tutor could not be reached. */
export const contact = (law: RequestsLaw, { attempt, to, tutorTriedOn, today }: ContactRequest): Ruling =>
  ruleOn(law.pack, [
    {
      clause: law.circumstances.tutor,
      met: to === 'tutor' || tutorTriedOn !== undefined,
      figures: { attempt: attemptName(attempt), to, tutorTriedOn: tutorTriedOn ?? null, today },
      note: text(
        'The coordinator is told only when the tutor cannot be reached.',
        '只有未能聯絡導師時，方聯絡學科主任。',
      ),
      remedy: text('Tell the tutor first.', '請先聯絡導師。'),
    },
  ]);

/** A final result waits until the panel has considered what was reported to it, and for an oral examination that it required. */
export function heard(law: RequestsLaw, { requests }: Study, { attempt, grade }: GradingRequest): Demand[] {
  const ofAttempt = ({ course, term }: { readonly course: string; readonly term: string }) =>
    course === attempt.course.code && term === attempt.term.code;
  const waiting = requests?.circumstances.find((report) => ofAttempt(report) && !report.consideration);
  const oral = requests?.orals.find((required) => ofAttempt(required) && !required.result);
  return [
    ...(waiting
      ? [
          {
            clause: law.circumstances.report,
            met: false,
            figures: { report: waiting.id, reportedOn: waiting.on, grade },
            note: text(
              `Special circumstances of ${waiting.on} have not been considered.`,
              `尚未考慮 ${waiting.on} 申報的特殊情況。`,
            ),
            remedy: text(`The award panel considers the report ${waiting.id}.`, `請評審小組先考慮申報 ${waiting.id}。`),
          },
        ]
      : []),
    ...(oral
      ? [
          {
            clause: law.oral,
            met: false,
            figures: { oral: oral.id, requiredOn: oral.on, grade },
            note: text('An oral examination was required and has no outcome.', '已要求口試而未有結果。'),
            remedy: text(`Record the outcome of ${oral.id}.`, `請記錄口試 ${oral.id} 的結果。`),
          },
        ]
      : []),
  ];
}
