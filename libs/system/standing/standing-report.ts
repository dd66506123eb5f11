import {
  endsYear,
  STANDING_LINES,
  STANDING_REPORT,
  type StandingQuestion,
  type StandingReport,
  type StandingReportAsked,
} from '#academic-record';
import { calendarAt } from '#catalogue';
import type { Works } from '#commands';
import { type Clock, civilDateOf } from '#kernel';
import { linesOf, type ReportStores, surveyed } from '../survey/report.ts';

/** The question that is asked of a term now: of the log as far as it goes. */
export async function questionOf(
  { store }: ReportStores,
  clock: Clock,
  { term, on }: Extract<StandingReportAsked, { term: unknown }>,
): Promise<StandingQuestion> {
  const position = await store.head();
  const yearEnd = endsYear(term, await calendarAt(store, position));
  return { term, yearEnd, on: on ?? civilDateOf(clock.now()), position };
}

/** What a report comes to, without its lines. */
export async function reportOn(stores: ReportStores, question: StandingQuestion): Promise<StandingReport> {
  const report = await surveyed(stores, 'standing', question);
  try {
    return { question, summary: report.summary, hash: await report.hash() };
  } finally {
    await report.putAway();
  }
}

/** What standing runs need worked out of the whole log. */
export const standingWorks = (stores: ReportStores, clock: Clock): Works => ({
  [STANDING_REPORT]: async (of: StandingReportAsked) =>
    reportOn(stores, 'question' in of ? of.question : await questionOf(stores, clock, of)),
  [STANDING_LINES]: async ({ question }: { readonly question: StandingQuestion }) =>
    linesOf(stores, 'standing', question),
});
