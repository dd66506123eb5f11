import { text } from '#kernel';
import type { GradingRequest } from '../pack.ts';
import { approvalBy, type Demand } from './demand.ts';
import type { ResitLaw } from './examination-law.ts';

/**
 * The award panel grants a resit, as it sees fit: an office that only enters results brings its word.
 * [5cu/dl/8.11.2] [5cu/ug/9.7.2] [5cu/tpg/9.5.2] [5cu/assess/15.1]
 */
export function grantedByPanel({ granted }: ResitLaw, { grade, entered, approvals = [] }: GradingRequest): Demand[] {
  if (!entered) return [];
  return [
    {
      clause: granted,
      met: false,
      figures: { grade },
      approval: approvalBy(approvals, 'award-panel'),
      note: text('The award panel grants a resit.', '是否給予重考由評核小組決定。'),
      remedy: text(
        'The word of the award panel (award-panel) that it grants it.',
        '評核小組（award-panel）准予重考的決定。',
      ),
    },
  ];
}
