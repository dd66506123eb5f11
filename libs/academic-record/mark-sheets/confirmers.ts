import type { Role } from '#commands';
import { refuse, text } from '#kernel';
import { type MarkSheet, rowsOf } from './mark-sheet.ts';

/** Who may record results on behalf of the award panel or of the School. */
const OF_RESULTS: readonly Role[] = ['award-panel', 'school', 'dean', 'registry', 'registrar'];
/** Who may, beside them, let marks alone stand. */
const OF_MARKS: readonly Role[] = ['course-coordinator', 'internal-examiner'];

/** Who may confirm a mark sheet, have its rows applied and settle what could not be. */
export const SHEET_CONFIRMERS: readonly Role[] = [...OF_RESULTS, ...OF_MARKS];

/** Whether a role may let all rows of a sheet stand: grades take one that records results. */
export const mayConfirm = (sheet: MarkSheet, role: string): boolean =>
  (OF_RESULTS as readonly string[]).includes(role) ||
  ((OF_MARKS as readonly string[]).includes(role) && rowsOf(sheet).every(({ grade }) => grade === undefined));

export const gradesToConfirm = refuse(
  'not-authorised',
  text(
    'Grades are confirmed by the award panel, the School or the Registry.',
    '成績等級須由評審委員會、學院或註冊處確認。',
  ),
);
