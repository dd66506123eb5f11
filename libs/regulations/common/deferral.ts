import { type ClauseId, plusYears, type Ruling, text } from '#kernel';
import type { Dated } from '../dated.ts';
import type { DeferralGround, Study } from '../facts.ts';
import type { DeferralRequest } from '../pack.ts';
import { reachesInto, stretchOfCourses, stretchOfStudy } from './deferral-periods.ts';
import { approvalBy, type Demand, type Remark, ruleOn } from './demand.ts';
import { ownAttempts } from './figures.ts';
import { gradedTermOf } from './figures-terms.ts';
import { attemptName, type Rule } from './parameters.ts';

/** So many resits in one term are a ground; the grade that stands until one is sat. */
export interface ResitGround {
  readonly least: Dated<number>;
  readonly grade: string;
}

export interface DeferralLaw {
  readonly pack: string;
  /** What says which grounds there are. */
  readonly known: ClauseId;
  readonly grounds: Readonly<Record<Exclude<DeferralGround, 'resits'>, ClauseId>>;
  /** Resits as a ground, or what says that they are none. */
  readonly resits: ResitGround | { readonly none: ClauseId };
  /** A doctor's certificate goes with illness. */
  readonly certificate: ClauseId;
  /** Study goes on until the University has approved. */
  readonly untilApproved: ClauseId;
  /** It is students who apply. */
  readonly application: ClauseId;
  /** Years that a deferral normally lasts at most. */
  readonly years: Dated<number>;
  /**
   * All courses of the term or year are deferred together, and so every deferral is of the same study; absent where
   * courses may be chosen, and each is put off by itself.
   */
  readonly coversAll?: ClauseId;
}

/**
 * Whether study may be put off: on one of the grounds, illness with a certificate, from the University's approval
 * on, for an academic year at most unless the Registrar approves more, and in full-time study with all courses of the
 * time. An academic year is read as a year to the day; deferrals that overlap or adjoin, or have
 * no term of study between them, last as long as they do together. [5cu/dl/4.1] [5cu/dl/4.3] [3cu/dl/5.1] [3cu/dl/5.3] [5cu/dl/4.2] [5cu/dl/4.4]
 * [5cu/ug/4.1] [5cu/ug/4.4] [5cu/tpg/4.1] [5cu/tpg/4.4] [3cu/dl/5.2] [3cu/dl/5.4] [3cu/ug/4.1] [3cu/ug/4.4] [3cu/tpg/4.1]
 * [3cu/tpg/4.4]
 */
export const deferral =
  (law: DeferralLaw): Rule<DeferralRequest, Ruling> =>
  (study, request) =>
    ruleOn(law.pack, [
      ...ground(law, study, request),
      ...length(law, study, request),
      ...coverage(law, study, request),
      ...beginning(law, study, request),
    ]);

function ground(law: DeferralLaw, study: Study, request: DeferralRequest): (Demand | Remark)[] {
  if (request.ground === 'resits') {
    const asked = resits(law.resits, study);
    return asked.clause === law.known ? [asked] : [{ ...asked, clause: law.known }, asked];
  }
  const figures = { ground: request.ground };
  const clause = law.grounds[request.ground];
  const known: Remark = { clause: law.known, figures };
  if (request.ground !== 'illness') return [known, { clause, figures }];
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
  return [known, ...(clause === law.certificate ? [] : [{ clause, figures }]), certificate];
}

/**
 * Whether so many examinations are to be sat again in one term: those that were failed in one term come up again
 * together. [5cu/tpg/4.2(unnumbered)]
 */
