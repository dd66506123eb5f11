import type { CivilDate, ClauseId } from '#kernel';
import type { Dated } from '../dated.ts';
import type { ByAward, ChargeKind, GraduateOf, HoldKind, Study } from '../facts.ts';
import type { ClearedAct } from '../pack.ts';

/** What a kind of hold rests on, and what it keeps the student from. */
export interface HoldProvision {
  /** The clauses of which one is named when it is placed. */
  readonly clauses: readonly ClauseId[];
  /** What it keeps the student from, by the clause that says so. */
  readonly blocks: Readonly<Partial<Record<ClearedAct, ClauseId>>>;
}

/** Graduates of these pay no application fee. */
export type GraduatesExempt = Dated<readonly GraduateOf[]>;

/** By what a student is exempt on a day; undefined for who pays. */
export const exemptBy = (
  exempt: GraduatesExempt,
  { graduateOf = [] }: Pick<Study, 'graduateOf'>,
  day: CivilDate,
): GraduateOf | undefined => graduateOf.find((of) => exempt.on(day).value.includes(of));

/** What the regulations of a chapter say of money and holds. */
export interface DuesLaw {
  readonly pack: string;
  /** What may be charged, with the clause that asks for it. */
  readonly charges: Readonly<Partial<Record<ChargeKind, ClauseId>>>;
  /**
   * Who pays an application fee: every applicant, or those to programmes that have conditions of entry; and the graduates
   * of what are exempt. Absent where nothing is said of it.
   */
  readonly applicants?: { readonly who: 'all' | 'where-conditions'; readonly exempt: GraduatesExempt };
  readonly holds: Readonly<Partial<Record<HoldKind, HoldProvision>>>;
  /** What money owed keeps a student from. */
  readonly debts: Readonly<Partial<Record<Exclude<ClearedAct, 'award'>, ClauseId>>> & {
    readonly enrolment: ClauseId;
    readonly award: ByAward<ClauseId>;
  };
  /** Payment later than on registration, and what registration is until then; absent where nothing provides for it. */
  readonly later?: { readonly asked: ClauseId; readonly provisional: ClauseId };
  /**
   * What becomes of tuition paid for courses that are deferred: a course is resumed without more of it, or it is
   * credited to whatever is taken in the term of return; what exceeds it to later courses with approval, or to none.
   */
  readonly afterDeferral: {
    readonly clause: ClauseId;
    readonly resumes: 'course' | 'study';
    readonly surplus?: 'with-approval';
  };
  /** The fee that goes with enrolling after the days of registration; absent where nobody enrols then. */
  readonly lateEnrolment?: ClauseId;
  /** The first day of teaching of the terms whose entrants pay a caution deposit. */
  readonly depositFrom?: Dated<CivilDate>;
}
