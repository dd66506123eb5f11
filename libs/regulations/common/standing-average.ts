import {
  type CivilDate,
  type ClauseId,
  type Finding,
  fails,
  holds,
  Rational,
  resting,
  rule,
  type Text,
  text,
} from '#kernel';
import type { AcademicAdvice, StandingState, Study } from '../facts.ts';
import type { CourseChangeRequest, EnrolmentRequest } from '../pack.ts';
import type { AdviceRequest, AdviceRuling, StandingRequest, StandingRuling } from '../rules/standing.ts';
import { fullestLoad } from './course-terms.ts';
import { approvalBy, type Demand } from './demand.ts';
import { ownAttempts } from './figures.ts';
import { figure, type Rule, registrationValueOf } from './parameters.ts';
import { stageOfStudy } from './stage.ts';
import type { AverageLaw } from './standing-average-law.ts';
import { distanceOf, wayBack } from './standing-distance.ts';
import { before, type Seen, studyUntil, type TermEnd, termEnds, through } from './term-ends.ts';

/** How somebody stood at the end of one term. */
export interface StoodAt {
  readonly end: TermEnd;
  readonly standing: Extract<StandingState, 'good' | 'probation' | 'terminated'>;
  /** Terms on probation in a row that were over then. */
  readonly probationTerms: number;
  /** Whether the term itself was one on probation. */
  readonly wasOnProbation: boolean;
}

/**
 * How somebody stood at the end of each term, in order: the one place where probation by average is counted. A published
 * standing goes before what would be worked out now, but for that of the term `but`. Only terms with an end count, so
 * that one that was deferred or not registered for neither counts nor begins anew; nor does one count as on probation
 * that began in good standing, though that was put right later. Compared exactly.
 * [3cu/ug/11.1] [3cu/ug/11.3] [3cu/ug/11.5.1] [3cu/tpg/10.1] [3cu/dl/4.1]
 */
export function standingsByAverage(law: AverageLaw, study: Study, isSeen: Seen, but?: string): readonly StoodAt[] {
  const { cgpa: line, probationTerms: most } = law.line.on(study.registration.admittedOn).value;
  const stood: StoodAt[] = [];
  for (const end of termEnds(study, law.scale, isSeen)) {
    const last = stood.at(-1);
    const wasOnProbation = last !== undefined && last.standing !== 'good' && !beganInGood(study, last.end, end);
    const published = end.term === but ? undefined : publishedAt(study, end.term);
    const isLow = published ? published !== 'good' : !end.cgpa.atLeast(line) && !(law.firstGpaExempt && end.firstGpa);
    const probationTerms = isLow && wasOnProbation ? last.probationTerms + 1 : 0;
    const over = law.ended !== undefined && probationTerms >= most;
    const standing = published ?? (!isLow ? 'good' : over ? 'terminated' : 'probation');
    stood.push({ end, standing, probationTerms, wasOnProbation });
  }
  return stood;
}

/** Whether the standing that was published when a term began was good, whatever a later revision made of it. */
function beganInGood({ standings = [] }: Study, before: TermEnd, { facts }: TermEnd): boolean {
  const decided = standings.find(({ term }) => term.code === before.term);
  if (!decided || !facts) return false;
  const published = [...decided.revisions.map(({ from }) => from), decided];
  return published.findLast(({ on }) => on <= facts.teaching[0])?.standing === 'good';
}

const publishedAt = ({ standings = [] }: Study, term: string): StoodAt['standing'] | undefined => {
  const standing = standings.find((decided) => decided.term.code === term)?.standing;
  return standing === 'not-applicable' ? undefined : standing;
};

/** How a student stands at the end of a term by the cumulative average. [3cu/ug/11.1] [3cu/tpg/10.1] [3cu/dl/4.1] */
export const decideByAverage =
  (law: AverageLaw) =>
  (study: Study, { term }: StandingRequest): StandingRuling => {
    const isSeen = through(term);
    const stood = standingsByAverage(law, study, isSeen, term.code);
    const last = stood.at(-1);
    const until = studyUntil(study, isSeen);
    const figures = law.figures(until);
    const day = study.registration.admittedOn;
    const { findings, clauses } = last
      ? said(law, last, day, figures.restsOn.averages)
      : { findings: [holds(law.low, { cgpa: null })], clauses: [law.low] };
    const distance = last ? distanceOf(law, study, last.end) : undefined;
    const gpa = figures.terms.get(term.code)?.gpa.value ?? null;
    return {
      ...rule(law.pack, findings, distance ? [wayBack(law, until, distance)] : []),
      standing: last?.standing ?? 'good',
      before: (last?.end.term === term.code ? stood.at(-2) : last)?.standing ?? 'good',
      probationTerms: last?.probationTerms ?? 0,
      ...(law.stage ? { stage: stageOfStudy(law.stage, study, figures, day) } : {}),
      figures: {
        cgpa: figures.cgpa.value?.toString() ?? null,
        gpa: gpa?.toString() ?? null,
        creditsEarned: figures.creditsEarned,
        creditsTransferred: figures.creditsTransferred,
        resultsToCome: ownAttempts(until).filter(({ status }) => status === 'enrolled').length,
        ...(last?.end.firstGpa ? { firstGpa: true } : {}),
      },
      ...(distance ? { distance } : {}),
      clauses,
      counts: last?.end.term === term.code,
    };
  };

