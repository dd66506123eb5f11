import {
  attemptOf,
  DEPENDENT_DECISIONS,
  type DependentsAsked,
  listNumber,
  REQUEST_STREAMS,
  supposedCorrection,
} from '#academic-record';
import type { Works } from '#commands';
import type { EventStore } from '#event-store';
import { type CivilDate, type Clock, civilDateOf, type RecordedEvent } from '#kernel';
import {
  type CorrectionEffect,
  figuresAmended,
  type GradeAmendmentDocument,
  type ReadDocument,
  type ResultAppealEffect,
  shownAmendment,
  standingTold,
} from '#projections';
import { packFor, type ResultAppeal } from '#regulations';
import { attemptAt, type FoldedRecord, foldOn, recordAt, recordStream, studyOf } from '#student-record';
import { changedDecisions, type OtherGrade } from './changed-decisions.ts';
import { type Log, turning } from './eligibility-now.ts';
import { eventsOf } from './record-now.ts';
import { factOf } from './supposed-log.ts';

type Reading = Pick<EventStore, 'readStream'>;

/** What decisions about grades need worked out of the log. */
export const amendmentWorks = (store: Reading, clock: Clock): Works => ({
  [DEPENDENT_DECISIONS]: async (asked: DependentsAsked) => {
    const events = await eventsOf(store, asked.student);
    return changedDecisions(store, { ...asked, events, today: civilDateOf(clock.now()) });
  },
});

/**
 * A `GradeAmendmentDocument`: what a proposed amendment would change, or what a confirmed or withdrawn one would have
 * changed when it came to its end. Nothing is written. Undefined for a proposal that nobody has made.
 */
export async function amendmentNow(
  { store, clock }: Log,
  student: string,
  id: string,
): Promise<ReadDocument | undefined> {
  const events = await eventsOf(store, student);
  if (events.length === 0) return undefined;
  const folded = foldOn(recordStream(student), events);
  const amendment = folded.record.results.amendments.find((one) => one.id === id);
  if (!amendment) return undefined;
  const end = events.findIndex((event) => closes(event, id));
  const before = end < 0 ? events : events.slice(0, end);
  const today = amendment.closed?.on ?? civilDateOf(clock.now());
  const of = { ...attemptOf(amendment), grade: amendment.to };
  const upTo = end < 0 ? undefined : before.at(-1)?.position;
  const effect = await effectOf(store, before, { student, ...of, today, upTo });
  if (!effect) return undefined;
  const document: GradeAmendmentDocument = {
    student,
    ...attemptOf(amendment),
    state: amendment.closed?.as ?? 'proposed',
    amendment: shownAmendment(amendment),
    ...effect,
  };
  return turning(folded, document);
}

/**
 * An array of `ResultAppealEffect`: what each better grade would change, for an appeal that is not decided; none for one
 * that is. Nothing is written. Undefined for an appeal that nobody has made.
 */
export async function appealEffectNow(
  { store, clock }: Log,
  student: string,
  id: string,
): Promise<ReadDocument | undefined> {
  const events = await eventsOf(store, student);
  if (events.length === 0) return undefined;
  const folded = foldOn(recordStream(student), events);
  const { record } = folded;
  const appeal = record.requests.appeals.find((one) => one.id === id);
  if (!appeal) return undefined;
  const { course, term } = appeal;
  const today = civilDateOf(clock.now());
  const effects: ResultAppealEffect[] = [];
  for (const grade of appeal.decision ? [] : betterGrades(folded, appeal, today)) {
    const effect = await effectOf(store, events, { student, course, term, grade, today });
    if (effect) effects.push({ student, appeal: id, course, term, from: appeal.grade, grade, ...effect });
  }
  return turning(folded, effects);
}

/** The grades of the scale that an appeal may bring: better than the one that was appealed against, and to be recorded. */
function betterGrades({ record }: FoldedRecord, appeal: ResultAppeal, today: CivilDate): string[] {
  const { course, term } = appeal;
  const attempt = attemptAt(record, course, term);
  const registration = record.registrations.find(({ programme }) => programme.code === attempt?.programme);
  if (!attempt || !registration) return [];
  const pack = packFor(registration.programme.regime);
  const study = studyOf(record, registration);
  const approvals = ['senate', 'award-panel'].map((authority) => ({ authority, reason: '' }));
  const told = { reason: '', told: [], overtaken: false, approvals, today };
  return pack.grades
    .map(({ grade }) => grade)
    .filter((grade) => pack.requests.appealDecision(study, { attempt, appeal, grade, ...told }).refund)
    .filter((grade) => {
      const ruling = pack.grading(study, { attempt, grade, correction: { reason: '' }, approvals, today });
      return ruling.outcome === 'allowed';
    });
}

/** What another grade would change of a record. Undefined where there is no grade to put right. */
async function effectOf(
  store: Reading,
  events: readonly RecordedEvent[],
  other: Omit<OtherGrade, 'events'>,
): Promise<CorrectionEffect | undefined> {
  const { student, today, upTo } = other;
  const as = foldOn(recordStream(student), events);
  const supposed = supposedCorrection(as.record, other, today);
  if (!supposed) return undefined;
  let refused = 0;
  for await (const event of store.readStream(`${REQUEST_STREAMS}${student}`))
    if (upTo === undefined || event.position <= upTo) refused++;
  return {
    upTo: as.position,
    preview: listNumber(events.length, refused),
    decisions: await changedDecisions(store, { ...other, events }),
    standings: supposed.standings.map(({ before, after, standsOtherwise }) => ({
      programme: after.programme,
      term: after.term.code,
      standsOtherwise,
      before: standingTold(before),
      after: standingTold(after),
    })),
    figures: figuresAmended(recordAt(as), recordAt({ ...as, record: supposed.record }), today),
  };
}

function closes(event: RecordedEvent, id: string): boolean {
  const { type, data } = factOf(event);
  return (type === 'GradeCorrected' && data.amendment === id) || (type === 'GradeAmendmentWithdrawn' && data.id === id);
}
