import { attemptOf, REQUEST_STREAMS, revisedStandings } from '#academic-record';
import { civilDateOf, type RecordedEvent } from '#kernel';
import {
  figuresAmended,
  foldOn,
  type GradeAmendmentDocument,
  type ReadDocument,
  recordAt,
  shownAmendment,
  standingTold,
} from '#projections';
import type { GradeAmendment } from '#regulations';
import { type RecordEvent, recordStream } from '#student-record';
import { changedDecisions } from './changed-decisions.ts';
import { type Log, variantOf } from './eligibility-now.ts';
import { eventsOf } from './record-now.ts';

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
  const stream = recordStream(student);
  const { record, revision, position } = foldOn(stream, events);
  const amendment = record.results.amendments.find((one) => one.id === id);
  if (!amendment) return undefined;

  const end = events.findIndex((event) => closes(event, id));
  const before = end < 0 ? events : events.slice(0, end);
  const amended = before.findLast((event) => isGradeOf(event, amendment));
  if (!amended) return undefined;
  const suppose = (event: RecordedEvent): RecordedEvent =>
    event.id === amended.id ? { ...event, data: { ...(event.data as object), grade: amendment.to } } : event;
  const [as, supposed] = [foldOn(stream, before), foldOn(stream, before.map(suppose))];
  const today = amendment.closed?.on ?? civilDateOf(clock.now());
  const upTo = as.position;

  const document: GradeAmendmentDocument = {
    student,
    ...attemptOf(amendment),
    state: amendment.closed?.as ?? 'proposed',
    amendment: shownAmendment(amendment),
    upTo,
    preview: Number(as.revision),
    decisions: await changedDecisions(store, {
      streams: [stream, `${REQUEST_STREAMS}${student}`],
      after: amended,
      upTo: end < 0 ? undefined : upTo,
      suppose,
      except: (event) => isOfAttempt(event, amendment, record.results.amendments),
    }),
    standings: revisedStandings(supposed.record, { today, reason: amendment.reason, cause: id }).map(
      ({ before: published, after, standsOtherwise }) => ({
        programme: after.programme,
        term: after.term.code,
        standsOtherwise,
        before: standingTold(published),
        after: standingTold(after),
      }),
    ),
    figures: figuresAmended(recordAt(as), recordAt(supposed), today),
  };
  const json = JSON.stringify(document);
  return { document: json, revision, position, variant: variantOf(json) };
}

const factOf = (event: RecordedEvent): RecordEvent => event as unknown as RecordEvent;

function isGradeOf(event: RecordedEvent, amendment: GradeAmendment): boolean {
  const { type, data } = factOf(event);
  const { course, term } = attemptOf(amendment);
  return (type === 'GradeRecorded' || type === 'GradeCorrected') && data.course === course && data.term === term;
}

function closes(event: RecordedEvent, id: string): boolean {
  const { type, data } = factOf(event);
  return (type === 'GradeCorrected' && data.amendment === id) || (type === 'GradeAmendmentWithdrawn' && data.id === id);
}

/**
 * What was asked about this proposal and others for the same attempt, refused ones too, depends on the grade that it
 * would amend, and is no consequence.
 */
function isOfAttempt(
  { metadata: { command } }: RecordedEvent,
  { attempt }: GradeAmendment,
  amendments: readonly GradeAmendment[],
): boolean {
  const { course, term, amendment } = command.data as { course?: string; term?: string; amendment?: string };
  if (command.type === 'ProposeGradeAmendment') return `${course}@${term}` === attempt;
  return (
    (command.type === 'ConfirmGradeAmendment' || command.type === 'WithdrawGradeAmendment') &&
    amendments.some((each) => each.id === amendment && each.attempt === attempt)
  );
}
