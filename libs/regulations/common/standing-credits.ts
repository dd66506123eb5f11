import { type CivilDate, type ClauseId, type Finding, fails, holds, resting, rule, text } from '#kernel';
import type { Dated } from '../dated.ts';
import type { Attempt, ProgrammeFacts, StandingDistance, StandingState, Study, TermFacts } from '../facts.ts';
import type { Figures } from '../pack.ts';
import type { StandingRequest, StandingRuling } from '../rules/standing.ts';
import { type AcademicCalendar, academicYearOn, firstYearOf } from './academic-year.ts';
import { gradedYearOf, isEarlierYear, yearOfStudy } from './eligibility.ts';
import { ofAttempt } from './examination-law.ts';
import { ownAttempts } from './figures.ts';
import { termsOf } from './figures-terms.ts';
import { type StageLaw, stageOfStudy } from './stage.ts';
import { studyUntil, through } from './term-ends.ts';

/** The minimum of credits by year of study, and from whom it is asked. */
export interface CreditProgress {
  readonly fromAcademicYear: string;
  readonly firstTestedAfterYear: number;
  /** The credits normally taken in a year are divided by this and rounded down to the step. */
  readonly divisor: number;
  readonly step: number;
  /** The programme by which the text shows how it is counted. */
  readonly example: { readonly credits: number; readonly years: number };
}

/** What a regime says of probation by credits. */
export interface CreditLaw {
  readonly pack: string;
  readonly figures: (study: Study) => Figures;
  readonly progress: Dated<CreditProgress>;
  /** The awards whose students are terminated. */
  readonly terminates: ReadonlySet<ProgrammeFacts['award']>;
  readonly stage: StageLaw;
  readonly calendar: Dated<AcademicCalendar>;
  /** Whether an academic year begins with a term. */
  readonly isFirstTerm: (term: TermFacts) => boolean;
  readonly clauses: {
    readonly probation: ClauseId;
    readonly ended: ClauseId;
    readonly entrants: ClauseId;
    /** How the minimum is made. */
    readonly half: ClauseId;
    readonly normal: ClauseId;
    readonly second: ClauseId;
    readonly later: ClauseId;
    readonly beyond: ClauseId;
    readonly example: ClauseId;
  };
}

/** What the end of one academic year of study came to. */
export interface YearEnd {
  readonly year: number;
  readonly minimum: number;
  readonly earned: number;
  readonly standing: Extract<StandingState, 'good' | 'probation' | 'terminated'>;
  /** Years in a row that ended on probation before. */
  readonly probationYears: number;
  /** At the end of an earlier year. */
  readonly everOnProbation: boolean;
}

/**
 * The credits that must have been earned after a year of study: half the credits of a year, rounded down to a
 * multiple of five, for each year after the first up to N, and no more at N + 1. Null where no minimum is set.
 * [5cu/ug/11.2.1] [5cu/ug/11.2.2] [5cu/ug/11.2.3] [5cu/ug/11.2.4] [5cu/ug/11.2.5]
 */
export const minimumCredits =
  ({ progress }: Pick<CreditLaw, 'progress'>) =>
  (year: number, credits: number, years: number, admittedOn: CivilDate): number | null => {
    const { firstTestedAfterYear, divisor, step } = progress.on(admittedOn).value;
    if (year < firstTestedAfterYear || year > years + 1) return null;
    const afterSecondYear = Math.floor(credits / years / divisor / step) * step;
    return (Math.min(year, years) - 1) * afterSecondYear;
  };

/** Whether the rules are for those who entered later. [5cu/ug/11.4] */
export const enteredBefore = ({ progress }: CreditLaw, { registration }: Study): boolean =>
  isEarlierYear(registration.entryTerm.academicYear, progress.on(registration.admittedOn).value.fromAcademicYear);

/** The credits that the minimum is half of: those of the route of entry; else those of the award without what was transferred. */
const netCredits = ({ registration }: Study, { creditsTransferred }: Figures): number =>
  registration.entry?.route ? registration.programme.credits : registration.programme.credits - creditsTransferred;

/**
 * What the ends of the years of study came to, in order, up to one: the one place where the minimum is looked at. A
 * published standing of a year's end goes before what would be worked out now, but for that of the term `but`. Who was on
 * probation before and has not the minimum at N or N + 1 is terminated; nothing is looked at after that.
 * [5cu/ug/11.1] [5cu/ug/11.3]
 */
