import type { Role } from '#commands';
import { refuse, text } from '#kernel';
import { type MarkSheet, rowsOf } from './mark-sheet.ts';

/** Who may let results stand: the School, and the Registry that enters what the School has approved. */
const OF_RESULTS: readonly Role[] = ['school', 'dean', 'registry', 'registrar'];
/** Who may, beside them, let marks alone stand. */
const OF_MARKS: readonly Role[] = ['award-panel', 'course-coordinator', 'internal-examiner'];

/** Who may confirm a mark sheet, have its rows applied and settle what could not be. */
export const SHEET_CONFIRMERS: readonly Role[] = [...OF_RESULTS, ...OF_MARKS];

/** Whether a role may let all rows of a sheet stand: grades take one that records results. */
export const mayConfirm = (sheet: MarkSheet, role: string): boolean =>
  (OF_RESULTS as readonly string[]).includes(role) ||
  ((OF_MARKS as readonly string[]).includes(role) && rowsOf(sheet).every(({ grade }) => grade === undefined));

export const gradesToConfirm = refuse(
  'not-authorised',
  text('Grades are confirmed by the School, or by the Registry for it.', '成績等級須由學院確認，或由註冊處代為確認。'),
);
