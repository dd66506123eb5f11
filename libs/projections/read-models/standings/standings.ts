import { Rational } from '#kernel';
import type { AcademicAdvice, DecidedStanding, StandingDistance, StandingRevision } from '#regulations';
import type { ProgrammeAt, RecordAt } from '#student-record';
import { publishingCommandId } from '#student-record';
import { recordView } from '../../record-view.ts';
import { heldShown, programmeName, type Shown, shown } from '../shown.ts';
import type {
  ProgrammeStandings,
  ShownAdvice,
  ShownDistance,
  ShownRevision,
  ShownStage,
  ShownStanding,
  StandingsDocument,
} from './standings-document.ts';

/** How a student stands and stood. Only what is published: nothing is told that was not. Pure. */
export const standingsDocumentOf = (record: RecordAt): StandingsDocument => ({
  student: record.student,
  programmes: record.programmes.flatMap((of) => programmeStandings(record, of)),
});

export const standingsView = recordView({
  name: 'standings',
  version: 2,
  view: (record) => [{ part: '', document: standingsDocumentOf(record) }],
});

function programmeStandings(
  { student, asOf }: RecordAt,
  { registration, study, pack }: ProgrammeAt,
): ProgrammeStandings[] {
  const { standings = [], advice = [] } = study;
  const stage = pack.standing.stage(study, asOf);
  const held = pack.heldEnrolments(study, asOf);
  if (standings.length === 0 && advice.length === 0 && !stage && held.length === 0) return [];
  const history = [...standings].sort((a, b) => (a.term.teaching[0] < b.term.teaching[0] ? -1 : 1));
  const last = history.at(-1);
  const isAdvised = pack.standing.advice(study, { today: asOf }) !== undefined;
  return [
    {
      ...programmeName(registration, pack),
      ...(stage ? { stage: stageShown(stage) } : {}),
      ...(last ? { standing: last.standing } : {}),
      ...(isAdvised && last?.standing === 'probation'
        ? { advised: advice.some(({ term }) => term === last.term.code) }
        : {}),
      ...heldShown(held),
      history: history.map((standing) => standingShown(student, standing)),
      advice: advice.map(adviceShown),
    },
  ];
}

const stageShown = ({
  stage,
  credits,
  next,
}: NonNullable<ReturnType<ProgrammeAt['pack']['standing']['stage']>>): ShownStage => ({
  stage,
  credits,
  ...(next ? { nextFrom: next.from, missing: next.missing } : {}),
});

function standingShown(student: string, decided: DecidedStanding): ShownStanding {
  const { programme, term, standing, probationTerms, stage, figures, distance, clauses, run, on, revisions } = decided;
  return {
    term: term.code,
    academicYear: term.academicYear,
    standing,
    probationTerms,
    stage,
    gpa: fraction(figures.gpa),
    cgpa: fraction(figures.cgpa),
    creditsEarned: figures.creditsEarned,
    ...(distance ? { distance: distanceShown(distance) } : {}),
    clauses,
    ...(run === undefined ? {} : { run, decision: publishingCommandId(run, student, programme) }),
    on,
    revisions: revisions.map(revisionShown),
  };
}

const fraction = (value: string | null): Shown | null => (value === null ? null : shown(Rational.parse(value)));

const exactly = (value: string): Shown => shown(Rational.parse(value));

const distanceShown = (distance: StandingDistance): ShownDistance =>
  distance.measure === 'credits'
    ? distance
    : {
        measure: distance.measure,
        value: exactly(distance.value),
        line: exactly(distance.line),
        points: exactly(distance.points),
        nextCredits: distance.next.credits,
        nextAverage: exactly(distance.next.average),
      };

const revisionShown = ({ from, on, reason, cause }: StandingRevision): ShownRevision => ({
  standing: from.standing,
  cgpa: fraction(from.figures.cgpa),
  publishedOn: from.on,
  on,
  reason,
  ...(cause === undefined ? {} : { cause }),
});

const adviceShown = ({ term, notes, creditsAtMost, clause, on }: AcademicAdvice): ShownAdvice => ({
  term,
  notes,
  ...(creditsAtMost === undefined ? {} : { creditsAtMost }),
  clause,
  on,
});
