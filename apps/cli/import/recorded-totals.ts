import type { EventStore } from '#event-store';
import { RECORD_STREAMS, type RecordEvent } from '#student-record';
import { GRADES, type OuladTotals } from '../oulad/index.ts';

/** The totals of the data set as they stand in the log, counted event by event. */
export async function recordedTotals(store: EventStore): Promise<OuladTotals> {
  const totals = { Pass: 0, Distinction: 0, Fail: 0, Withdrawn: 0, submissions: 0, banked: 0 };
  const filter = { streams: [RECORD_STREAMS], types: ['GradeRecorded', 'CourseWithdrawn', 'AssignmentSubmitted'] };
  for await (const page of store.readAll({ filter }))
    for (const recorded of page.events) {
      const event = recorded as unknown as RecordEvent;
      if (event.type === 'CourseWithdrawn') totals.Withdrawn++;
      else if (event.type === 'AssignmentSubmitted') {
        totals.submissions++;
        if (event.data.banked) totals.banked++;
      } else if (event.type === 'GradeRecorded')
        for (const [result, grade] of Object.entries(GRADES))
          if (grade === event.data.grade) totals[result as keyof typeof GRADES]++;
    }
  return totals;
}
