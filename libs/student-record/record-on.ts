import type { CivilDate } from '#kernel';
import type { Attempt } from '#regulations';
import { daysOfApplications } from './applications.ts';
import { daysOfCoursework } from './coursework.ts';
import { daysOfExaminations } from './examinations.ts';
import { daysOfLoads } from './loads.ts';
import { changedBy } from './registration-moves.ts';
import { daysOfRequests } from './requests.ts';
import { daysOfResearch } from './research.ts';
import { daysOfResults } from './results.ts';
import { daysOfStanding } from './standing.ts';
import type { StudentRecord } from './student-record.ts';

/**
 * The record as it stands on a day: a deferral takes effect on its first day, and on a course that is still being taken
 * then. One that was left or has its result before stays as it is. A change of programme takes effect on its day. [3cu/dl/5.3] [5cu/dl/4.3] [3cu/ug/4.3] [5cu/ug/4.3]
 */
export function recordOn(whole: StudentRecord, day: CivilDate): StudentRecord {
  const record = whole.changes.length === 0 ? whole : changedBy(whole, day);
  const offSince = ({ status, deferrals }: Attempt) => {
    const from = status === 'enrolled' ? deferrals?.[0]?.from : undefined;
    return from !== undefined && from <= day ? from : undefined;
  };
  if (!record.attempts.some(offSince)) return record;
  const attempts = record.attempts.map((attempt): Attempt => {
    const leftOn = offSince(attempt);
    return leftOn === undefined ? attempt : { ...attempt, status: 'deferred', leftOn };
  });
  return { ...record, attempts };
}

/** The latest day that the facts of a record tell of: what has been recorded shows it as it stood on that day at least. */
export function latestDay(record: StudentRecord): CivilDate {
  let latest: CivilDate = '';
  const see = (day: CivilDate | undefined) => {
    if (day !== undefined && day > latest) latest = day;
  };
  for (const { admittedOn } of record.registrations) see(admittedOn);
  for (const attempt of record.attempts) {
    const { enrolledOn, leftOn, gradedOn, submissions } = attempt;
    for (const day of daysOfCoursework(attempt)) see(day);
    see(enrolledOn);
    see(leftOn);
    see(gradedOn);
    for (const { submittedOn, markedOn } of submissions) {
      see(submittedOn);
      see(markedOn);
    }
  }
  for (const { grantedOn } of record.transfers) see(grantedOn);
  for (const { approvedOn, recordedOn } of record.deferrals) see(recordedOn ?? approvedOn);
  for (const { placedOn, released } of record.holds) {
    see(placedOn);
    see(released?.on);
  }
  for (const facts of Object.values<readonly { readonly on: CivilDate }[]>({ ...record.account }))
    for (const { on } of facts) see(on);
  for (const { recordedOn } of record.moves) see(recordedOn);
  for (const { on } of record.extensions) see(on);
  for (const { on } of [...record.elsewhere, ...record.intentions, ...record.conversions]) see(on);
  for (const { recordedOn } of [...record.conferments, ...record.graduations]) see(recordedOn);
  for (const { on } of [...record.nominations, ...record.scholarships]) see(on);
  for (const file of record.research) for (const day of daysOfResearch(file)) see(day);
  for (const day of daysOfResults(record.results)) see(day);
  for (const day of daysOfExaminations(record.examinations)) see(day);
  for (const day of daysOfStanding(record.standings, record.advice)) see(day);
  for (const day of daysOfLoads(record.loads)) see(day);
  for (const day of daysOfRequests(record.requests)) see(day);
  for (const day of daysOfApplications(record.applications)) see(day);
  return latest;
}
