import { type CivilDate, type ClauseId, rule, text } from '#kernel';
import type { StandingDecision, Study } from '../facts.ts';
import type { Figures } from '../pack.ts';
import type { StandingRequest, StandingRuling } from '../rules/standing.ts';
import { ownAttempts } from './figures.ts';
import { studyUntil, through } from './term-ends.ts';

/** A chapter whose text puts nobody on probation, with the clause that says for whom it is, or who decides instead. */
export interface NoStanding {
  readonly pack: string;
  readonly figures: (study: Study) => Figures;
  readonly clause: ClauseId;
}

/** The rules on probation are not for this student. The figures are told all the same. */
export const notApplicable =
  ({ pack, figures: figuresOf, clause }: NoStanding) =>
  (study: Study, { term }: StandingRequest): StandingRuling => {
    const until = studyUntil(study, through(term));
    const figures = figuresOf(until);
    const note = text(
      'The regulations of this mode of study put nobody on probation.',
      '此修讀模式的規例並無試讀的規定。',
    );
    return {
      ...rule(pack, [{ clause, holds: true, note }]),
      standing: 'not-applicable',
      before: 'not-applicable',
      probationTerms: 0,
      figures: {
        cgpa: figures.cgpa.value?.toString() ?? null,
        gpa: figures.terms.get(term.code)?.gpa.value?.toString() ?? null,
        creditsEarned: figures.creditsEarned,
        creditsTransferred: figures.creditsTransferred,
        resultsToCome: ownAttempts(until).filter(({ status }) => status === 'enrolled').length,
      },
      clauses: [clause],
      counts: false,
    };
  };

/** A standing as it is published: what the ruling came to, without the ruling. */
export const standingDecision = (
  { standing, probationTerms, stage, figures, distance, clauses }: StandingRuling,
  of: {
    readonly programme: string;
    readonly term: StandingDecision['term'];
    readonly yearEnd: boolean;
    readonly run?: string;
    readonly on: CivilDate;
  },
): StandingDecision => ({
  programme: of.programme,
  term: of.term,
  yearEnd: of.yearEnd,
  standing,
  probationTerms,
  stage: stage?.stage ?? null,
  figures,
  ...(distance ? { distance } : {}),
  clauses,
  ...(of.run === undefined ? {} : { run: of.run }),
  on: of.on,
});