export function standingsByCredits(
  law: CreditLaw,
  study: Study,
  figures: Figures,
  yearsDone: number,
  but?: string,
): readonly YearEnd[] {
  const { registration } = study;
  const { award, years } = registration.programme;
  const terms = termsOf(study.attempts);
  const ends: YearEnd[] = [];
  for (let year = 1; year <= Math.min(yearsDone, years + 1); year++) {
    const minimum = minimumCredits(law)(year, netCredits(study, figures), years, registration.admittedOn);
    if (minimum === null) continue;
    const earned = figures.attempts
      .filter(({ attempt }) => yearCounted(law, study, attempt, terms) <= year)
      .reduce((sum, { creditsEarned }) => sum + creditsEarned, 0);
    const last = ends.at(-1);
    const everOnProbation = ends.some(({ standing }) => standing !== 'good');
    const ended = year >= years && everOnProbation && law.terminates.has(award);
    const computed = earned >= minimum ? 'good' : ended ? 'terminated' : 'probation';
    const standing = publishedFor(study, year, but) ?? computed;
    const probationYears = standing !== 'good' && last && last.standing !== 'good' ? last.probationYears + 1 : 0;
    ends.push({ year, minimum, earned, standing, probationYears, everOnProbation });
    if (standing === 'terminated') break;
  }
  return ends;
}

/** The year of study in which the credits of an attempt are earned: after a resit that of the Senate's decision. [5cu/assess/15.2(d)] */
function yearCounted(
  { calendar }: CreditLaw,
  study: Study,
  attempt: Attempt,
  terms: ReadonlyMap<string, TermFacts>,
): number {
  const { entryTerm } = study.registration;
  const graded = yearOfStudy(study.registration, gradedYearOf(attempt, terms));
  const { sittings, resit } = ofAttempt(study, attempt);
  const resat = resit !== undefined || sittings.some(({ kind }) => kind === 'resit');
  if (!resat || attempt.gradedOn === undefined) return graded;
  const decided = academicYearOn(attempt.gradedOn, calendar.on(attempt.gradedOn).value);
  return Math.max(graded, decided - firstYearOf(entryTerm.academicYear) + 1);
}

function publishedFor({ standings = [], registration }: Study, year: number, but?: string) {
  const published = standings.findLast(
    ({ term, yearEnd }) => yearEnd && term.code !== but && yearOfStudy(registration, term.academicYear) === year,
  )?.standing;
  return published === 'not-applicable' ? undefined : published;
}

/** The years of study before one that have ended: while a result of a year is to come, so is its end. */
export const yearsOver = (study: Study, year: number): number =>
  Math.min(
    year - 1,
    ...ownAttempts(study)
      .filter(({ status }) => status === 'enrolled')
      .map((attempt) => yearOfStudy(study.registration, attempt.term.academicYear) - 1),
  );

/** How a full-time student stands at the end of a term by the credits earned. [5cu/ug/10.1] [5cu/ug/11.1] */
export const decideByCredits =
  (law: CreditLaw) =>
  (study: Study, request: StandingRequest): StandingRuling => {
    const { term, yearEnd = !law.isFirstTerm(term) } = request;
    const until = studyUntil(study, through(term));
    const figures = law.figures(until);
    const year = yearOfStudy(study.registration, term.academicYear);
    const applies = !enteredBefore(law, study);
    const yearsDone = yearsOver(until, yearEnd ? year + 1 : year);
    const ends = applies ? standingsByCredits(law, until, figures, yearsDone, term.code) : [];
    const last = ends.at(-1);
    const { findings, clauses } = applies
      ? said(law, until, last, yearsDone, figures.restsOn.credits)
      : notForEntrant(law, until);
    const distance = applies ? distanceOf(law, until, figures, last) : undefined;
    return {
      ...rule(law.pack, findings, distance && distance.missing > 0 ? [wayBack(distance)] : []),
      standing: applies ? (last?.standing ?? 'good') : 'not-applicable',
      before: applies
        ? ((yearEnd && last?.year === year ? ends.at(-1 - 1) : last)?.standing ?? 'good')
        : 'not-applicable',
      probationTerms: last?.probationYears ?? 0,
      stage: stageOfStudy(law.stage, study, figures, study.registration.admittedOn),
      figures: {
        cgpa: figures.cgpa.value?.toString() ?? null,
        gpa: figures.terms.get(term.code)?.gpa.value?.toString() ?? null,
        creditsEarned: figures.creditsEarned,
        creditsTransferred: figures.creditsTransferred,
        resultsToCome: ownAttempts(until).filter(({ status }) => status === 'enrolled').length,
        ...(last ? { year: last.year, minimum: last.minimum, earned: last.earned } : {}),
      },
      ...(distance ? { distance } : {}),
      clauses,
      counts: year >= 1,
    };
  };

