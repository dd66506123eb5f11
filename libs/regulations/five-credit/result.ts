import type { Ruling } from '#kernel';
import type { Rule } from '../common/parameters.ts';
import { result } from '../common/result.ts';
import { dated } from '../dated.ts';
import type { GradingRequest } from '../pack.ts';
import { fiveCreditScale } from './grades.ts';
import { FIVE_CREDIT_PACK } from './parameters.ts';

/** From the award panel to the published result; grades are given by the School that runs the programme. [5cu/assess/18.2.1] */
export const fiveCreditResult = (grading: Rule<GradingRequest, Ruling>) =>
  result({
    pack: FIVE_CREDIT_PACK,
    scale: fiveCreditScale,
    grading,
    points: '5cu/assess/18.3.1',
    pointless: '5cu/assess/18.3.2',
    panel: '5cu/gloss/6',
    approves: { clause: '5cu/assess/18.2.1', school: 'programme' },
    // Three weeks.
    daysToResults: dated({ from: '2022-09-01', clause: '5cu/assess/19.1', value: 21 }),
    announced: '5cu/assess/19.2',
  });
