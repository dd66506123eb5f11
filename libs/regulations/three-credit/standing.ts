import { Rational } from '#kernel';
import type { Demand } from '../common/demand.ts';
import type { Rule } from '../common/parameters.ts';
import { type StageLaw, stageRuling } from '../common/stage.ts';
import { notApplicable } from '../common/standing.ts';
import { adviceByAverage, advisedLoad, decideByAverage } from '../common/standing-average.ts';
import type { AverageLaw } from '../common/standing-average-law.ts';
import { type Dated, dated, type Provision } from '../dated.ts';
import { type Chapter, chapterOf } from '../facts.ts';
import type { EnrolmentRequest } from '../pack.ts';
import type { StandingRules } from '../rules/standing.ts';
import { threeCreditFigures } from './figures.ts';
import { threeCreditScale } from './grades.ts';
import {
  academicCalendar,
  fullTimeLoad,
  registrationValueLimit,
  THREE_CREDIT_PACK,
  taughtPostgraduateLoad,
} from './parameters.ts';
import { threeCreditRegistration } from './registration.ts';

const from = '2022-09-01';

const value = {
  cgpa: Rational.of(2),
  /** Terms on probation in a row that end the study; the term whose result began it is not one of them. */
  probationTerms: 3,
};

/** Credits from which the second stage and each later one begin. */
const stage: StageLaw = {
  pack: THREE_CREDIT_PACK,
  from: dated<readonly number[]>({ from, clause: '3cu/ug/10.2', value: [30, 60, 90, 120] }),
  placed: '3cu/ug/10.1',
  ofProgramme: '3cu/ug/10.3',
};

const both = {
  pack: THREE_CREDIT_PACK,
  scale: threeCreditScale,
  figures: threeCreditFigures,
  isMainTerm: threeCreditRegistration.isMainTerm,
  calendar: academicCalendar,
};

/** One number out of what was told together. */
const partOf = <Value>({ provisions }: Dated<Value>, part: (value: Value) => number): Dated<number> => {
  const [first, ...later] = provisions.map((provision) => ({ ...provision, value: part(provision.value) }));
  return dated(first as Provision<number>, ...later);
};

/** Probation by the cumulative average, by chapter. [3cu/dl/4.1] [3cu/ug/11.1] [3cu/tpg/10.1] */
export const threeCreditStandingLaws: Readonly<Record<Exclude<Chapter, 'research'>, AverageLaw>> = {
  'distance-learning': {
    ...both,
    line: dated({ from, clause: '3cu/dl/4.1', value }),
    low: '3cu/dl/4.1',
    lifted: '3cu/dl/4.3',
    advised: '3cu/dl/4.2',
    firstGpaExempt: true,
    load: partOf(registrationValueLimit, (limit) => limit.value),
  },
  undergraduate: {
    ...both,
    line: dated({ from, clause: '3cu/ug/11.1', value }),
    low: '3cu/ug/11.1',
    lifted: '3cu/ug/11.3',
    advised: '3cu/ug/11.2',
    ended: { after: '3cu/ug/11.5.1', terminated: '3cu/ug/11.5' },
    firstGpaExempt: false,
    load: partOf(fullTimeLoad, ({ term }) => term),
    stage,
  },
  'taught-postgraduate': {
    ...both,
    line: dated({ from, clause: '3cu/tpg/10.1', value }),
    low: '3cu/tpg/10.1',
    lifted: '3cu/tpg/10.3',
    advised: '3cu/tpg/10.2',
    ended: { after: '3cu/tpg/10.5.1', terminated: '3cu/tpg/10.5' },
    firstGpaExempt: false,
    load: partOf(taughtPostgraduateLoad, ({ term }) => term),
  },
};

const ofResearch = notApplicable({ pack: THREE_CREDIT_PACK, figures: threeCreditFigures, clause: '3cu/rpg/4.6' });

/** Standing under the three-credit regulations. [3cu/dl/4.1] [3cu/ug/10.1] [3cu/ug/11.1] [3cu/tpg/10.1] */
export const threeCreditStanding: StandingRules = {
  decide: (study, request) => {
    const chapter = chapterOf(study.registration.programme);
    return chapter === 'research'
      ? ofResearch(study, request)
      : decideByAverage(threeCreditStandingLaws[chapter])(study, request);
  },
  advice: (study, request) => {
    const chapter = chapterOf(study.registration.programme);
    return chapter === 'research' ? undefined : adviceByAverage(threeCreditStandingLaws[chapter])(study, request);
  },
  stage: (study, today) =>
    chapterOf(study.registration.programme) === 'undergraduate'
      ? stageRuling(stage, study, threeCreditFigures(study), today)
      : undefined,
};

/** The load that was advised on probation. [3cu/ug/11.2] [3cu/tpg/10.2] [3cu/dl/4.2] */
export const threeCreditAdvisedLoad: Rule<EnrolmentRequest, readonly Demand[]> = (study, request) => {
  const chapter = chapterOf(study.registration.programme);
  return chapter === 'research' ? [] : advisedLoad(threeCreditStandingLaws[chapter])(study, request);
};
