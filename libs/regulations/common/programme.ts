import { type CivilDate, type ClauseId, type Ruling, text } from '#kernel';
import type { Dated } from '../dated.ts';
import { type AwardKind, chapterOf, type ProgrammeFacts } from '../facts.ts';
import { type Demand, ruleOn } from './demand.ts';
import type { LongestPeriod } from './eligibility.ts';

/** The fewest credits that a programme leading to an award may take. */
export type LeastCredits = Readonly<Record<AwardKind, { readonly clause: ClauseId; readonly credits: number }>>;

/**
 * Whether a programme may be opened: it takes at least the credits of the smallest programme of its award that the
 * regulations know. What its students must earn in the end is for the audit of the award.
 */
export const programme =
  (law: {
    readonly pack: string;
    readonly least: Dated<LeastCredits>;
    /** How long taught postgraduates may study, and the clause that binds the programmes of each award. */
    readonly taughtPostgraduate: {
      readonly longest: Dated<LongestPeriod>;
      readonly awards: Partial<Readonly<Record<AwardKind, ClauseId>>>;
    };
  }) =>
  (programme: ProgrammeFacts, today: CivilDate): Ruling => {
    const { award, credits } = programme;
    const least = law.least.on(today).value[award];
    return ruleOn(law.pack, [
      ...longestPeriodOf(law.taughtPostgraduate, programme, today),
      {
        clause: least.clause,
        met: credits >= least.credits,
        figures: { award, credits, least: least.credits },
        note: text(
          `The award takes ${least.credits} credits at least; the programme has ${credits}.`,
          `頒授該學銜最少須有 ${least.credits} 學分；此課程只有 ${credits} 學分。`,
        ),
        remedy: text(
          `Define the programme with ${least.credits} credits or more.`,
          `將課程學分設定為 ${least.credits} 或以上。`,
        ),
      },
    ]);
  };

/** The School sets a period for each programme, within that of the regulations. [5cu/pgd/5.1] [5cu/pgdeg/5.1] [3cu/pgd/5.1] [3cu/pgdeg/5.1] */
function longestPeriodOf(
  law: { readonly longest: Dated<LongestPeriod>; readonly awards: Partial<Readonly<Record<AwardKind, ClauseId>>> },
  programme: ProgrammeFacts,
  today: CivilDate,
): Demand[] {
  const clause = law.awards[programme.award];
  if (chapterOf(programme) !== 'taught-postgraduate' || !clause) return [];
  const longest = law.longest.on(today).value;
  const most = 'beyond' in longest ? programme.years + longest.beyond : longest.inAll;
  const set = programme.requirements.longestYears ?? most;
  const met = 'beyond' in longest ? set === most : set <= most && programme.years <= set;
  return [
    {
      clause,
      met,
      figures: { prescribedYears: programme.years, longestYears: set, atMost: most },
      note: text(
        `Study lasts ${most} years at most; the programme has ${programme.years} and allows ${set}.`,
        `修業期最長為 ${most} 年；此課程的修業期為 ${programme.years} 年，最長 ${set} 年。`,
      ),
      remedy:
        'beyond' in longest
          ? text(
              'Leave out the longest period: it follows from the prescribed one.',
              '毋須設定最長修業期，由規定修業期推算。',
            )
          : text(
              `Set a longest period from ${programme.years} to ${most} years.`,
              `將最長修業期設定為 ${programme.years} 至 ${most} 年。`,
            ),
    },
  ];
}
