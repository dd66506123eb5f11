import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readModelQueries, useCases } from '#system';
import type { Sightings } from './sightings.ts';

/** Where `libs` stands: the sources, or `dist` when this runs from there. */
const LIBS = join(import.meta.dirname, '../../../libs');

/** Libraries and their folders that tell of clauses, or make them up, without deciding by them. */
const NOT_DECIDING =
  /(?:^|[\\/])(?:clauses|policies|testing|contract)[\\/]|policies\.[jt]s$|\.(?:spec|fixtures?)\.[jt]s$/;

/** A whole id in quotes. Comments cite in brackets, and a comment decides nothing. */
const QUOTED_ID = /(['"])((?:[35]cu|ctg|portal)\/[A-Za-z0-9][^'"\s`$]*)\1/g;

/**
 * The clauses that the program names: in its own text, in the lists of its commands and read models, and in the
 * rulings that it was heard to make.
 *
 * The packs themselves cannot be asked. A rule is a function that holds its clauses where nobody sees them until it
 * is given facts that lead there, so that asking would need a case for each clause, which is what `exercised` counts.
 * The text of the regulations, as it is shipped, has every id that is written out. Ids that are put together from parts
 * (`5cu/ct` and `3cu/ct` share their numbering) are in no text, and count when a ruling named them. A clause that
 * stands only in a comment, in the register or among the policies of interpretation is not cited.
 */
export function citedClauses(sightings: Sightings): ReadonlySet<string> {
  return new Set([
    ...idsInLibraries(),
    ...useCases.flatMap(({ clauses }) => clauses),
    ...readModelQueries.flatMap(({ clauses = [] }) => clauses),
    ...sightings.keys(),
  ]);
}

/** The ids that a text of the program names. */
export const idsQuotedIn = (source: string): string[] => [...source.matchAll(QUOTED_ID)].map(([, , id = '']) => id);

function idsInLibraries(): string[] {
  return readdirSync(LIBS, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?<!\.d)\.[jt]s$/.test(path) && !NOT_DECIDING.test(path))
    .flatMap((path) => idsQuotedIn(readFileSync(join(LIBS, path), 'utf8')));
}
