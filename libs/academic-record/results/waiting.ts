import { refuse, text } from '#kernel';
import type { ResultFile } from '#regulations';

/**
 * Whether the School has yet to say something of what the award panel recommended last; until then no other result is
 * recorded. [5cu/assess/18.2.1] [3cu/assess/17.2.1]
 */
export function isRecommendationWaiting({ recommendations, approvals }: ResultFile, attempt: string): boolean {
  const last = recommendations.findLast((each) => each.attempt === attempt);
  if (!last) return false;
  return !approvals.some((approval) => approval.attempt === attempt && approval.recommendation === last.id);
}

export const recommendationWaiting = refuse(
  'recommendation-waiting',
  text(
    'A recommendation of the award panel waits for the School: approve it, as it stands or otherwise (ApproveResult).',
    '評核小組的推薦有待學院批准：請按推薦或以其他成績批准（ApproveResult）。',
  ),
);
