import { IsRequestId } from '#commands';
import { type Refusal, refuse, text } from '#kernel';
import type { Attempt } from '#regulations';
import { isRequestKnown, type StudentRecord } from '#student-record';
import { AboutAttempt } from '../about-attempt.ts';
import { attemptFor, type Governed, isRefusal } from '../record-use-case.ts';

/** Something that is asked or reported about one taking of a course. */
export abstract class Asking extends AboutAttempt {
  @IsRequestId({ description: 'What the request is called within the record.' })
  readonly request!: string;
}

type Found = Governed & { readonly attempt: Attempt };

/** The attempt that something is asked about, under a name that is free. */
export function askedOf(record: StudentRecord, command: Asking): Found | Refusal {
  const found = attemptFor(record, command);
  if (isRefusal(found)) return found;
  return isRequestKnown(record.requests, command.request) ? known : found;
}

/** The same of a course that is being taken, or was to its end. */
export function askedOfTaken(record: StudentRecord, command: Asking): Found | Refusal {
  const found = askedOf(record, command);
  if (isRefusal(found)) return found;
  const { status } = found.attempt;
  return status === 'withdrawn' || status === 'deferred' ? left : found;
}

const known = refuse('request-known', text('A request of this name is on the record.', '紀錄中已有同一編號的申請。'));

const left = refuse('course-left', text('The course is not being taken.', '學生並非正在修讀該學科。'));

export const unknownRequest = refuse(
  'unknown-request',
  text('No request of this name is on the record.', '紀錄中沒有此編號的申請。'),
);

export const decidedAlready = refuse('decided-already', text('The request has been decided.', '此申請已有決定。'));

export const ownRequest = refuse(
  'own-request',
  text('Nobody decides on a request of their own.', '不可就本人提出的申請作出決定。'),
);
