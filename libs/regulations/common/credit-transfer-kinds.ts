import { type ClauseId, Rational, text } from '#kernel';
import type { Attempt, AwardKind, CourseFacts, Study, Transfer, TransferKind } from '../facts.ts';
import type { TransferRequest } from '../pack.ts';
import { kindClause, type TransferLaw } from './credit-transfer-law.ts';
import { creditsOf, leftOver } from './credit-transfer-limits.ts';
import { approvalBy, type Demand, type Remark } from './demand.ts';
import { sameCourse } from './figures-same-course.ts';
import { attemptName, figure } from './parameters.ts';

type KindDemands = (
  law: TransferLaw,
  study: Study,
  granted: readonly Transfer[],
  request: TransferRequest,
) => readonly (Demand | Remark)[];

/** What each kind of credit transfer asks for besides what all of them ask. */
export const kindDemands: KindDemands = (law, study, granted, request) =>
  BY_KIND[request.transfer.kind](law, study, granted, request);

const WITH_GENERAL: ReadonlySet<AwardKind> = new Set(['higher-diploma', 'associate', 'ordinary', 'honours', 'dual']);
const BACHELOR: ReadonlySet<AwardKind> = new Set(['ordinary', 'honours', 'dual']);

/** General credits: which programmes, which level, how many. [5cu/ct/7.1] [5cu/ct/7.2] [5cu/ct/7.3] [5cu/ct/12.2] [3cu/ct/7.1] [3cu/ct/7.2] [3cu/ct/7.3] */
const general: KindDemands = (law, study, granted, { transfer, today }) => {
  const { programme } = study.registration;
  const own = programme.requirements.generalCreditsCap;
  const provision = law.generalCap.on(today);
  const cap = Rational.of(own ?? provision.value);
  const before = creditsOf(granted.filter((other) => other.kind === 'general'));
  const total = before.plus(creditsOf([transfer]));
  const keepsLevel = transfer.qualification.own && transfer.level === law.ownGeneralLevel;
  const demands: Demand[] = [
    {
      clause: `${law.regulation}/7.1`,
      met: WITH_GENERAL.has(programme.award),
      figures: { award: programme.award },
      note: text(
        "General credits are for bachelor's, associate and higher diploma programmes.",
        '一般學分只適用於學士、副學士及高級文憑課程。',
      ),
    },
    {
      clause: `${law.regulation}/7.2`,
      met: !BACHELOR.has(programme.award) || transfer.level === law.generalLevel || keepsLevel,
      figures: { level: transfer.level, countsAs: keepsLevel ? transfer.level : law.generalLevel },
      note: text(
        `In a bachelor's degree general credits count at ${law.generalLevel} level only.`,
        `在學士課程中，一般學分只可作 ${law.generalLevel} 程度計算。`,
      ),
    },
    {
      clause: own === undefined ? provision.clause : `${law.regulation}/7.3`,
      met: cap.atLeast(total),
      figures: { generalCredits: figure(total), limit: figure(cap) },
      note: text(
        `General credits would come to ${figure(total)}; the limit is ${figure(cap)}.`,
        `一般學分將達 ${figure(total)}，超過上限 ${figure(cap)}。`,
      ),
      remedy: leftOver(cap.minus(before)),
    },
  ];
  return demands;
};

/** The course that a transfer stands for: given, and of no fewer credits than are transferred. */
function forCourse(law: TransferLaw, transfer: Omit<Transfer, 'grantedOn'>): Demand {
  const { course, credits, kind } = transfer;
  return {
    clause: kindClause(law, kind),
    met: course !== undefined && credits <= course.credits,
    figures: { course: course?.code ?? null, courseCredits: course?.credits ?? null, credits },
    note: course
      ? text(`${course.code} has only ${course.credits} credits.`, `${course.code} 只有 ${course.credits} 學分。`)
      : text('The course that the credits stand for has to be named.', '須註明獲豁免的學科。'),
  };
}

/**
 * Whether a course is still free for specific credit or exemption: not registered for (a withdrawn one is free
 * again; the Registrar may decide otherwise), and not granted before. A course passed in another programme may
 * be cited from an award of the University. [5cu/ct/8.3] [5cu/ct/8.6] [5cu/ct/12.4] [3cu/ct/8.3] [3cu/ct/8.6] [3cu/ct/12.4]
 */
