import type { Role } from '#commands';
import { refuse, text } from '#kernel';
import { type MarkSheet, rowsOf } from './mark-sheet.ts';

/** Who has a say in results, or takes them over as they were given elsewhere. */
const WITH_A_SAY: readonly Role[] = ['award-panel', 'school', 'dean', 'migration'];
/** Who may let results stand: the School, and the Registry that enters what the panel or the School has decided. */
const OF_RESULTS: readonly Role[] = ['school', 'dean', 'registry', 'registrar'];
/** Who may, beside them, let marks alone stand. */
const OF_MARKS: readonly Role[] = ['award-panel', 'course-coordinator', 'internal-examiner'];

/** Who may confirm a mark sheet, have its rows applied and settle what could not be. */
export const SHEET_CONFIRMERS: readonly Role[] = [...OF_RESULTS, ...OF_MARKS];

const hasGrades = (sheet: MarkSheet): boolean => rowsOf(sheet).some(({ grade }) => grade !== undefined);

/** Whether a role may let all rows of a sheet stand: grades take one that records results. */
export const mayConfirm = (sheet: MarkSheet, role: string): boolean =>
  (OF_RESULTS as readonly string[]).includes(role) ||
  ((OF_MARKS as readonly string[]).includes(role) && !hasGrades(sheet));

/**
 * Whether nobody who has a say in results stands behind the grades of a sheet: neither brought them nor lets them stand.
 * [5cu/assess/18.2.1] [3cu/assess/17.2.1]
 */
export const nobodyHasASay = (sheet: MarkSheet, confirmer: string): boolean =>
  hasGrades(sheet) &&
  ![sheet.proposal.by.role, confirmer].some((role) => (WITH_A_SAY as readonly string[]).includes(role));

export const gradesToConfirm = refuse(
  'not-authorised',
  text('Grades are confirmed by the School, or by the Registry for it.', '成績等級須由學院確認，或由註冊處代為確認。'),
);

export const panelOrSchoolNeeded = refuse(
  'panel-or-school-needed',
  text(
    'Grades are given by the award panel and the School: the School confirms them, or one of the two proposes what the Registry confirms.',
    '成績等級由評核小組及學院決定：須由學院確認，或由評核小組或學院提交後再由註冊處確認。',
  ),
);
