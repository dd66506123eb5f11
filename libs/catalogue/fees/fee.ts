import type { StreamKind } from '#commands';
import { type CivilDate, type DomainEvent, Rational, type RecordedEvent } from '#kernel';
import {
  CHAPTERS_OF,
  type Chapter,
  type ChargeKind,
  type CourseFacts,
  chapterOf,
  type ProgrammeFacts,
  type Regime,
  type StudyMode,
} from '#regulations';

/** What a fee is asked for: once, for a course, or for each of its credits. */
export const FEE_UNITS = ['once', 'course', 'credit'] as const;
export type FeeUnit = (typeof FEE_UNITS)[number];

/** An amount that the University sets, from a day on. */
export interface Fee {
  readonly kind: ChargeKind;
  readonly regime: Regime;
  readonly mode: StudyMode;
  /** The general regulations of those who pay it; the commonest of the mode where nothing was said. */
  readonly chapter?: Chapter;
  /** In whole Hong Kong cents. */
  readonly cents: number;
  readonly per: FeeUnit;
  readonly from: CivilDate;
  /** The clause that asks the fee. */
  readonly clause: string;
}

export type FeeDefined = DomainEvent<'FeeDefined', { fee: Fee }>;

/** The name of the one schedule of fees. */
export const FEE_SCHEDULE = 'schedule';

/** All fees through time. Of two of one kind from one day the later word stands. */
export const fees: StreamKind<readonly Fee[]> = {
  prefix: 'fees-',
  streamOf: (id) => `fees-${id}`,
  initial: [],
  evolve: (schedule, event: RecordedEvent) =>
    event.type === 'FeeDefined' ? [...schedule, (event.data as FeeDefined['data']).fee] : schedule,
};

/** Whether the students of a programme pay a fee. */
const isPaidOn = (fee: Fee, programme: Pick<ProgrammeFacts, 'regime' | 'mode' | 'award'>): boolean =>
  fee.regime === programme.regime &&
  fee.mode === programme.mode &&
  (fee.chapter ?? CHAPTERS_OF[fee.mode][0]) === chapterOf(programme);

/** The fee of a kind that the students of a programme pay on a day; undefined where none has been set by then. */
export const feeOn = (
  schedule: readonly Fee[],
  kind: ChargeKind,
  programme: Pick<ProgrammeFacts, 'regime' | 'mode' | 'award'>,
  day: CivilDate,
): Fee | undefined =>
  schedule
    .filter((fee) => fee.kind === kind && isPaidOn(fee, programme) && fee.from <= day)
    .reduce<Fee | undefined>((latest, fee) => (latest && latest.from > fee.from ? latest : fee), undefined);

/** What a fee comes to, in whole cents; of part of a credit to the nearest cent. */
export const centsOf = ({ cents, per }: Fee, course?: CourseFacts): number =>
  per === 'credit' && course
    ? Number(Rational.parse(String(course.credits)).times(Rational.of(cents)).toFixed(0))
    : cents;
