import type { Ruling } from '#kernel';
import type { Rule } from '../common/parameters.ts';
import { result } from '../common/result.ts';
import { dated } from '../dated.ts';
import type { GradingRequest } from '../pack.ts';
import { threeCreditScale } from './grades.ts';
import { THREE_CREDIT_PACK } from './parameters.ts';

/** From the award panel to the published result; grades are given by the School that offers the course. [3cu/assess/17.2.1] */
export const threeCreditResult = (grading: Rule<GradingRequest, Ruling>) =>
  result({
    pack: THREE_CREDIT_PACK,
    scale: threeCreditScale,
    grading,
    points: '3cu/assess/17.3.1',
    pointless: '3cu/assess/17.3.2',
    panel: '3cu/gloss/6',
    approves: { clause: '3cu/assess/17.2.1', school: 'course' },
    // Three weeks.
    daysToResults: dated({ from: '2022-09-01', clause: '3cu/assess/18.1', value: 21 }),
    announced: '3cu/assess/18.2',
  });
