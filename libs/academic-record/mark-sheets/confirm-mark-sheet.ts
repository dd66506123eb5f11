import { IsCount, useCase } from '#commands';
import { accept, refuse, text } from '#kernel';
import { isNamed, isSamePerson, personNeeded } from '../people.ts';
import { ApplicationBrokenOff, applySheet } from './apply-sheet.ts';
import { gradesToConfirm, mayConfirm, nobodyHasASay, panelOrSchoolNeeded, SHEET_CONFIRMERS } from './confirmers.ts';
import {
  AboutSheet,
  type MarkSheetConfirmed,
  markSheets,
  sheetConfirmed,
  sheetId,
  unknownSheet,
} from './mark-sheet.ts';
import { previewOf, sheetFacts } from './previewing.ts';
import { effectDigest } from './row-effect.ts';

/**
 * A second person lets a mark sheet stand, all of it, and its rows begin to be applied. Refused for whoever proposed it
 * (`same-person`), for a sheet of which this is not the last preview or whose rows were replaced since
 * (`contents-changed`), with any row that is refused (`rows-refused`), and when a record has changed so that a row would
 * do anything else than was seen (`effects-changed`). Grades take the School, or the Registry for what the award panel or
 * the School proposed (`panel-or-school-needed`).
 * [5cu/assess/18.2.1] [3cu/assess/17.2.1]
 */
export class ConfirmMarkSheet extends AboutSheet {
  @IsCount(1, 1_000_000, { description: 'The number of the preview that was seen.', example: 1 })
  readonly preview!: number;
}

export const confirmMarkSheet = useCase({
  command: ConfirmMarkSheet,
  path: 'mark-sheet-confirmations',
  summary: text('Confirm a mark sheet', '確認分數表'),
  by: SHEET_CONFIRMERS,
  clauses: ['5cu/assess/18.2.1', '3cu/assess/17.2.1'],
  stream: markSheets,
  subject: (command) => sheetId(command),
  facts: (reader, command: ConfirmMarkSheet) => sheetFacts(reader, command),
  decide: (sheet, command: ConfirmMarkSheet, { facts, today, actor }) => {
    if (!isNamed(actor)) return personNeeded;
    if (!sheet) return unknownSheet;
    if (sheet.confirmed) return sheetConfirmed;
    if (isSamePerson(sheet.proposal.by, actor)) return samePerson;
    const { preview } = sheet;
    const { contents } = sheet.proposal;
    if (!preview || preview.preview !== command.preview || preview.contents !== contents) return contentsChanged;
    if (!mayConfirm(sheet, actor.role)) return gradesToConfirm;
    if (nobodyHasASay(sheet, actor.role)) return panelOrSchoolNeeded;
    const now = previewOf(sheet, facts, today);
    if (now.digest !== preview.effects) return effectsChanged;
    if (now.refused > 0) return rowsRefused(now.refused);
    const { course, term, sheet: name } = command;
    const confirmed: MarkSheetConfirmed = {
      type: 'MarkSheetConfirmed',
      data: {
        course,
        term,
        sheet: name,
        preview: preview.preview,
        contents,
        effects: now.digest,
        rowEffects: now.effects.map(effectDigest),
        by: actor,
        on: today,
      },
    };
    return accept([confirmed]);
  },
  after: async ({ course, term, sheet }, following) => {
    await applySheet(following, { course, term, sheet }).catch((error) => {
      if (!(error instanceof ApplicationBrokenOff)) throw error;
    });
  },
});

const samePerson = refuse(
  'same-person',
  text('A mark sheet is confirmed by somebody else than proposed it.', '分數表須由提交者以外的人員確認。'),
);

const contentsChanged = refuse(
  'contents-changed',
  text(
    'The rows are not those of that preview any more, or it is not the last one; preview the sheet again.',
    '分數表內容已非該次預覽所示，或該次預覽並非最新；請重新預覽。',
  ),
);

const effectsChanged = refuse(
  'effects-changed',
  text(
    'Records have changed since the preview, so that a row would do something else; preview the sheet again.',
    '紀錄於預覽後已有變更，部分資料行的結果與預覽不同；請重新預覽。',
  ),
);

const rowsRefused = (count: number) =>
  refuse(
    'rows-refused',
    text(
      `${count} rows are refused; put them right or leave them out. Nothing is applied before.`,
      `有 ${count} 行不獲接納，請更正或刪去；在此之前不會套用任何資料。`,
    ),
  );
