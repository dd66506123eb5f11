import type { CompiledQuery, Kysely } from 'kysely';
import { textOf } from './dialect.ts';

/** A copy of a projection's tables, and what it is to readers. */
export interface GenerationTable {
  readonly projection: string;
  readonly version: number;
  /** 1, 2, 3, ... of this version; a number is never used again. */
  readonly generation: number;
  readonly state: string;
}

/** How far one partition of the log has been read into a generation. */
export interface CheckpointTable {
  readonly projection: string;
  readonly version: number;
  readonly generation: number;
  readonly partition: number;
  readonly position: string;
}

/** Who does at present what only one may do. */
export interface LeaseTable {
  readonly name: string;
  readonly owner: string;
  /** By the database's clock, in milliseconds since 1970. */
  readonly expires_at: number;
}

/** A stream whose next event a projection could not take. */
export interface ParkedTable {
  readonly projection: string;
  readonly version: number;
  readonly generation: number;
  readonly stream: string;
  /** Of the first event that was not applied. */
  readonly revision: number;
  readonly position: string;
  readonly error: string;
  readonly attempts: number;
  /** Later events of the stream that the checkpoint has passed. */
  readonly waiting: number;
  /** By the database's clock, in milliseconds since 1970. */
  readonly parked_at: number;
}

/** The tables that every read database has. Those of the projections are named by `tableName`. */
export interface ReadSchema {
  readonly projection_generation: GenerationTable;
  readonly projection_checkpoint: CheckpointTable;
  readonly projection_lease: LeaseTable;
  readonly projection_parked: ParkedTable;
}

/** The first step: one checkpoint for each version of a projection. */
export const checkpoints = (db: Kysely<ReadSchema>): CompiledQuery[] => [
  db.schema
    .createTable('projection_checkpoint')
    .ifNotExists()
    .addColumn('projection', textOf(db), (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('position', textOf(db), (c) => c.notNull())
    .addPrimaryKeyConstraint('projection_checkpoint_key', ['projection', 'version'])
    .compile(),
];

/**
 * The second: generations, each with a checkpoint for every partition. What was built before is not taken over; it is
 * built anew from the log.
 */
export const generations = (db: Kysely<ReadSchema>): CompiledQuery[] => {
  const text = textOf(db);
  const of = (table: string) =>
    db.schema
      .createTable(table)
      .addColumn('projection', text, (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('generation', 'integer', (c) => c.notNull());
  return [
    db.schema.dropTable('projection_checkpoint').compile(),
    of('projection_generation')
      .addColumn('state', text, (c) => c.notNull())
      .addPrimaryKeyConstraint('projection_generation_key', ['projection', 'version', 'generation'])
      .compile(),
    of('projection_checkpoint')
      .addColumn('partition', 'integer', (c) => c.notNull())
      .addColumn('position', text, (c) => c.notNull())
      .addPrimaryKeyConstraint('projection_checkpoint_key', ['projection', 'version', 'generation', 'partition'])
      .compile(),
    of('projection_parked')
      .addColumn('stream', text, (c) => c.notNull())
      .addColumn('revision', 'bigint', (c) => c.notNull())
      .addColumn('position', text, (c) => c.notNull())
      .addColumn('error', text, (c) => c.notNull())
      .addColumn('attempts', 'integer', (c) => c.notNull())
      .addColumn('waiting', 'integer', (c) => c.notNull())
      .addColumn('parked_at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('projection_parked_key', ['projection', 'version', 'generation', 'stream'])
      .compile(),
    db.schema
      .createTable('projection_lease')
      .addColumn('name', text, (c) => c.notNull().primaryKey())
      .addColumn('owner', text, (c) => c.notNull())
      .addColumn('expires_at', 'bigint', (c) => c.notNull())
      .compile(),
  ];
};
