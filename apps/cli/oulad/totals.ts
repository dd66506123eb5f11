import type { Dataset, Result } from './tables.ts';

/** What a full import has to come to: registrations by their result, and submissions. */
export type OuladTotals = Readonly<Record<Result | 'submissions' | 'banked', number>>;

/** Counted from the rows themselves, not from the timeline, so that one can check the other. */
export function expectedTotals({ registrations, submissions }: Dataset): OuladTotals {
  const totals = { Pass: 0, Distinction: 0, Fail: 0, Withdrawn: 0, submissions: 0, banked: 0 };
  for (const { result } of registrations) totals[result]++;
  for (const { banked } of submissions) {
    totals.submissions++;
    if (banked) totals.banked++;
  }
  return totals;
}
