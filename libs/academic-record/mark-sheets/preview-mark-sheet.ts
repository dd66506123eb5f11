import { useCase } from '#commands';
import { accept, text } from '#kernel';
import {
  AboutSheet,
  type MarkSheetPreviewed,
  markSheets,
  sheetConfirmed,
  sheetId,
  unknownSheet,
} from './mark-sheet.ts';
import { previewOf, sheetFacts } from './previewing.ts';
import { SHEET_KEEPERS } from './propose-mark-sheet.ts';

/**
 * Works out what every row of a mark sheet would do, and notes that it was seen: a confirmation names this preview, and
 * is refused when a row would do anything else by then. Refused for a sheet that is confirmed (`mark-sheet-confirmed`).
 * [5cu/assess/18.2.1] [3cu/assess/17.2.1]
 */
export class PreviewMarkSheet extends AboutSheet {}

export const previewMarkSheet = useCase({
  command: PreviewMarkSheet,
  path: 'mark-sheet-previews',
  summary: text('Preview a mark sheet', '預覽分數表'),
  by: SHEET_KEEPERS,
  clauses: ['5cu/assess/18.2.1', '3cu/assess/17.2.1'],
  stream: markSheets,
  subject: (command) => sheetId(command),
  facts: (reader, command: PreviewMarkSheet) => sheetFacts(reader, command),
  decide: (sheet, command: PreviewMarkSheet, { facts, today, actor }) => {
    if (!sheet) return unknownSheet;
    if (sheet.confirmed) return sheetConfirmed;
    const { course, term, sheet: name } = command;
    const { digest: effects, changes, unchanged, refused } = previewOf(sheet, facts, today);
    const previewed: MarkSheetPreviewed = {
      type: 'MarkSheetPreviewed',
      data: {
        course,
        term,
        sheet: name,
        preview: sheet.previews + 1,
        contents: sheet.proposal.contents,
        effects,
        changes,
        unchanged,
        refused,
        by: actor,
        on: today,
      },
    };
    return accept([previewed]);
  },
});
