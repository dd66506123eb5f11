import { type ClauseId, plusYears, type Ruling, text } from '#kernel';
import type { Dated } from '../dated.ts';
import type { DeferralGround, Study } from '../facts.ts';
import type { DeferralRequest } from '../pack.ts';
import { approvalBy, type Demand, type Remark, ruleOn } from './demand.ts';
import { attemptName, type Rule } from './parameters.ts';

export interface DeferralLaw {
  readonly pack: string;
  readonly grounds: Readonly<Record<DeferralGround, ClauseId>>;
  /** A doctor's certificate goes with illness. */
  readonly certificate: ClauseId;
  readonly untilApproved: ClauseId;
  /** Years that a deferral normally lasts at most. */
  readonly years: Dated<number>;
  /** All courses of the term or year are deferred together; absent where courses may be chosen. */
  readonly coversAll?: ClauseId;
}

/**
 * Whether study may be put off: on one of the two grounds, illness with a certificate, for an academic year
 * at most unless the Registrar approves more, and in full-time study with all courses of the time. An academic
 * year is read as a year to the day. [5cu/dl/4.2] [5cu/dl/4.4] [5cu/ug/4.1] [5cu/ug/4.4] [3cu/dl/5.2] [3cu/dl/5.4] [3cu/ug/4.1] [3cu/ug/4.4]
 */
export const deferral =
  (law: DeferralLaw): Rule<DeferralRequest, Ruling> =>
  (study, request) =>
    ruleOn(law.pack, [
      ...ground(law, request),
      ...length(law, request),
      ...coverage(law, study, request),
      {
        clause: law.untilApproved,
        figures: { approvedOn: request.today, from: request.from },
        remark: text(
          'Study and its duties went on until this approval.',
          '在本批准生效前，學生須繼續學業及履行有關責任。',
        ),
      },
    ]);

function ground(law: DeferralLaw, request: DeferralRequest): (Demand | Remark)[] {
  const clause = law.grounds[request.ground];
  if (request.ground !== 'illness') return [{ clause, figures: { ground: request.ground } }];
  const certificate: Demand = {
    clause: law.certificate,
    met: request.certificate,
    figures: { ground: request.ground, certificate: request.certificate },
    note: text(
      'A deferral for illness needs a certificate of a registered medical practitioner.',
      '因病申請延期修業須附上註冊醫生證明書。',
    ),
    remedy: text('Hand in the certificate.', '遞交註冊醫生證明書。'),
  };
  return clause === law.certificate ? [certificate] : [{ clause, figures: { ground: request.ground } }, certificate];
}

function length(law: DeferralLaw, { from, until, approvals, today }: DeferralRequest): Demand[] {
  const { clause, value } = law.years.on(today);
  const latest = plusYears(from, value);
  return [
    {
      clause,
      met: until > from,
      figures: { from, until },
      note: text('Study has to go on later than the deferral begins.', '復學日期必須在延期修業開始日期之後。'),
    },
    {
      clause,
      met: until <= latest,
      figures: { from, until, latest, years: value },
      approval: approvalBy(approvals, 'registrar'),
      note: text(
        `The deferral would last beyond ${latest}, more than an academic year.`,
        `延期修業將超過 ${latest}，長於一個學年。`,
      ),
      remedy: text(
        `Resume by ${latest}, or obtain the approval of the Registrar for longer.`,
        `於 ${latest} 或之前復學，或取得教務長批准延長。`,
      ),
    },
  ];
}

/** The courses concerned are those of the programme in the terms that the request covers or that the deferral reaches into. */
function coverage(law: DeferralLaw, study: Study, { covers, from, until }: DeferralRequest): Demand[] {
  if (!law.coversAll) return [];
  const covered = new Set(covers.map(attemptName));
  const terms = new Set(covers.map((attempt) => attempt.term.code));
  const missing = study.attempts.filter(
    (attempt) =>
      attempt.programme === study.registration.programme.code &&
      attempt.status === 'enrolled' &&
      (terms.has(attempt.term.code) || (attempt.term.examinations[1] >= from && attempt.term.teaching[0] < until)) &&
      !covered.has(attemptName(attempt)),
  );
  const names = missing.map(attemptName).join(' ');
  return [
    {
      clause: law.coversAll,
      met: missing.length === 0,
      figures: { covered: covered.size, notCovered: names || null },
      note: text(
        `A deferral covers all courses of the term or year; ${names} is left out.`,
        `延期修業須涵蓋該學期或學年的所有學科；未包括 ${names}。`,
      ),
      remedy: text(`Defer ${names} as well.`, `一併延期修業：${names}。`),
    },
  ];
}
