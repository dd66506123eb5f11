import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Sighting, Sightings } from './sightings.ts';

/** What the last full `npm test` left behind (scripts/clauses-seen.js). */
export interface CoverageRecord {
  /** When it began: what was saved after that, it may not have seen. */
  readonly begun: Date;
  /** How many of its tests failed. */
  readonly failed: number;
  readonly sightings: Sightings;
}

/** A record that can be used, or why there is none. */
export type FoundRecord =
  | { readonly record: CoverageRecord; readonly unfit?: undefined }
  | { readonly record?: undefined; readonly unfit: string };

const SOURCES = ['apps', 'libs', 'test'];

/** The record of the repository at a folder. Unfit: one that cannot be read, or is older than a source or a spec. */
export function findRecord(root: string): FoundRecord {
  const file = join(root, 'coverage', 'clauses.json');
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return { unfit: 'no full npm test has left a record of coverage' };
  const record = recordIn(file);
  if (!record) return { unfit: `${file} cannot be read as a record of coverage` };
  const changed = SOURCES.find((source) => lastChange(join(root, source)) >= record.begun.getTime());
  return changed ? { unfit: `${changed} has changed since the last full npm test` } : { record };
}

function recordIn(file: string): CoverageRecord | undefined {
  try {
    const { begun, failed, seen } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const date = new Date(String(begun));
    if (Number.isNaN(date.getTime()) || typeof failed !== 'number' || typeof seen !== 'object' || !seen)
      return undefined;
    const entries = Object.entries(seen);
    return entries.every(isEntry) ? { begun: date, failed, sightings: new Map(entries) } : undefined;
  } catch {
    return undefined;
  }
}

const isEntry = (entry: [string, unknown]): entry is [string, Sighting] => {
  const { held, refused, borne } = (entry[1] ?? {}) as Partial<Sighting>;
  return [held, refused, borne].every((count) => Number.isInteger(count));
};

/** The newest change below a path, in milliseconds; a folder changes when an entry comes or goes. Absent: 0. */
function lastChange(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((entry) => lastChange(join(path, entry))));
}
