import { type CivilDate, plusMonths } from '#kernel';
import type { Attempt, CourseCategory, CourseFacts, CourseLevel, Study, Transfer } from '../facts.ts';
import type { Figures } from '../pack.ts';
import { gradeOf, isFinal } from './figures.ts';
import { sameCourse } from './figures-same-course.ts';
import type { Scale } from './grades.ts';

/** Credits that may count towards an award: a course passed here, or a transfer. */
export interface Countable {
  /** Shared by courses of the same content; a transfer without a course has a name of its own. */
  readonly name: string;
  readonly course?: CourseFacts;
  /** The attempt whose grade stands for the course; absent for transfers. */
  readonly attempt?: Attempt;
  readonly credits: number;
  readonly level: CourseLevel;
  /** Block credits stand for a whole qualification: no limit on courses of a level holds them down. [5cu/ct/3.1(c)] [3cu/ct/3.1(c)] */
  readonly block: boolean;
  readonly category?: CourseCategory;
  /** Grade points in tenths; null for Pass and for transfers. */
  readonly tenths: number | null;
  readonly required: boolean;
  readonly named: boolean;
}

/** All that a student can bring to an award, before anything is left out. */
export interface Holdings {
  readonly countable: readonly Countable[];
  /** Names of the courses that are passed, transferred or exempted. */
  readonly satisfied: ReadonlySet<string>;
  /** Names of the courses that are passed here. */
  readonly passed: ReadonlySet<string>;
  readonly nameOf: (code: string) => string;
  /** Block transfers that leave courses to be taken. */
  readonly blocks: readonly Transfer[];
  /** Credits that were earned too long ago to count. */
  readonly expired: number;
  /** Credits of full-time block transfer that stand for University English or General Education, whichever wants them. */
  readonly fullTimeBlock: number;
}

/** General credits stand at the lowest level of a degree, unless they were granted as preparatory. [5cu/ct/7.2] [3cu/ct/7.2] */
const levelOf = (transfer: Transfer, study: Study): CourseLevel => {
  if (transfer.kind !== 'general') return transfer.course?.level ?? transfer.level;
  if (transfer.level === 'preparatory') return 'preparatory';
  return study.registration.programme.regime === '3cu' ? 1000 : 'foundation';
};

const isExemption = (transfer: Transfer): boolean => transfer.kind === 'full-time-exemption';

export function holdingsOf(study: Study, figures: Figures, scale: Scale): Holdings {
  const { programme } = study.registration;
  const { courses, named } = programme.requirements;
  const transfers = study.transfers.filter((transfer) => transfer.programme === programme.code);
  const nameOf = sameCourse([
    ...figures.attempts.map(({ attempt }) => attempt.course),
    ...transfers.flatMap(({ course }) => (course ? [course] : [])),
  ]);
  const requiredNames = new Set(courses.map(nameOf));
  const namedNames = named.length === 0 ? null : new Set(named.map(nameOf));
  const passed = new Set<string>();
  const countable: Countable[] = [];

  const standing = new Map<string, Attempt>();
  for (const { attempt, superseded } of figures.attempts) {
    const grade = gradeOf(attempt, scale);
    if (!isFinal(grade)) continue;
    const name = nameOf(attempt.course.code);
    if (!superseded) standing.set(name, attempt);
    if (grade.effect === 'passed') passed.add(name);
  }
  const since = countingSince(study, figures);
  let expired = 0;
  for (const { attempt, creditsEarned } of figures.attempts) {
    if (creditsEarned === 0) continue;
    if ((attempt.gradedOn ?? since) < since) {
      expired += creditsEarned;
      continue;
    }
    const name = nameOf(attempt.course.code);
    const last = standing.get(name) ?? attempt;
    const required = requiredNames.has(name);
    countable.push({
      name,
      course: last.course,
      attempt: last,
      credits: creditsEarned,
      level: attempt.course.level,
      block: false,
      category: attempt.course.category,
      tenths: gradeOf(last, scale)?.tenths ?? null,
      required,
      named: required || namedNames === null || namedNames.has(name),
    });
  }
  // Who entered by a route is exempted from its courses. [3cu/bach/3.3] [3cu/bach/3.4]
  const exempts = study.registration.entry?.route?.exempts ?? [];
  const satisfied = new Set([...passed, ...exempts.map(nameOf)]);
  transfers.forEach((transfer, index) => {
    const name = transfer.course ? nameOf(transfer.course.code) : `transfer ${index}`;
    const already = satisfied.has(name);
    satisfied.add(name);
    if (isExemption(transfer) || already || transfer.credits === 0) return;
    const required = requiredNames.has(name);
    countable.push({
      name,
      course: transfer.course,
      credits: transfer.credits,
      level: levelOf(transfer, study),
      block: transfer.kind === 'block',
      category: transfer.course?.category ?? transfer.category,
      tenths: null,
      required,
      named: required || namedNames === null || transfer.kind === 'block' || namedNames.has(name),
    });
  });
  const blocks = transfers.filter(({ kind, remainingCourses }) => kind === 'block' && remainingCourses.length > 0);
  const openBlocks = transfers.filter(({ kind, category }) => kind === 'full-time-block' && category === undefined);
  const fullTimeBlock = openBlocks.reduce((sum, { credits }) => sum + credits, 0);
  return { countable, satisfied, passed, nameOf, blocks, expired, fullTimeBlock };
}

/** The first day whose results count: so many years before the last result. Every day, where there is no limit. */
function countingSince({ registration }: Study, { attempts }: Figures): CivilDate {
  const years = registration.programme.requirements.creditYears;
  if (years === undefined) return '';
  const last = attempts.reduce<CivilDate>(
    (latest, { attempt: { gradedOn = '' } }) => (gradedOn > latest ? gradedOn : latest),
    '',
  );
  return last === '' ? '' : plusMonths(last, -12 * years);
}
