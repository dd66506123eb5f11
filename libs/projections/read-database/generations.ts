import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Projection } from '../projection.ts';
import type { ReadSchema } from './schema.ts';
import { createTables, dropTables, hideTables, showTables } from './tables.ts';

/**
 * What a generation is: being filled, nobody's business yet; `following` the log beside the live one; `live`, the
 * one that readers see; `previous`, as it stood when it was replaced, for a way back; `discarded`, its tables to be
 * dropped; `dropped`, and its number never used again.
 */
export type GenerationState = 'filling' | 'following' | 'live' | 'previous' | 'discarded' | 'dropped';

/** A version of a projection. */
export type Versioned = Pick<Projection, 'name' | 'version'>;

export interface Generation {
  readonly projection: string;
  readonly version: number;
  readonly generation: number;
  readonly state: GenerationState;
}

/** A projection and one of its generations. */
export interface Copy<P extends Versioned = Projection> {
  readonly projection: P;
  readonly generation: number;
}

/** A generation is not what it was: somebody else has changed or dropped it. */
export class GenerationChanged extends Error {
  override readonly name = 'GenerationChanged';

  constructor({ projection, generation }: Copy<Versioned>, was: string) {
    super(`projection ${projection.name} v${projection.version}: generation ${generation} is no longer ${was}`);
  }
}

/** Of any of the tables of `ReadSchema`: the rows of some versions of projections, one at least. */
export const areOf = (projections: readonly Versioned[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${sql.join(
    projections.map(({ name, version }) => sql`(projection = ${name} and version = ${version})`),
    sql` or `,
  )})`;

/** The rows of one generation. */
export const areOfCopy = ({ projection: { name, version }, generation }: Copy<Versioned>): RawBuilder<SqlBool> =>
  sql<SqlBool>`(projection = ${name} and version = ${version} and generation = ${generation})`;

/** The checkpoints of what readers see of some versions of projections. */
export const areOfLive = (projections: readonly Versioned[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${areOf(projections)} and exists (
    select 1 from projection_generation g where g.state = 'live' and g.projection = projection_checkpoint.projection
    and g.version = projection_checkpoint.version and g.generation = projection_checkpoint.generation))`;

/** The generations that are not dropped, oldest first; of all projections unless told. */
export async function generationsOf(db: Kysely<ReadSchema>, projections?: readonly Versioned[]): Promise<Generation[]> {
  const all = db.selectFrom('projection_generation').selectAll().where('state', '!=', 'dropped');
  const rows = await (projections ? all.where(areOf(projections)) : all)
    .orderBy('projection')
    .orderBy('version')
    .orderBy('generation')
    .execute();
  return rows as Generation[];
}

/** Of each projection its newest generation in a state; projections that have none are left out. */
export async function copiesIn<P extends Versioned>(
  db: Kysely<ReadSchema>,
  projections: readonly P[],
  state: GenerationState,
): Promise<Copy<P>[]> {
  const generations = await generationsOf(db, projections);
  return projections.flatMap((projection) => {
    const found = generations.findLast(
      (each) => each.projection === projection.name && each.version === projection.version && each.state === state,
    );
    return found ? [{ projection, generation: found.generation }] : [];
  });
}

/** Makes the empty tables of a new generation, to be filled. */
export async function beginGeneration(tx: Kysely<ReadSchema>, projection: Projection): Promise<Copy> {
  const { name, version } = projection;
  const last = await tx
    .selectFrom('projection_generation')
    .select(({ fn }) => fn.max('generation').as('generation'))
    .where(areOf([projection]))
    .executeTakeFirst();
  const generation = Number(last?.generation ?? 0) + 1;
  await tx
    .insertInto('projection_generation')
    .values({ projection: name, version, generation, state: 'filling' satisfies GenerationState })
    .execute();
  await createTables(tx, projection, generation);
  return { projection, generation };
}

/** Throws `GenerationChanged` when the generation is not in the state that it is to leave. */
export async function changeState(
  tx: Kysely<ReadSchema>,
  copy: Copy<Versioned>,
  from: GenerationState,
  to: GenerationState,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('projection_generation')
    .set({ state: to })
    .where(areOfCopy(copy))
    .where('state', '=', from)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new GenerationChanged(copy, from);
}

/** Lets readers see a generation. What they saw before becomes the previous one, and the one before that is discarded. */
export async function goLive(tx: Kysely<ReadSchema>, copy: Copy, from: GenerationState): Promise<void> {
  const { projection } = copy;
  await changeState(tx, copy, from, 'live');
  const others = (await generationsOf(tx, [projection])).filter(({ generation }) => generation !== copy.generation);
  const live = others.find(({ state }) => state === 'live');
  if (live) {
    for (const { generation } of others.filter(({ state }) => state === 'previous'))
      await changeState(tx, { projection, generation }, 'previous', 'discarded');
    await changeState(tx, { projection, generation: live.generation }, 'live', 'previous');
  }
  await showTables(tx, projection, copy.generation);
}

/** Takes the live generation away from readers. */
export async function retire(tx: Kysely<ReadSchema>, copy: Copy): Promise<void> {
  await changeState(tx, copy, 'live', 'discarded');
  await hideTables(tx, copy.projection);
}

/** Drops a generation, its tables and all that is noted of it, whatever it is; never the live one. */
export async function dropGeneration(tx: Kysely<ReadSchema>, copy: Copy): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('projection_generation')
    .set({ state: 'dropped' satisfies GenerationState })
    .where(areOfCopy(copy))
    .where('state', '!=', 'live')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new GenerationChanged(copy, 'to be dropped');
  await tx.deleteFrom('projection_checkpoint').where(areOfCopy(copy)).execute();
  await tx.deleteFrom('projection_parked').where(areOfCopy(copy)).execute();
  await dropTables(tx, copy.projection, copy.generation);
}
