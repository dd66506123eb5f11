import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
import { IsTermCode, type Role, useCase } from '#commands';
import { accept, type Refusal, refuse, text } from '#kernel';
import { isNamed, personNeeded } from '../people.ts';
import { AboutSheet, digestOf, type MarkSheetProposed, markSheets, sheetConfirmed, sheetId } from './mark-sheet.ts';
import { readSheet, SHEET_LIMITS, type SheetFault } from './sheet-rows.ts';

/** Who may bring marks and grades to the award panel. */
export const SHEET_KEEPERS: readonly Role[] = [
  'tutor',
  'teacher',
  'course-coordinator',
  'internal-examiner',
  'award-panel',
  'school',
  'dean',
  'registry',
  'registrar',
  'migration',
];

/** Says something, in whichever line. */
const WORDS = '\\S';

/**
 * A mark sheet of a course in a term: marks and grades of many students at once, to be previewed and confirmed. Proposed
 * again before it is confirmed, its rows are replaced. Refused where it cannot be read, with row and column
 * (`malformed-csv`, `not-a-mark`, ...), and when it is confirmed already (`mark-sheet-confirmed`).
 * [5cu/assess/18.2.1] [3cu/assess/17.2.1]
 */
export class ProposeMarkSheet extends AboutSheet {
  @ApiProperty({
    description:
      'The rows as CSV. The header has `student`, pieces of assessed work by their codes, `examination` and `grade`; an empty cell says nothing.',
    example: 'student,TMA01,examination,grade\nS1,70,65.5,B+\n',
    minLength: 1,
    maxLength: SHEET_LIMITS.characters,
    pattern: WORDS,
  })
  @IsString()
  @Length(1, SHEET_LIMITS.characters)
  @Matches(new RegExp(WORDS), { message: '$property must say something' })
  readonly content!: string;

  @IsTermCode({
    description: 'The term in which the results are awarded: needed with grades of a course over several terms.',
    optional: true,
  })
  readonly gradedTerm?: string;
}

export const proposeMarkSheet = useCase({
  command: ProposeMarkSheet,
  path: 'mark-sheets',
  summary: text('Propose a mark sheet', '提交分數表'),
  by: SHEET_KEEPERS,
  clauses: ['5cu/assess/18.2.1', '3cu/assess/17.2.1'],
  stream: markSheets,
  subject: (command) => sheetId(command),
  decide: (sheet, { course, term, sheet: name, content, gradedTerm }: ProposeMarkSheet, { actor: by, today: on }) => {
    if (!isNamed(by)) return personNeeded;
    if (sheet?.confirmed) return sheetConfirmed;
    const { rows, faults } = readSheet(content);
    if (faults) return faultRefused(faults);
    const proposed: MarkSheetProposed = {
      type: 'MarkSheetProposed',
      data: {
        course,
        term,
        sheet: name,
        content,
        contents: digestOf(content),
        rows: rows.length,
        ...(gradedTerm === undefined ? {} : { gradedTerm }),
        by,
        on,
      },
    };
    return accept([proposed]);
  },
});

/** The first fault as the reason, and how many more there are. */
function faultRefused([first, ...more]: readonly [SheetFault, ...SheetFault[]]): Refusal {
  const { code, row, column, problem } = first;
  const place = [row === undefined ? '' : `row ${row}`, column ? `column ${column}` : ''].filter(Boolean).join(', ');
  const zhPlace = [row === undefined ? '' : `第 ${row} 行`, column ? `「${column}」欄` : ''].join('');
  return refuse(
    code,
    text(
      `${place ? `${place}: ` : ''}${problem.en}${more.length > 0 ? ` ${more.length} more faults.` : ''}`,
      `${zhPlace ? `${zhPlace}：` : ''}${problem['zh-Hant']}${more.length > 0 ? `另有 ${more.length} 項錯誤。` : ''}`,
    ),
  );
}
