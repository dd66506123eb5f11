import { InvalidArgumentError } from 'commander';
import { isCivilDate } from '#kernel';

/** A day as the command line is told it. */
export function dayOf(value: string): string {
  if (isCivilDate(value)) return value;
  throw new InvalidArgumentError('a day is written YYYY-MM-DD');
}
