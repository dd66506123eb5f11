import type { CivilDate } from '#kernel';
import type { StudentRequests } from '#regulations';
import type { RecordEvent } from './events.ts';

/** Nothing has been asked. */
export const emptyRequests: StudentRequests = {
  arrangements: [],
  orals: [],
  incidents: [],
  circumstances: [],
  contacts: [],
  appeals: [],
  disclosures: [],
};

/** What was asked, and what came of it, after an event. One that tells of none leaves it as it is. */
export function requestsAfter(requests: StudentRequests, event: RecordEvent): StudentRequests {
  const change = changeBy(requests, event);
  return change ? { ...requests, ...change } : requests;
}

function changeBy(before: StudentRequests, event: RecordEvent): Partial<StudentRequests> | undefined {
  switch (event.type) {
    case 'ExaminationArrangementRequested':
      return { arrangements: [...before.arrangements, event.data.arrangement] };
    case 'ExaminationArrangementDecided': {
      const { id, decision } = event.data;
      return { arrangements: withIn(before.arrangements, id, { decision }) };
    }
    case 'OralExaminationRequired':
      return { orals: [...before.orals, event.data.oral] };
    case 'OralExaminationRecorded': {
      const { id, result } = event.data;
      return { orals: withIn(before.orals, id, { result }) };
    }
    case 'ExaminationIncidentReported':
      return { incidents: [...before.incidents, event.data.incident] };
    case 'ExaminationScriptDecided': {
      const { id, script } = event.data;
      return { incidents: withIn(before.incidents, id, { script }) };
    }
    case 'SpecialCircumstancesReported':
      return { circumstances: [...before.circumstances, event.data.report] };
    case 'SpecialCircumstancesConsidered': {
      const { id, consideration } = event.data;
      return { circumstances: withIn(before.circumstances, id, { consideration }) };
    }
    case 'CourseworkTroubleTold':
      return { contacts: [...before.contacts, event.data.contact] };
    case 'ResultAppealed':
      return { appeals: [...before.appeals, event.data.appeal] };
    case 'ResultAppealDecided': {
      const { id, decision } = event.data;
      return { appeals: withIn(before.appeals, id, { decision }) };
    }
    case 'ResultDisclosureRequested':
      return { disclosures: [...before.disclosures, event.data.disclosure] };
    case 'ResultDisclosureIssued': {
      const { id, issued } = event.data;
      return { disclosures: withIn(before.disclosures, id, { issued }) };
    }
    default:
      return undefined;
  }
}

const withIn = <Asked extends { readonly id: string }>(
  all: readonly Asked[],
  id: string,
  came: Partial<Asked>,
): readonly Asked[] => all.map((asked) => (asked.id === id ? { ...asked, ...came } : asked));

/** Whether something of that name was asked before. */
export const isRequestKnown = (requests: StudentRequests, id: string): boolean =>
  Object.values<readonly { readonly id: string }[]>({ ...requests }).some((asked) =>
    asked.some((each) => each.id === id),
  );

/** The days on which something was asked or decided. */
export function daysOfRequests(requests: StudentRequests): readonly CivilDate[] {
  if (requests === emptyRequests) return [];
  const came = [
    ...requests.arrangements.map(({ decision }) => decision),
    ...requests.orals.map(({ result }) => result),
    ...requests.incidents.map(({ script }) => script),
    ...requests.circumstances.map(({ consideration }) => consideration),
    ...requests.appeals.map(({ decision }) => decision),
    ...requests.disclosures.map(({ issued }) => issued),
  ];
  return [...Object.values<readonly { readonly on: CivilDate }[]>({ ...requests }).flat(), ...came].flatMap((dealt) =>
    dealt ? [dealt.on] : [],
  );
}