/** What the clauses say of the last term, and those on which the standing rests, the deciding one first. */
function said(
  law: AverageLaw,
  last: StoodAt,
  day: CivilDate,
  restsOn: readonly ClauseId[],
): { findings: Finding[]; clauses: ClauseId[] } {
  const { end, standing, probationTerms, wasOnProbation } = last;
  const figures = { cgpa: end.cgpa.toFixed(2), term: end.term, ...(end.firstGpa ? { firstGpa: true } : {}) };
  if (standing === 'good') {
    const lifted = wasOnProbation ? [holds(law.lifted, figures)] : [];
    return {
      findings: [resting(holds(law.low, figures), restsOn), ...lifted],
      clauses: wasOnProbation ? [law.lifted, law.low] : [law.low],
    };
  }
  const { probationTerms: most, cgpa: line } = law.line.on(day).value;
  const findings = [
    resting(fails(law.low, onProbation(end), figures), restsOn),
    ...(wasOnProbation ? [fails(law.lifted, notLifted(line), figures)] : []),
  ];
  const clauses = wasOnProbation ? [law.low, law.lifted] : [law.low];
  if (!law.ended) return { findings, clauses };
  const { after, terminated } = law.ended;
  const counted = { ...figures, probationTerms, most };
  if (standing === 'probation')
    return { findings: [...findings, holds(terminated, counted), holds(after, counted)], clauses };
  const ended = studyEnded(probationTerms);
  return {
    findings: [...findings, fails(terminated, ended, counted), fails(after, ended, counted)],
    clauses: [after, terminated, ...clauses],
  };
}

export const onProbation = (end: TermEnd): Text =>
  text(
    `On probation: the CGPA was ${end.cgpa.toFixed(2)} at the end of ${end.term}.`,
    `試讀：${end.term} 學期終結時的累積平均積點為 ${end.cgpa.toFixed(2)}。`,
  );

export const notLifted = (line: Rational): Text =>
  text(
    `Probation goes on: it is lifted at the end of a term with a CGPA of ${line.toFixed(2)} or above.`,
    `試讀尚未解除：學期終結時累積平均積點須達 ${line.toFixed(2)} 或以上。`,
  );

export const studyEnded = (probationTerms: number): Text =>
  text(
    `Study ended: probation was not lifted in ${probationTerms} consecutive terms.`,
    `學籍終止：連續 ${probationTerms} 個試讀學期終結時仍未能解除試讀。`,
  );

/**
 * Whether a student is to be advised: only who was on probation at the end of the term that is named, or of the last.
 * [3cu/ug/11.2] [3cu/tpg/10.2] [3cu/dl/4.2]
 */
export const adviceByAverage =
  (law: AverageLaw) =>
  (study: Study, { term }: AdviceRequest): AdviceRuling => {
    const stood = standingsByAverage(law, study, () => true);
    const about = term === undefined ? stood.at(-1) : stood.find(({ end }) => end.term === term);
    const figures = { term: about?.end.term ?? term ?? null, cgpa: about?.end.cgpa.toFixed(2) ?? null };
    const finding =
      about?.standing === 'probation'
        ? holds(law.advised, figures)
        : fails(
            law.advised,
            text(
              'Advice on probation is for who is on probation at the end of the term.',
              '學業輔導只適用於學期終結時列為試讀的學生。',
            ),
            figures,
          );
    return { ruling: rule(law.pack, [finding]), clause: law.advised, term: about?.end.term };
  };

/**
 * The advice that lifts the block of the last term: given on its results, or on those of a main term before it where it is
 * one that nobody has to take.
 */
export function adviceOn(law: AverageLaw, study: Study, stood: readonly StoodAt[]): AcademicAdvice | undefined {
  const about = new Set<string>();
  for (const { end } of stood.toReversed()) {
    about.add(end.term);
    if (!end.facts || law.isMainTerm(end.facts)) break;
  }
  return study.advice?.findLast(({ term }) => about.has(term));
}

/**
 * The load that the School advised while probation lasts; the School may let more pass. [3cu/ug/11.2] [3cu/tpg/10.2]
 * [3cu/dl/4.2]
 */
export const advisedLoad =
  (law: AverageLaw): Rule<EnrolmentRequest & Pick<Partial<CourseChangeRequest>, 'from'>, readonly Demand[]> =>
  (study, request) => {
    const { course, term, approvals } = request;
    const stood = standingsByAverage(law, study, before(term));
    if (stood.at(-1)?.standing !== 'probation') return [];
    const creditsAtMost = adviceOn(law, study, stood)?.creditsAtMost;
    if (creditsAtMost === undefined) return [];
    const { value: calendar } = law.calendar.on(request.today);
    const others = study.attempts.filter((attempt) => attempt !== request.from);
    const taken = fullestLoad(others, course, term, calendar);
    const total = taken.plus(registrationValueOf(course));
    const left = Rational.of(creditsAtMost).minus(taken);
    const shown = String(figure(left.atLeast(Rational.of(0)) ? left : Rational.of(0)));
    return [
      {
        clause: law.advised,
        met: Rational.of(creditsAtMost).atLeast(total),
        figures: { termTotal: figure(total), advised: creditsAtMost },
        approval: approvalBy(approvals, 'school'),
        note: text(
          `On probation the School advised ${creditsAtMost} credits of a term at most; this comes to ${figure(total)}.`,
          `試讀期間學院建議每學期最多修讀 ${creditsAtMost} 學分；現合共 ${figure(total)} 學分。`,
        ),
        remedy: text(
          `${shown} credits are left in the term; more needs the approval of the School.`,
          `該學期尚餘 ${shown} 學分；超出者須獲學院批准。`,
        ),
      },
    ];
  };
