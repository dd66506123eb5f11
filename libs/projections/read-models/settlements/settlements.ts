import type { RecordAt } from '#student-record';
import { type RecordDocument, recordView } from '../../record-view.ts';
import type { DecisionToSettleDocument } from './settlements-document.ts';

/** The decisions that rested on grades which were put right since, settled or not, in the order in which they were listed. Pure. */
export const settlementsOf = ({ student, record }: RecordAt): readonly DecisionToSettleDocument[] =>
  record.results.settlements.map((one) => ({ student, ...one }));

export const settlementsView = recordView({
  name: 'settlement',
  version: 1,
  columns: { is_open: 'integer', listed_on: 'text' },
  indexes: [['is_open', 'listed_on']],
  view: (record) =>
    settlementsOf(record).map(
      (document, index): RecordDocument => ({
        part: String(index),
        document,
        cells: [document.settled ? 0 : 1, document.listedOn],
      }),
    ),
});
