import { IsReason, IsStudentId, useCase } from '#commands';
import { accept, refuse, text } from '#kernel';
import { gradesToConfirm, mayConfirm, SHEET_CONFIRMERS } from './confirmers.ts';
import { AboutSheet, type MarkSheetRowSettled, markSheets, sheetId, unknownSheet } from './mark-sheet.ts';

/**
 * Somebody has seen to a row of a mark sheet that could not be applied, and says what was done. Refused for a row that is
 * no exception of the sheet (`not-an-exception`), and for one that is settled (`row-settled`).
 * [5cu/assess/18.2.1] [3cu/assess/17.2.1]
 */
export class SettleMarkSheetRow extends AboutSheet {
  @IsStudentId()
  readonly student!: string;

  @IsReason()
  readonly reason!: string;
}

export const settleMarkSheetRow = useCase({
  command: SettleMarkSheetRow,
  path: 'mark-sheet-settlements',
  summary: text('Settle a row of a mark sheet that could not be applied', '處理分數表未能套用的一行資料'),
  by: SHEET_CONFIRMERS,
  clauses: ['5cu/assess/18.2.1', '3cu/assess/17.2.1'],
  stream: markSheets,
  subject: (command) => sheetId(command),
  decide: (sheet, command: SettleMarkSheetRow, { actor: by, today: on }) => {
    if (!sheet) return unknownSheet;
    const { course, term, sheet: name, student, reason } = command;
    if (!sheet.applied?.refused.some((row) => row.student === student)) return notAnException;
    if (sheet.settled?.some((row) => row.student === student)) return rowSettled;
    if (!mayConfirm(sheet, by.role)) return gradesToConfirm;
    const settled: MarkSheetRowSettled = {
      type: 'MarkSheetRowSettled',
      data: { course, term, sheet: name, student, reason, by, on },
    };
    return accept([settled]);
  },
});

const notAnException = refuse(
  'not-an-exception',
  text('The sheet has no row of this student that could not be applied.', '分數表沒有該學生未能套用的資料行。'),
);

const rowSettled = refuse('row-settled', text('The row is settled already.', '此行已獲處理。'));