function resits(law: DeferralLaw['resits'], study: Study): Demand {
  if ('none' in law)
    return {
      clause: law.none,
      met: false,
      figures: { ground: 'resits' },
      note: text('Resits are no ground for a deferral.', '重考並非延期修業的理由。'),
      remedy: text('State illness or a compassionate ground.', '以患病或體恤理由申請。'),
    };
  const { clause, value: least } = law.least.on(study.registration.admittedOn);
  const inTerms = new Map<string, number>();
  for (const attempt of ownAttempts(study).filter(({ grade }) => grade === law.grade)) {
    const term = gradedTermOf(attempt);
    inTerms.set(term, (inTerms.get(term) ?? 0) + 1);
  }
  const most = Math.max(0, ...inTerms.values());
  return {
    clause,
    met: most >= least,
    figures: { ground: 'resits', resits: most, least },
    note: text(
      `Examinations of ${most} courses of one term are to be sat again; ${least} are needed.`,
      `同一學期須重考的學科有 ${most} 科，最少須有 ${least} 科。`,
    ),
    remedy: text('State illness or a compassionate ground.', '以患病或體恤理由申請。'),
  };
}

/** Nothing that was studied, or should have been, is put off afterwards; nor is study put off that has not been taken up. */
function beginning(law: DeferralLaw, { registration }: Study, { from, approvedOn }: DeferralRequest): Demand[] {
  const { admittedOn } = registration;
  return [
    {
      clause: law.untilApproved,
      met: from >= approvedOn,
      figures: { from, approvedOn },
      note: text(
        `Study and its duties go on until the approval of ${approvedOn}; the deferral would begin on ${from}.`,
        `在 ${approvedOn} 獲批准前，學生須繼續學業及履行有關責任；延期修業不可由 ${from} 開始。`,
      ),
      remedy: text(
        `Begin on or after ${approvedOn}, or state the earlier day on which the University approved.`,
        `由 ${approvedOn} 或之後開始，或註明大學較早批准的日期。`,
      ),
    },
    {
      clause: law.application,
      met: from >= admittedOn,
      figures: { from, admittedOn },
      note: text(
        `The student was admitted on ${admittedOn}; the deferral would begin before that.`,
        `學生於 ${admittedOn} 獲取錄；延期修業不可早於該日開始。`,
      ),
      remedy: text(`Begin on or after ${admittedOn}.`, `由 ${admittedOn} 或之後開始。`),
    },
  ];
}

function length(law: DeferralLaw, study: Study, request: DeferralRequest): Demand[] {
  const { from, until, covers, approvals, today } = request;
  const { clause, value } = law.years.on(today);
  const whole = law.coversAll ? stretchOfStudy(study, covers, request) : stretchOfCourses(study, covers, request);
  const latest = plusYears(whole.from, value);
  const longer = text('Obtain the approval of the Registrar for longer.', '取得教務長批准延長。');
  return [
    {
      clause,
      met: until > from,
      figures: { from, until },
      note: text('Study has to go on later than the deferral begins.', '復學日期必須在延期修業開始日期之後。'),
    },
    {
      clause,
      met: whole.until <= latest,
      figures: { from: whole.from, until: whole.until, latest, years: value },
      approval: approvalBy(approvals, 'registrar'),
      note: text(
        `Study would be deferred from ${whole.from} beyond ${latest}, more than an academic year.`,
        `延期修業將由 ${whole.from} 起至 ${latest} 之後，長於一個學年。`,
      ),
      remedy:
        latest > from && latest < until
          ? text(
              `Resume by ${latest}, or obtain the approval of the Registrar for longer.`,
              `於 ${latest} 或之前復學，或取得教務長批准延長。`,
            )
          : longer,
    },
  ];
}

/** The courses concerned are those of the programme that are taught or examined within the time of the deferral. */
function coverage(law: DeferralLaw, study: Study, { covers, ...period }: DeferralRequest): Demand[] {
  if (!law.coversAll) return [];
  const covered = new Set(covers.map(attemptName));
  const missing = study.attempts.filter(
    (attempt) =>
      attempt.programme === study.registration.programme.code &&
      attempt.status === 'enrolled' &&
      reachesInto(attempt, period) &&
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
