import { type CivilDate, type ClauseId, type Ruling, text } from '#kernel';
import type { Dated } from '../dated.ts';
import { type AwardKind, type ByAward, chapterOf, ofAward, type ProgrammeFacts } from '../facts.ts';
import { type AmendmentLaw, amendmentsOf } from './amended.ts';
import { type Demand, ruleOn } from './demand.ts';
import type { LongestPeriod } from './eligibility.ts';

/** The fewest credits that a programme leading to an award may take, and the most where there is such a limit. */
export type LeastCredits = ByAward<{ readonly clause: ClauseId; readonly credits: number; readonly most?: number }>;

/**
 * Whether a programme may be opened: it takes at least the credits of the smallest programme of its award that the
 * regulations know, and at most those of the largest. What its students must earn in the end is for the audit of the award.
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
    /** By award, who approves what a face-to-face equivalent of a programme asks. */
    readonly equivalents?: ByAward<{ readonly clause: ClauseId; readonly authority: string }>;
    readonly amendments: AmendmentLaw;
  }) =>
  (programme: ProgrammeFacts, today: CivilDate): Ruling => {
    const { award, credits } = programme;
    const least = ofAward(law.least.on(today).value, award);
    const { most } = least;
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
      ...(most === undefined ? [] : [withinMost(least.clause, credits, most)]),
      ...equivalentOf(law.equivalents ?? {}, programme),
      ...amendmentsOf(law.amendments, programme),
    ]);
  };

/** A limit on the programme, not on who earns more. [5cu/subdegpd/5.1(b)] [5cu/subdegpd/6.1(b)] [5cu/subdegpd/7.1(b)] */
const withinMost = (clause: ClauseId, credits: number, most: number): Demand => ({
  clause,
  met: credits <= most,
  figures: { credits, most },
  note: text(
    `The award takes ${most} credits at most; the programme has ${credits}.`,
    `頒授該資格最多只須 ${most} 學分；此課程有 ${credits} 學分。`,
  ),
  remedy: text(`Define the programme with ${most} credits or fewer.`, `將課程學分設定為 ${most} 或以下。`),
});

/** A face-to-face programme that takes the place of another one asks what was approved for it. [5cu/bach/5.3] [5cu/bach/9.3] */
function equivalentOf(
  law: ByAward<{ readonly clause: ClauseId; readonly authority: string }>,
  { award, mode, equivalent }: ProgrammeFacts,
): Demand[] {
  const of = law[award];
  if (!of || !equivalent || mode === 'distance-learning') return [];
  return [
    {
      clause: of.clause,
      met: false,
      figures: { award, equivalentOf: equivalent.of },
      approval: equivalent.approval?.authority === of.authority ? equivalent.approval : undefined,
      note: text(
        `Approved as the face-to-face equivalent of ${equivalent.of}, or waiting for it.`,
        `作為 ${equivalent.of} 的同等面授課程，須經批准。`,
      ),
      remedy: text(
        'The approval of the Vice-President (Academic), which the Registrar announces.',
        '取得副校長（學術）批准，由教務長公布。',
      ),
    },
  ];
}

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