type Said = { readonly findings: Finding[]; readonly clauses: readonly ClauseId[] };

const notForEntrant = ({ clauses: { entrants } }: CreditLaw, { registration }: Study): Said => ({
  findings: [
    fails(
      entrants,
      text(
        `Entered in ${registration.entryTerm.academicYear}: the rules on probation are for later entrants.`,
        `學生於 ${registration.entryTerm.academicYear} 學年入學，試讀規定只適用於其後入學者。`,
      ),
      { entered: registration.entryTerm.academicYear },
    ),
  ],
  clauses: [entrants],
});

/** What the clauses say of the last year that was looked at, and those on which the standing rests. */
function said(
  law: CreditLaw,
  { registration }: Study,
  last: YearEnd | undefined,
  yearsDone: number,
  restsOn: readonly ClauseId[],
): Said {
  const { probation, ended, entrants, half, normal, second, later, beyond, example } = law.clauses;
  const admitted = holds(entrants, { entered: registration.entryTerm.academicYear });
  if (!last) return { findings: [admitted, holds(probation, { yearsDone })], clauses: [probation] };
  const { year, minimum, earned, standing, everOnProbation } = last;
  const { years, credits } = registration.programme;
  const { example: shown, firstTestedAfterYear } = law.progress.on(registration.admittedOn).value;
  const byYear = year > years ? beyond : year > firstTestedAfterYear ? later : second;
  const isExample = credits === shown.credits && years === shown.years;
  const made = [half, normal, byYear, ...(isExample ? [example] : [])];
  const figures = { year, minimum, earned };
  if (standing === 'good')
    return {
      findings: [
        admitted,
        resting(holds(probation, figures), restsOn),
        ...made.map((clause) => holds(clause, figures)),
        ...tested(holds(ended, figures)),
      ],
      clauses: [probation, byYear],
    };
  const note = standing === 'terminated' ? terminatedAt(last) : probationAt(last);
  const missed = [
    resting(fails(probation, note, figures), restsOn),
    ...made.map((clause) => fails(clause, note, figures)),
  ];
  if (standing === 'probation')
    return {
      findings: [admitted, ...missed, ...tested(holds(ended, { ...figures, everOnProbation }))],
      clauses: [probation, byYear],
    };
  return {
    findings: [admitted, ...missed, fails(ended, note, { ...figures, everOnProbation })],
    clauses: [ended, probation, byYear],
  };

  function tested(finding: Finding): Finding[] {
    return year >= years ? [finding] : [];
  }
}

export const probationAt = ({ year, minimum, earned }: YearEnd) =>
  text(
    `On probation: ${earned} credits by the end of year ${year}, where ${minimum} are the minimum.`,
    `試讀：至第 ${year} 學年終結時取得 ${earned} 學分，未達 ${minimum} 學分的下限。`,
  );

export const terminatedAt = ({ year, minimum, earned }: YearEnd) =>
  text(
    `Study ended: after probation, ${earned} credits were earned by the end of year ${year}, where ${minimum} are the minimum.`,
    `學籍終止：學生曾被列為試讀生，至第 ${year} 學年終結時取得 ${earned} 學分，未達 ${minimum} 學分的下限。`,
  );

type CreditDistance = Extract<StandingDistance, { measure: 'credits' }>;

/** The credits that are missing from the next minimum; from the last where there is none to come. */
function distanceOf(law: CreditLaw, study: Study, figures: Figures, last: YearEnd | undefined): CreditDistance {
  const { registration } = study;
  const { years } = registration.programme;
  const { firstTestedAfterYear } = law.progress.on(registration.admittedOn).value;
  const next = last ? last.year + (last.standing === 'terminated' ? 0 : 1) : firstTestedAfterYear;
  const year = Math.min(next, years + 1);
  const minimum = minimumCredits(law)(year, netCredits(study, figures), years, registration.admittedOn) ?? 0;
  const earned = figures.creditsEarned;
  return { measure: 'credits', year, minimum, earned, missing: Math.max(minimum - earned, 0) };
}

const wayBack = ({ missing, minimum, year }: CreditDistance) =>
  text(
    `${missing} credits more reach the minimum of ${minimum} at the end of year ${year}.`,
    `再取得 ${missing} 學分，即達第 ${year} 學年終結時 ${minimum} 學分的下限。`,
  );
