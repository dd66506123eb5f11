import {
  noStandings,
  type StandingLine,
  type StandingQuestion,
  type StandingSummary,
  standingsOf,
  together,
} from '#academic-record';
import type { RecordedEvent } from '#kernel';
import { foldRecord, type RecordEvent, studentOf } from '#student-record';
import type { Survey } from '../survey/survey.ts';

/** How every student stands at the end of a term. [3cu/ug/10.1] [5cu/ug/10.1] */
export const standingSurvey: Survey<StandingQuestion, StandingLine, StandingSummary> = {
  none: noStandings,
  together,
  about: (stream, events, question) =>
    standingsOf(
      studentOf(stream),
      foldRecord(events as readonly RecordedEvent[] as unknown as Iterable<RecordEvent>),
      question,
    ),
};
