import { isDeepStrictEqual } from 'node:util';
import type { CivilDate } from '#kernel';
import type { StandingDecision, StandingRuling, TermFacts } from '#regulations';
import type { ProgrammeAt, RecordAt } from '#student-record';
import { namedClass, shownAverage } from '../shown.ts';
import type { FiguresTold, ProgrammeAmended, StandingTold, TermAmended } from './amendment-document.ts';

/** The programmes of which a figure is another on the second record than on the first, on a day. Pure. */
export function figuresAmended(before: RecordAt, after: RecordAt, today: CivilDate): ProgrammeAmended[] {
  return before.programmes.flatMap((programme, index) => {
    const amended = after.programmes[index];
    if (!amended) return [];
    const [one, other] = [toldOf(programme, today), toldOf(amended, today)];
    if (isDeepStrictEqual(one, other)) return [];
    const terms = (of: FiguresTold, not: FiguresTold) =>
      of.terms.filter((term) => !not.terms.some((same) => isDeepStrictEqual(term, same)));
    return [
      {
        programme: programme.registration.programme.code,
        before: { ...one, terms: terms(one, other) },
        after: { ...other, terms: terms(other, one) },
      },
    ];
  });
}

function toldOf({ registration, figures, audit, study, pack }: ProgrammeAt, today: CivilDate): FiguresTold {
  const dates = new Map<string, TermFacts>([
    [registration.entryTerm.code, registration.entryTerm],
    ...study.attempts.map(({ term }) => [term.code, term] as const),
  ]);
  const standingOf = (code: string): Pick<TermAmended, 'standing'> => {
    const term = dates.get(code);
    const ruling = term && pack.standing.decide(study, { term, today });
    return ruling?.counts ? { standing: standingTold(ruling) } : {};
  };
  return {
    cgpa: shownAverage(figures.cgpa),
    creditsEarned: figures.creditsEarned,
    terms: [...figures.terms].map(([term, { gpa, creditsEarned }]) => ({
      term,
      gpa: shownAverage(gpa),
      creditsEarned,
      ...standingOf(term),
    })),
    award: {
      met: audit.met,
      outstanding: audit.requirements.filter(({ met }) => !met).map(({ clause }) => clause),
      class: audit.met ? namedClass(audit.classification?.class ?? null) : null,
    },
  };
}

export const standingTold = ({
  standing,
  probationTerms,
  clauses,
}: Pick<StandingRuling | StandingDecision, 'standing' | 'probationTerms' | 'clauses'>): StandingTold => ({
  standing,
  probationTerms,
  clauses,
});
