import { type Kysely, sql } from 'kysely';
import { clockOf } from './dialect.ts';
import type { LeaseTable, ReadSchema } from './schema.ts';

/**
 * Takes or renews a lease when nobody else holds it, or when `over`, who is known to be gone, does. Gives it as it
 * stands then, and its owner says whether it was to be had. One statement: two who ask at once do not both get it.
 */
export async function takeLease(
  db: Kysely<ReadSchema>,
  { name, owner, milliseconds, over = '' }: { name: string; owner: string; milliseconds: number; over?: string },
): Promise<boolean> {
  const until = sql<number>`${clockOf(db)} + ${sql.lit(milliseconds)}`;
  const { rows } = await sql`
    insert into projection_lease as l (name, owner, expires_at) values (${name}, ${owner}, ${until})
    on conflict (name) do update set owner = excluded.owner, expires_at = excluded.expires_at
    where l.owner in (${owner}, ${over}) or l.expires_at < ${clockOf(db)}
    returning owner`.execute(db);
  return rows.length === 1;
}

/** Longer holding of what is held; gives the names that still were. */
export async function renewLeases(db: Kysely<ReadSchema>, owner: string, milliseconds: number): Promise<string[]> {
  const rows = await db
    .updateTable('projection_lease')
    .set({ expires_at: sql<number>`${clockOf(db)} + ${sql.lit(milliseconds)}` })
    .where('owner', '=', owner)
    .returning('name')
    .execute();
  return rows.map(({ name }) => name);
}

/** Gives back what is held, all of it unless names are told. */
export async function returnLeases(db: Kysely<ReadSchema>, owner: string, names?: readonly string[]): Promise<void> {
  const all = db.deleteFrom('projection_lease').where('owner', '=', owner);
  await (names ? all.where('name', 'in', names) : all).execute();
}

/** Leases and for how many milliseconds more they hold; negative when they have run out. */
export async function leasesIn(db: Kysely<ReadSchema>): Promise<(LeaseTable & { readonly left: number })[]> {
  return db
    .selectFrom('projection_lease')
    .selectAll()
    .select(sql<number>`expires_at - ${clockOf(db)}`.as('left'))
    .orderBy('name')
    .execute();
}

/** Whether somebody holds all of these; the rows are locked, so that it is so until the transaction ends. */
export async function holdLeases(tx: Kysely<ReadSchema>, owner: string, names: readonly string[]): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('projection_lease')
    .set({ owner })
    .where('owner', '=', owner)
    .where('name', 'in', names)
    .executeTakeFirst();
  return numUpdatedRows === BigInt(names.length);
}
