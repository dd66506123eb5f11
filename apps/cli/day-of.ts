import { InvalidArgumentError } from 'commander';
import { isCivilDate } from '#kernel';

/** A day as it is typed. */
export function dayOf(value: string): string {
  if (isCivilDate(value)) return value;
  throw new InvalidArgumentError('a day is written YYYY-MM-DD');
}
