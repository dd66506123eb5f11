import type { EventStore } from '#event-store';
import { Rational } from '#kernel';
import { type Attempt, courseworkTotal, examinationMark, lastSubmissions } from '#regulations';
import { foldRecord, RECORD_STREAMS, type RecordEvent } from '#student-record';
import type { Assessment, Dataset, Registration, Submission } from '../oulad/index.ts';

/** Why a score of the data set is not the total of the record. */
export type Cause = 'banked' | 'missing work' | 'weights not 100' | 'two examinations of 100' | 'not in the log';

/**
 * Scores that are worked out from the rows of the data set alone. `sum`: marks times weights, over 100. `handed-in`: the
 * mean of what was handed in for this presentation, by weight. `examination`: the mean of all examinations, by weight.
 */
export type Measure = 'sum' | 'handed-in' | 'examination';

/** One attempt whose score is not what the record has. */
export interface Difference {
  readonly measure: Measure;
  readonly student: string;
  readonly course: string;
  readonly term: string;
  /** Exact fractions; null where there is none. */
  readonly dataset: string | null;
  readonly record: string | null;
  /** What makes the one the other, all of it together; empty when nothing does. */
  readonly causes: readonly Cause[];
}

export interface Compared {
  readonly equal: number;
  readonly different: number;
  /** How many differences have each combination of causes. */
  readonly byCause: Readonly<Record<string, number>>;
  readonly unexplained: number;
}

export interface CourseworkReport {
  /** Registrations of the data set. */
  readonly attempts: number;
  /** Of them, those that the log does not have. */
  readonly absent: number;
  readonly measures: Readonly<Record<Measure, Compared>>;
}

/**
 * Compares every attempt in the log with the scores of the data set that it was imported from, and says what makes up
 * each difference. Nothing that the product computes goes into the scores.
 */
export async function checkCoursework(
  store: EventStore,
  dataset: Dataset,
  onDifference: (difference: Difference) => void = () => undefined,
): Promise<CourseworkReport> {
  const rows = Map.groupBy(dataset.submissions, ({ registration }) => registration);
  const wanted = Map.groupBy(dataset.registrations, ({ student }) => String(student));
  const tallies = { sum: new Tally(), 'handed-in': new Tally(), examination: new Tally() };
  let found = 0;
  for await (const { events } of store.readStreams(RECORD_STREAMS)) {
    const record = foldRecord(events as readonly RecordEvent[] as Iterable<RecordEvent>);
    const attempts = new Map(
      record.attempts.map((attempt) => [`${attempt.course.code}/${attempt.term.code}`, attempt]),
    );
    for (const registration of wanted.get(record.student ?? '') ?? []) {
      const { module: course, code: term } = registration.presentation;
      const attempt = attempts.get(`${course}/${term}`);
      if (!attempt) continue;
      found++;
      for (const { measure, score, ours, steps } of scoresOf(registration, rows.get(registration) ?? [], attempt)) {
        const explained = explain(score, ours, steps);
        tallies[measure].add(explained);
        if (explained)
          onDifference({
            measure,
            student: String(registration.student),
            course,
            term,
            dataset: score?.toString() ?? null,
            record: ours?.toString() ?? null,
            causes: explained,
          });
      }
    }
  }
  const { length: attempts } = dataset.registrations;
  return {
    attempts,
    absent: attempts - found,
    measures: {
      sum: tallies.sum.compared(),
      'handed-in': tallies['handed-in'].compared(),
      examination: tallies.examination.compared(),
    },
  };
}

type Score = Rational | null;

interface Scored {
  readonly measure: Measure;
  readonly score: Score;
  readonly ours: Score;
  /** What the score comes to when each cause, and those before it, is taken into account. */
  readonly steps: readonly (readonly [Cause, Score])[];
}

function scoresOf(registration: Registration, rows: readonly Submission[], attempt: Attempt): Scored[] {
  const { assessments } = registration.presentation;
  const coursework = assessments.filter(({ type }) => type !== 'Exam');
  const examinations = assessments.filter(({ type }) => type === 'Exam');
  const works = lastSubmissions(attempt);
  const inLog = rows.filter(({ assessment, score }) => works.get(String(assessment.id))?.mark === (score ?? undefined));
  const scored = (of: readonly Submission[], among: readonly Assessment[]) =>
    of.filter(({ assessment, score }) => score !== null && among.includes(assessment));
  const [all, kept] = [scored(rows, coursework), scored(inLog, coursework)];
  const own = all.filter(({ banked }) => !banked);
  const [sat, satKept] = [scored(rows, examinations), scored(inLog, examinations)];
  const total = courseworkTotal(attempt).total;
  return [
    {
      measure: 'sum',
      score: overHundred(all),
      ours: total,
      steps: [
        ['weights not 100', mean(all, coursework)],
        ['not in the log', mean(kept, coursework)],
      ],
    },
    {
      measure: 'handed-in',
      score: mean(own),
      ours: total,
      steps: [
        ['banked', mean(all)],
        ['missing work', mean(all, coursework)],
        ['not in the log', mean(kept, coursework)],
      ],
    },
    {
      measure: 'examination',
      score: sat.length === 0 ? null : mean(sat, examinations),
      ours: examinationMark(attempt),
      steps: [
        ['two examinations of 100', mean(sat)],
        ['not in the log', mean(satKept)],
      ],
    },
  ];
}

/** The causes that change the score on the way to what the record has; undefined where it is that already. */
function explain(score: Score, ours: Score, steps: Scored['steps']): Cause[] | undefined {
  if (same(score, ours)) return undefined;
  const causes: Cause[] = [];
  let now = score;
  for (const [cause, then] of steps) {
    if (!same(now, then)) causes.push(cause);
    now = then;
    if (same(now, ours)) return causes;
  }
  return [];
}

const same = (one: Score, other: Score): boolean => (one && other ? one.equals(other) : one === other);

/** Scores and weights have two decimals at most: hundredths are whole. */
const hundredths = (value: number): bigint => BigInt(Math.round(value * 100));

const product = (rows: readonly Submission[]): bigint =>
  rows.reduce((sum, { assessment, score }) => sum + hundredths(score ?? 0) * hundredths(assessment.weight), 0n);

const overHundred = (rows: readonly Submission[]): Rational => Rational.of(product(rows), 100n * 100n * 100n);

/** The mean by weight; over all of some assessments where they are told, with those without a row as zero. */
function mean(rows: readonly Submission[], over?: readonly Assessment[]): Score {
  const weighed = over ?? rows.map(({ assessment }) => assessment);
  const weights = weighed.reduce((sum, { weight }) => sum + hundredths(weight), 0n);
  return weights === 0n ? null : Rational.of(product(rows), 100n * weights);
}

class Tally {
  #equal = 0;
  #different = 0;
  #unexplained = 0;
  readonly #byCause = new Map<string, number>();

  add(causes: readonly Cause[] | undefined): void {
    if (!causes) {
      this.#equal++;
      return;
    }
    this.#different++;
    if (causes.length === 0) this.#unexplained++;
    const name = causes.join(' + ') || 'unexplained';
    this.#byCause.set(name, (this.#byCause.get(name) ?? 0) + 1);
  }

  compared(): Compared {
    const byCause = Object.fromEntries([...this.#byCause].sort(([, a], [, b]) => b - a));
    return { equal: this.#equal, different: this.#different, byCause, unexplained: this.#unexplained };
  }
}
