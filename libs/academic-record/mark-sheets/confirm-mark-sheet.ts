import { IsCount, type Role, useCase } from '#commands';
import { accept, refuse, text } from '#kernel';
import {
  AboutSheet,
  isSamePerson,
  type MarkSheetConfirmed,
  markSheets,
  rowsOf,
  sheetConfirmed,
  sheetId,
  unknownSheet,
} from './mark-sheet.ts';
import { previewOf, sheetFacts } from './previewing.ts';

/** Who may let results stand: the School, and the Registry that enters what the School has approved. */
const OF_RESULTS: readonly Role[] = ['school', 'dean', 'registry', 'registrar'];
/** Who may, beside them, let marks alone stand. */
const OF_MARKS: readonly Role[] = ['award-panel', 'course-coordinator', 'internal-examiner'];

/**
 * A second person lets a mark sheet stand, all of it: from here on its rows are applied. Refused for whoever proposed it
 * (`same-person`), for a sheet of which this is not the last preview or whose rows were replaced since
 * (`contents-changed`), with any row that is refused (`rows-refused`), and when a record has changed so that a row would
 * do anything else than was seen (`effects-changed`). Grades take the School or the Registry.
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
  by: [...OF_RESULTS, ...OF_MARKS],
  clauses: ['5cu/assess/18.2.1', '3cu/assess/17.2.1'],
  stream: markSheets,
  subject: (command) => sheetId(command),
  facts: (reader, command: ConfirmMarkSheet) => sheetFacts(reader, command),
  decide: (sheet, command: ConfirmMarkSheet, { facts, today, actor }) => {
    if (!sheet) return unknownSheet;
    if (sheet.confirmed) return sheetConfirmed;
    if (isSamePerson(sheet.proposal.by, actor)) return samePerson;
    const { preview } = sheet;
    const { contents } = sheet.proposal;
    if (!preview || preview.preview !== command.preview || preview.contents !== contents) return contentsChanged;
    if ((OF_MARKS as readonly string[]).includes(actor.role) && rowsOf(sheet).some(({ grade }) => grade !== undefined))
      return gradesToConfirm;
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
        by: actor,
        on: today,
      },
    };
    return accept([confirmed]);
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

const gradesToConfirm = refuse(
  'not-authorised',
  text('Grades are confirmed by the School, or by the Registry for it.', '成績等級須由學院確認，或由註冊處代為確認。'),
);

const rowsRefused = (count: number) =>
  refuse(
    'rows-refused',
    text(
      `${count} rows are refused; put them right or leave them out. Nothing is applied before.`,
      `有 ${count} 行不獲接納，請更正或刪去；在此之前不會套用任何資料。`,
    ),
  );
