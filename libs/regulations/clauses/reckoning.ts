import type { ClauseId } from '#kernel';

/**
 * Clauses that say how a figure is reckoned and decide nothing: what a grade is worth, what enters an average and with
 * what weight, when credits are earned. A figure is never refused, so they are told by the documents that show it.
 */
export const reckoningClauses: ReadonlySet<ClauseId> = new Set([
  '5cu/dl/8.3',
  '5cu/dl/8.4',
  '5cu/ug/9.3',
  '5cu/ug/9.4',
  '5cu/tpg/6.3(footnote)',
  '5cu/tpg/9.2(unnumbered)',
  '5cu/assess/18.3.2',
  '5cu/assess/18.4.1',
  '5cu/assess/18.5.1',
  '5cu/assess/18.5.2',
  '3cu/dl/9.4',
  '3cu/dl/9.5',
  '3cu/ug/9.5',
  '3cu/ug/9.6',
  '3cu/tpg/9.3',
  '3cu/tpg/9.5',
  '3cu/tpg/9.6',
  '3cu/assess/17.3.2',
  '3cu/assess/17.4.1',
  '3cu/assess/17.5.1',
]);
