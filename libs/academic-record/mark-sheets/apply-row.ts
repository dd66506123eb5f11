import { decideBy, refuse, text } from '#kernel';
import { AboutAttempt } from '../about-attempt.ts';
import { gradedTermFacts } from '../assessment/graded-term.ts';
import { recordUseCase } from '../record-use-case.ts';
import { SHEET_CONFIRMERS } from './confirmers.ts';
import { judgeRow } from './judge-row.ts';
import { IsSheetId, markSheets, rowsOf, sheetId, unknownSheet } from './mark-sheet.ts';
import { effectDigest } from './row-effect.ts';

/**
 * The row of a confirmed mark sheet is recorded for its student: marks and grade in one breath. Nobody asks for it: it
 * follows from the confirmation, in the name of whoever confirmed. What it says is read from the sheet. Refused before
 * the sheet is confirmed (`mark-sheet-unconfirmed`), for a student who is not on it (`not-on-mark-sheet`), where it says
 * nothing new (`nothing-to-record`), where a rule refuses by now what it allowed when the sheet was confirmed, and where
 * it would do anything else than was confirmed (`record-changed`). [5cu/assess/18.2.1] [3cu/assess/17.2.1]
 */
export class ApplyMarkSheetRow extends AboutAttempt {
  @IsSheetId()
  readonly sheet!: string;
}

export const applyMarkSheetRow = recordUseCase({
  command: ApplyMarkSheetRow,
  path: 'mark-sheet-rows',
  summary: text('Apply a row of a mark sheet', '套用分數表的一行資料'),
  by: SHEET_CONFIRMERS,
  internal: true,
  clauses: ['5cu/assess/18.2.1', '5cu/dl/8.2', '5cu/dl/8.5', '3cu/assess/17.2.1', '3cu/dl/9.2', '3cu/dl/9.6'],
  facts: async (reader, command: ApplyMarkSheetRow) => {
    const sheet = await reader.read(markSheets, sheetId(command));
    return { sheet, ...(sheet ? await gradedTermFacts(reader, sheet.proposal) : {}) };
  },
  decide: (record, command: ApplyMarkSheetRow, { facts: { sheet, said }, today, actor }) => {
    if (!sheet) return unknownSheet;
    if (!sheet.confirmed) return unconfirmed;
    const { by, rowEffects } = sheet.confirmed;
    if (actor.role !== by.role || actor.id !== by.id) return notConfirmer;
    const at = rowsOf(sheet).findIndex(({ student }) => student === command.student);
    const row = rowsOf(sheet)[at];
    if (!row) return notOnSheet;
    const { course, term, gradedTerm } = sheet.proposal;
    const { effect, events, ruling } = judgeRow(record, row, { course, term, gradedTerm, said, today });
    const [refusal] = effect.refusals;
    if (refusal && (!ruling || ruling.outcome === 'allowed')) return refuse(refusal.code, refusal.message);
    if (!refusal && effectDigest(effect) !== rowEffects[at]) return recordChanged;
    if (!ruling || (!refusal && events.length === 0)) return nothingToRecord;
    return decideBy(ruling, events, {
      code: refusal?.code ?? 'row-refused',
      message: text('The regulations do not allow this row of the mark sheet.', '按規例不可記錄分數表的這一行資料。'),
    });
  },
});

const unconfirmed = refuse(
  'mark-sheet-unconfirmed',
  text('The mark sheet is not confirmed yet.', '分數表尚未獲確認。'),
);

const notConfirmer = refuse(
  'not-authorised',
  text('Rows are applied in the name of whoever confirmed the sheet.', '資料行須以確認分數表者的名義套用。'),
);

const recordChanged = refuse(
  'record-changed',
  text(
    'The record has changed since the confirmation, so that the row would do something else.',
    '紀錄於確認後已有變更，此行資料的結果與所確認的不同。',
  ),
);

const notOnSheet = refuse('not-on-mark-sheet', text('The student is not on the mark sheet.', '學生不在分數表上。'));

const nothingToRecord = refuse(
  'nothing-to-record',
  text('The row says what stands on the record already.', '此行資料與現有紀錄相同。'),
);
