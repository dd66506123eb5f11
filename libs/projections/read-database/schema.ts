import type { CompiledQuery, Kysely } from 'kysely';
import { textOf } from './dialect.ts';

/** How far a version of a projection has read the log. */
export interface CheckpointTable {
  readonly projection: string;
  readonly version: number;
  readonly position: string;
}

/** The tables that every read database has. Those of the projections are named by `physicalName`. */
export interface ReadSchema {
  readonly projection_checkpoint: CheckpointTable;
}

/** Makes the tables that every read database has, where they are not there yet. */
export const schemaOf = (db: Kysely<ReadSchema>): CompiledQuery =>
  db.schema
    .createTable('projection_checkpoint')
    .ifNotExists()
    .addColumn('projection', textOf(db), (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('position', textOf(db), (c) => c.notNull())
    .addPrimaryKeyConstraint('projection_checkpoint_key', ['projection', 'version'])
    .compile();
