import type { CivilDate } from '#kernel';
import type { StudyApplication, StudyApplicationEnd } from '#regulations';
import type { RecordEvent } from './events.ts';

const ENDED_BY = {
  StudyApplicationGranted: 'granted',
  StudyApplicationDeclined: 'declined',
  StudyApplicationWithdrawn: 'withdrawn',
} as const satisfies Partial<Record<RecordEvent['type'], StudyApplicationEnd['outcome']>>;

/** The applications about study after an event. One that tells of none leaves them as they are. */
export function applicationsAfter(
  applications: readonly StudyApplication[],
  event: RecordEvent,
): readonly StudyApplication[] {
  switch (event.type) {
    case 'StudyApplicationMade':
      return [...applications, event.data.application];
    case 'StudyApplicationGranted':
    case 'StudyApplicationDeclined':
    case 'StudyApplicationWithdrawn': {
      const { application: id, ...facts } = event.data;
      const end: StudyApplicationEnd = { outcome: ENDED_BY[event.type], ...facts };
      return applications.map((each) => (each.id === id ? { ...each, end } : each));
    }
    default:
      return applications;
  }
}

/** The days on which something was applied for or decided. */
export const daysOfApplications = (applications: readonly StudyApplication[]): readonly CivilDate[] =>
  applications.flatMap(({ on, end }) => (end ? [on, end.on] : [on]));

/**
 * The applications as the student may know them while results are kept back since a day: what the rules made of those
 * results stands in the previews, and in what was declined by rule. The same ones where there is nothing of it.
 */
export function applicationsPublished(
  applications: readonly StudyApplication[],
  since: CivilDate,
): readonly StudyApplication[] {
  const tellable = applications.map((application): StudyApplication => {
    const { preview, end, ...facts } = application;
    const isTold = application.on < since;
    const isEndTold = !end?.declinedByRule || end.on < since;
    if (isTold && isEndTold) return application;
    return { ...facts, ...(preview && isTold ? { preview } : {}), ...(end && isEndTold ? { end } : {}) };
  });
  return tellable.some((each, index) => each !== applications[index]) ? tellable : applications;
}
