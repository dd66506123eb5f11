import { createHash } from 'node:crypto';
import { closeSync, createReadStream, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import type { Position } from '#kernel';
import { StoreUnavailable } from '../errors.ts';
import { LAYOUT } from './database.ts';
import { positionOf } from './position.ts';

/** A copy of a log that was looked through after it was made. */
export interface LogBackup {
  readonly path: string;
  readonly events: number;
  readonly streams: number;
  /** The position of the last event in it. */
  readonly head: Position;
  readonly bytes: number;
  /** SHA-256 of the file, in hexadecimal: to tell later that it is still what it was. */
  readonly sha256: string;
}

/** The copy is not the log that was to be copied; it was thrown away. */
export class BackupUnsound extends Error {
  override readonly name = 'BackupUnsound';
}

/** How many pages of the file are copied in one go. */
const PAGES_AT_ONCE = 1_000;

/** What is in a log, said by the log itself. */
interface Contents {
  readonly events: number;
  readonly streams: number;
  readonly head: number;
  /** The id of the last event. */
  readonly last: string | null;
}

/**
 * Copies the log of a SQLite store into one file, as it is at the beginning, while others go on appending: all that was
 * answered before the call is in the copy. The copy appears under its name only when it has been looked through: the
 * file is whole, positions and revisions have no gaps, and the end is the end of the log. Refuses with
 * `StoreUnavailable` to replace a file, to copy what is no store, and to write where it cannot; throws `BackupUnsound`
 * when the copy is not right.
 */
export async function backupSqliteStore(
  path: string,
  to: string,
  onProgress: (pages: number, ofPages: number) => void = () => undefined,
): Promise<LogBackup> {
  if (existsSync(to)) throw new StoreUnavailable(`there is a file ${to} already; a backup replaces nothing`);
  if (!existsSync(path)) throw new StoreUnavailable(`there is no log ${path}`);
  const partial = `${to}.${process.pid}.partial`;
  try {
    const contents = await copySnapshot(path, partial, onProgress);
    requireSound(partial, contents);
    const { bytes, sha256 } = await digestOf(partial);
    putInPlace(partial, to);
    const { events, streams, head } = contents;
    return { path: to, events, streams, head: positionOf(head), bytes, sha256 };
  } catch (cause) {
    if (cause instanceof BackupUnsound || cause instanceof StoreUnavailable) throw cause;
    throw new StoreUnavailable(`cannot back up ${path} to ${to}: ${(cause as Error).message}`, { cause });
  } finally {
    for (const rest of ['', '-wal', '-shm', '-journal']) rmSync(`${partial}${rest}`, { force: true });
  }
}

/** The open reading transaction is the snapshot: without it every commit of another process would begin the copy anew. */
async function copySnapshot(path: string, to: string, onProgress: (pages: number, of: number) => void) {
  const log = new DatabaseSync(path, { timeout: 2_000 });
  try {
    const layout = log.prepare('PRAGMA user_version').get()?.user_version;
    if (layout !== LAYOUT) throw new StoreUnavailable(`${path} is not a log of this program (layout ${layout})`);
    log.exec('BEGIN');
    const contents = contentsOf(log);
    await backup(log, to, {
      rate: PAGES_AT_ONCE,
      progress: ({ totalPages, remainingPages }) => onProgress(totalPages - remainingPages, totalPages),
    });
    log.exec('ROLLBACK');
    return contents;
  } finally {
    log.close();
  }
}

const contentsOf = (log: DatabaseSync): Contents =>
  log
    .prepare(
      `SELECT count(*) AS events, ifnull(max(position), 0) AS head, (SELECT count(*) FROM streams) AS streams,
              (SELECT id FROM events ORDER BY position DESC LIMIT 1) AS last
       FROM events`,
    )
    .get() as unknown as Contents;

function requireSound(path: string, { events, streams, head, last }: Contents): void {
  const copy = new DatabaseSync(path);
  try {
    const [fault] = copy.prepare('PRAGMA integrity_check(1)').all() as { integrity_check: string }[];
    const said = fault?.integrity_check.replaceAll(/\s+/g, ' ');
    if (said !== 'ok') throw new BackupUnsound(`the copy is damaged: ${said}`);
    const found = contentsOf(copy);
    if (found.events !== events || found.streams !== streams || found.head !== head || found.last !== last)
      throw new BackupUnsound(`the copy has ${found.events} events up to ${found.head}, not ${events} up to ${head}`);
    if (events !== head) throw new BackupUnsound(`the log has ${events} events and ends at ${head}: there are gaps`);
    const broken = copy
      .prepare('SELECT stream FROM events GROUP BY stream HAVING count(*) <> max(revision) + 1 LIMIT 1')
      .get();
    if (broken) throw new BackupUnsound(`the stream begun at ${broken.stream} has gaps`);
  } finally {
    copy.close();
  }
}

async function digestOf(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20 })) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Durably, and never over another file: a link is refused where a name is taken. */
function putInPlace(partial: string, to: string): void {
  sync(partial, 'r+');
  try {
    linkSync(partial, to);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    // Some file systems have no links; there the moment between looking and renaming has to do.
    if (code === 'EEXIST' || existsSync(to)) throw cause;
    renameSync(partial, to);
  }
  sync(dirname(to), 'r');
}

function sync(path: string, flags: string): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
