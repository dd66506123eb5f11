import { type EventStore, partitionOf } from '#event-store';
import type { Position, RecordedEvent } from '#kernel';
import { RECORD_STREAMS } from '#student-record';

/** What a survey asks, and how far the log is read for it. */
export interface SurveyQuestion {
  readonly position: Position;
}

/** What one record has to say, and what it adds to the counts. */
export interface AboutRecord<Line = unknown, Counts = unknown> {
  readonly lines: readonly Line[];
  readonly counts: Counts;
}

/** One question that is asked of every record: answered by each alone, so that they may be read in any order and in threads. */
export interface Survey<Question extends SurveyQuestion = SurveyQuestion, Line = unknown, Counts = unknown> {
  /** What the counts are before the first record. */
  readonly none: Counts;
  together(one: Counts, other: Counts): Counts;
  about(stream: string, events: readonly RecordedEvent[], question: Question): AboutRecord<Line, Counts>;
}

/** Into how many parts a report falls, each in the order in which the records began. The bytes of every report hang on it. */
export const REPORT_PARTS = 8;

/** The part of a report in which a record stands. */
export const partOf = (stream: string): number => partitionOf(stream, REPORT_PARTS);

/** What every record of some parts has to say, in the order in which they began. */
export async function* answersOf<Question extends SurveyQuestion, Line, Counts>(
  store: Pick<EventStore, 'readStreams'>,
  survey: Survey<Question, Line, Counts>,
  question: Question,
  parts: readonly number[],
  signal?: AbortSignal,
): AsyncGenerator<AboutRecord<Line, Counts> & { readonly part: number }> {
  const partitions = { of: REPORT_PARTS, only: parts };
  const records = store.readStreams(RECORD_STREAMS, { upTo: question.position, partitions, signal });
  for await (const { stream, events } of records)
    if (events.length > 0) yield { ...survey.about(stream, events, question), part: partOf(stream) };
}
