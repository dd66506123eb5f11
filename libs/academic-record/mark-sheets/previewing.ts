import type { FactReader } from '#commands';
import type { CivilDate } from '#kernel';
import type { StudentRecord } from '#student-record';
import { type GradedTermFacts, gradedTermFacts } from '../assessment/graded-term.ts';
import { records } from '../record-use-case.ts';
import { judgeRow } from './judge-row.ts';
import { type MarkSheet, markSheets, rowsOf, type SheetName, sheetId } from './mark-sheet.ts';
import { effectsDigest, type RowEffect } from './row-effect.ts';

/** Records that are read at the same time. */
const AT_ONCE = 64;

/** A sheet with the records that its rows are about. */
export interface SheetFacts extends GradedTermFacts {
  readonly sheet?: MarkSheet;
  readonly records: ReadonlyMap<string, StudentRecord>;
}

export async function sheetFacts(reader: FactReader, name: SheetName): Promise<SheetFacts> {
  const sheet = await reader.read(markSheets, sheetId(name));
  const found = new Map<string, StudentRecord>();
  if (!sheet) return { records: found };
  const students = rowsOf(sheet).map(({ student }) => student);
  for (let done = 0; done < students.length; done += AT_ONCE)
    await Promise.all(
      students.slice(done, done + AT_ONCE).map(async (student) => {
        found.set(student, await reader.read(records, student));
      }),
    );
  return { sheet, records: found, ...(await gradedTermFacts(reader, sheet.proposal)) };
}

/** What every row of a sheet would do, and a digest of it. */
export interface Previewed {
  readonly effects: readonly RowEffect[];
  readonly digest: string;
  readonly changes: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** Works out every row on its own record. Pure. */
export function previewOf(sheet: MarkSheet, { records: known, said }: SheetFacts, today: CivilDate): Previewed {
  const { course, term, gradedTerm } = sheet.proposal;
  const effects = rowsOf(sheet).map(
    (row) => judgeRow(known.get(row.student) ?? records.initial, row, { course, term, gradedTerm, said, today }).effect,
  );
  const count = (outcome: RowEffect['outcome']) => effects.filter((effect) => effect.outcome === outcome).length;
  return {
    effects,
    digest: effectsDigest(effects),
    changes: count('changes'),
    unchanged: count('unchanged'),
    refused: count('refused'),
  };
}
