import type { ClauseId, Ruling } from '#kernel';
import type { Attempt } from '../facts.ts';
import type { CourseworkLaw } from './coursework-law.ts';
import { ruleOn } from './demand.ts';
import type { Rule } from './parameters.ts';

/**
 * An allegation of plagiarism goes to the disciplinary proceedings, and so does what became of it; neither changes a
 * mark. [5cu/assess/4.2] [3cu/assess/4.2]
 */
export const allegation =
  (
    law: CourseworkLaw,
  ): Rule<{ readonly attempt: Attempt; readonly assignment: string }, { ruling: Ruling; clause: ClauseId }> =>
  (_study, { assignment }) => ({
    ruling: ruleOn(law.pack, [{ clause: law.discipline, figures: { item: assignment } }]),
    clause: law.discipline,
  });