function free(law: TransferLaw, study: Study, { transfer, approvals }: TransferRequest, course: CourseFacts) {
  const name = sameCourse([
    course,
    ...study.attempts.map((a) => a.course),
    ...study.transfers.flatMap((t) => t.course ?? []),
  ]);
  const taken = study.attempts.filter(
    (attempt) => attempt.status !== 'withdrawn' && name(attempt.course.code) === name(course.code),
  );
  const cited = taken.filter((attempt) => citable(law, study, transfer, attempt));
  const registered = taken.find((attempt) => !cited.includes(attempt));
  const earlier = study.transfers.find(
    (other) =>
      other.course &&
      name(other.course.code) === name(course.code) &&
      (transfer.qualification.own || other.programme === transfer.programme),
  );
  const looked: (Demand | Remark)[] = [
    {
      clause: `${law.regulation}/8.3`,
      met: !registered,
      figures: { course: course.code, registered: registered ? attemptName(registered) : null },
      approval: approvalBy(approvals, 'registrar'),
      note: text(
        `${course.code} has been registered for already.`,
        `已註冊修讀 ${course.code}，一般不可申請該學科的學分承認。`,
      ),
    },
    {
      clause: transfer.qualification.own ? `${law.regulation}/12.4` : `${law.regulation}/6.2.1`,
      met: !earlier,
      figures: { course: course.code, grantedOn: earlier?.grantedOn ?? null },
      note: text(`Credit has been granted for ${course.code} already.`, `${course.code} 已獲批學分承認。`),
    },
  ];
  if (cited[0]) looked.push({ clause: `${law.regulation}/8.6`, figures: { cited: attemptName(cited[0]) } });
  return looked;
}

const citable = (law: TransferLaw, study: Study, transfer: Omit<Transfer, 'grantedOn'>, attempt: Attempt): boolean =>
  transfer.qualification.own &&
  attempt.programme !== study.registration.programme.code &&
  law.scale.get(attempt.grade ?? '')?.effect === 'passed';

/** Specific credits: for a course of the levels allowed that is still free. [5cu/ct/8.2] [3cu/ct/8.2] */
const specific: KindDemands = (law, study, _granted, request) => {
  const { course } = request.transfer;
  const named = forCourse(law, request.transfer);
  if (!course) return [named];
  return [
    named,
    {
      clause: `${law.regulation}/8.2`,
      met: law.specificLevels.includes(course.level),
      figures: { course: course.code, level: course.level, levels: law.specificLevels.join(' ') },
      note: text(
        `Specific credit is not given for courses at ${course.level} level.`,
        `${course.level} 程度的學科不可獲特定學分承認。`,
      ),
    },
    ...free(law, study, request, course),
  ];
};

/** Full-time specific credits and exemptions: for a named course that is still free. [5cu/ct/10.1] [3cu/ct/10.1] */
const fullTimeCourse: KindDemands = (law, study, _granted, request) => {
  const { course } = request.transfer;
  const named = forCourse(law, request.transfer);
  if (!course) return [named];
  return [
    named,
    { clause: `${law.regulation}/10.1`, figures: { course: course.code } },
    ...free(law, study, request, course),
  ];
};

/** Block credits: they count once the courses named by the University are done. [5cu/ct/9.3] [3cu/ct/9.3] */
const block: KindDemands = (law, _study, _granted, { transfer }) => [
  {
    clause: `${law.regulation}/9.3`,
    figures: { remainingCourses: transfer.remainingCourses.length },
    remark: text(
      'Block credits count when every remaining course on the list has been completed.',
      '須修畢大學指定的所有餘下學科，整體學分方可計算。',
    ),
  },
];

const FULL_TIME_BLOCK: readonly string[] = ['university-english', 'general-education'];

/** Full-time block credits: for University English or General Education. [5cu/ct/11.1] [3cu/ct/11.1] */
const fullTimeBlock: KindDemands = (law, _study, _granted, { transfer }) => {
  const clause: ClauseId = `${law.regulation}/11.1`;
  const category = transfer.category ?? transfer.course?.category;
  return [
    {
      clause,
      met: category !== undefined && FULL_TIME_BLOCK.includes(category),
      figures: { category: category ?? null },
      note: text(
        'Full-time block credits count in University English or General Education only.',
        '全日制整體學分只可用於大學英語及／或通識教育學科。',
      ),
      remedy: text('Name which of the two the credits stand for.', '註明學分用於大學英語或通識教育。'),
    },
  ];
};

const BY_KIND: Readonly<Record<TransferKind, KindDemands>> = {
  general,
  specific,
  block,
  'full-time-specific': fullTimeCourse,
  'full-time-exemption': fullTimeCourse,
  'full-time-block': fullTimeBlock,
};
