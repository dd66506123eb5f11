import { knowsResults } from '#commands';
import type { Actor } from '#kernel';
import type { ReadModelQuery, Subject } from './queries/query.ts';

/** Students read their own record only; an operator of the system reads none, every other role all. */
export const readsRecordOf = ({ role, id }: Actor, student: string | undefined): boolean =>
  role !== 'operator' && (role !== 'student' || id === student);

/**
 * Whether a reader may ask for a read model of somebody or something at all, on every surface. What of it is told to who may is
 * decided with the record that it is of.
 */
export const mayRead = ({ path, by }: Pick<ReadModelQuery, 'path' | 'by'>, subject: Subject, reader: Actor): boolean =>
  (!path.split('/').includes(':student') || readsRecordOf(reader, subject.student)) &&
  (by !== 'staff' || knowsResults(reader.role));
