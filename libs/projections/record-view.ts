import type { RecordedEvent } from '#kernel';
import type { RecordAt } from '#student-record';
import { RECORD_STREAMS } from '#student-record';
import type { Projection } from './projection.ts';
import type { Cell, Row } from './read-database/rows.ts';
import type { ColumnType, TableDefinition } from './read-database/tables.ts';

/** One document of a read model about one student. */
export interface RecordDocument {
  /** What it is about within the record: a term, a programme; empty for the whole record. */
  readonly part: string;
  readonly document: object;
  /** The columns that the view has besides, in their order. */
  readonly cells?: readonly Cell[];
}

/** A read model about one student: documents that are a pure function of the folded record. */
export interface RecordView extends Projection {
  readonly table: TableDefinition;
  /** The rows of one student. */
  rowsOf(record: RecordAt): Row[];
}

const documents = ({ name, columns, indexes }: RecordViewDefinition): TableDefinition => ({
  name,
  columns: {
    student: 'text',
    part: 'text',
    /** The place among the student's documents. */
    ordinal: 'integer',
    revision: 'integer',
    position: 'text',
    document: 'text',
    ...columns,
  },
  key: ['student', 'part'],
  ...(indexes ? { indexes } : {}),
});

export interface RecordViewDefinition {
  readonly name: string;
  readonly version: number;
  /** In the order in which they are to be listed. Two documents of a student have different parts. */
  readonly view: (record: RecordAt) => readonly RecordDocument[];
  /** What is looked for across students stands in columns of its own beside the document. */
  readonly columns?: Readonly<Record<string, ColumnType>>;
  readonly indexes?: TableDefinition['indexes'];
}

/**
 * Makes a projection of a view. A row depends on the record's stream and its last position alone, not
 * on the pages it came in: live rows and rebuilt rows are equal by construction.
 */
export function recordView(definition: RecordViewDefinition): RecordView {
  const { name, version, view } = definition;
  const table = documents(definition);
  const rowsOf = (record: RecordAt): Row[] =>
    view(record).map(({ part, document, cells = [] }, ordinal) => [
      record.student,
      part,
      ordinal,
      record.revision,
      record.position,
      JSON.stringify(document),
      ...cells,
    ]);
  return {
    name,
    version,
    table,
    tables: [table],
    filter: { streams: [RECORD_STREAMS] },
    rowsOf,
    async apply({ events, records }, rows) {
      for (const stream of streamsIn(events)) {
        const record = await records.at(stream);
        await rows.remove(table, 'student', record.student);
        await rows.insert(table, rowsOf(record));
      }
    },
  };
}

export const isRecordView = (projection: Projection): projection is RecordView => 'rowsOf' in projection;

export const streamsIn = (events: readonly RecordedEvent[]): Set<string> => new Set(events.map(({ stream }) => stream));
