import type { ClauseId } from '#kernel';
import type { AcademicCalendar } from '../common/academic-year.ts';
import { stageRuling } from '../common/stage.ts';
import { notApplicable } from '../common/standing.ts';
import { type CreditLaw, type CreditProgress, decideByCredits } from '../common/standing-credits.ts';
import { dated } from '../dated.ts';
import { type Chapter, chapterOf } from '../facts.ts';
import type { StandingRules } from '../rules/standing.ts';
import { fiveCreditFigures } from './figures.ts';
import { FIVE_CREDIT_PACK } from './parameters.ts';
import { fiveCreditResearch } from './research.ts';

const from = '2016-09-01';

/** Probation of full-time students by the credits earned, for those admitted from 2016/17. [5cu/ug/11.1] [5cu/ug/11.3] [5cu/ug/11.4] */
export const fiveCreditStandingLaw: CreditLaw = {
  pack: FIVE_CREDIT_PACK,
  figures: fiveCreditFigures,
  progress: dated<CreditProgress>({
    from,
    clause: '5cu/ug/11.2.1',
    value: {
      fromAcademicYear: '2016/17',
      firstTestedAfterYear: 2,
      divisor: 2,
      step: 5,
      example: { credits: 160, years: 4 },
    },
  }),
  terminates: new Set(['ordinary', 'honours', 'dual']),
  stage: {
    pack: FIVE_CREDIT_PACK,
    from: dated<readonly number[]>({ from, clause: '5cu/ug/10.2', value: [40, 80, 120, 160] }),
    placed: '5cu/ug/10.1',
    ofProgramme: '5cu/ug/10.3',
  },
  calendar: dated<AcademicCalendar>({ from, clause: '5cu/gloss/2', value: { firstMonth: 9, terms: 3 } }),
  isFirstTerm: fiveCreditResearch.isFirstTerm,
  clauses: {
    probation: '5cu/ug/11.1',
    ended: '5cu/ug/11.3',
    entrants: '5cu/ug/11.4',
    half: '5cu/ug/11.2.1',
    normal: '5cu/ug/11.2.2',
    second: '5cu/ug/11.2.3',
    later: '5cu/ug/11.2.4',
    beyond: '5cu/ug/11.2.5',
    example: '5cu/ug/11.2.6',
  },
};

const fullTime = decideByCredits(fiveCreditStandingLaw);

/** The clauses by which nobody else stands on probation: that of full-time students, and of research the Senate's power. */
const others: Readonly<Record<Exclude<Chapter, 'undergraduate'>, ClauseId>> = {
  'distance-learning': '5cu/ug/11.1',
  'taught-postgraduate': '5cu/ug/11.1',
  research: '5cu/rpg/4.6',
};

/** Standing under the five-credit regulations. [5cu/ug/10.1] [5cu/ug/11.1] */
export const fiveCreditStanding: StandingRules = {
  decide: (study, request) => {
    const chapter = chapterOf(study.registration.programme);
    return chapter === 'undergraduate'
      ? fullTime(study, request)
      : notApplicable({ pack: FIVE_CREDIT_PACK, figures: fiveCreditFigures, clause: others[chapter] })(study, request);
  },
  advice: () => undefined,
  stage: (study, today) =>
    chapterOf(study.registration.programme) === 'undergraduate'
      ? stageRuling(fiveCreditStandingLaw.stage, study, fiveCreditFigures(study), today)
      : undefined,
};
