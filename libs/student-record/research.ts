import type { CivilDate } from '#kernel';
import type { ResearchFile, Thesis } from '#regulations';
import type { RecordEvent } from './events.ts';

/** The files of research after an event. One that tells of no research leaves them as they are. */
export function researchAfter(files: readonly ResearchFile[], event: RecordEvent): readonly ResearchFile[] {
  if (event.type === 'StudentAdmitted') {
    const { programme, research } = event.data.registration;
    // Readmitted to the same programme, a student begins anew.
    const others = files.filter((file) => file.programme !== programme.code);
    if (research) return [...others, begun(programme.code, research.conditions, research.plan)];
    return others.length === files.length ? files : others;
  }
  if (event.type === 'ProgrammeChanged') {
    const { from, to } = event.data.change;
    const file = files.find((each) => each.programme === from);
    const others = files.filter((each) => each.programme !== to.code);
    return file ? [...others, { ...file, programme: to.code, replaces: from }] : files;
  }
  const change = changeBy(event);
  if (!change || !('programme' in event.data)) return files;
  const { programme } = event.data;
  const isOf = (file: ResearchFile) => file.programme === programme || file.replaces === programme;
  return files.map((file) => (isOf(file) ? { ...file, ...change(file) } : file));
}

const begun = (
  programme: string,
  conditions: ResearchFile['conditions'],
  plan: ResearchFile['plans'][number],
): ResearchFile => ({
  programme,
  conditions,
  plans: [plan],
  years: [],
  missed: [],
  leaves: [],
  elsewhere: [],
  otherDegrees: [],
});

type Change = (file: ResearchFile) => Partial<ResearchFile>;

const ofThesis =
  (change: (thesis: Thesis) => Partial<Thesis>): Change =>
  ({ thesis }) =>
    thesis ? { thesis: { ...thesis, ...change(thesis) } } : {};

function changeBy(event: RecordEvent): Change | undefined {
  switch (event.type) {
    case 'ResearchYearRegistered':
      return ({ years }) => ({ years: [...years, event.data.year] });
    case 'ResearchYearMissed':
      return ({ missed }) => ({ missed: [...missed, event.data.missed] });
    case 'ResearchConditionImposed':
      return ({ conditions }) => ({ conditions: [...conditions, event.data.condition] });
    case 'ResearchConditionFulfilled':
      return ({ conditions }) => ({
        conditions: conditions.map((condition) =>
          condition.id === event.data.condition ? { ...condition, fulfilledOn: event.data.on } : condition,
        ),
      });
    case 'ResearchPlanApproved':
      return ({ plans }) => ({ plans: [...plans, event.data.plan] });
    case 'StudyInterrupted':
      return ({ leaves }) => ({ leaves: [...leaves, event.data.leave] });
    case 'StudyResumed': {
      const { from, on: until, reason, recordedOn } = event.data;
      return ({ leaves }) => ({
        leaves: leaves.map((leave) => {
          if (leave.from !== from || leave.until <= until) return leave;
          const grantedUntil = leave.early?.grantedUntil ?? leave.until;
          return { ...leave, until, early: { grantedUntil, reason, recordedOn } };
        }),
      });
    }
    case 'OtherResearchDegreePermitted':
      return ({ otherDegrees }) => ({ otherDegrees: [...otherDegrees, event.data.degree] });
    case 'StudyElsewhereApproved':
      return ({ elsewhere }) => ({ elsewhere: [...elsewhere, event.data.elsewhere] });
    case 'ThesisRegistered': {
      const { title, on: registeredOn } = event.data;
      return () => ({ thesis: { title, registeredOn, notices: [], submissions: [], examinations: [] } });
    }
    case 'ThesisNoticeGiven':
      return ofThesis(({ notices }) => ({ notices: [...notices, event.data.on] }));
    case 'ThesisSubmitted':
      return ofThesis(({ submissions }) => ({ submissions: [...submissions, event.data.submission] }));
    case 'ThesisExamined':
      return ofThesis(({ examinations }) => ({ examinations: [...examinations, event.data.examination] }));
    case 'ThesisAmended':
      return ofThesis(() => ({ amendedOn: event.data.on }));
    default:
      return undefined;
  }
}

/** The days on which the facts of a file were recorded. */
export const daysOfResearch = (file: ResearchFile): readonly CivilDate[] => [
  ...file.conditions.flatMap(({ imposedOn, fulfilledOn }) => (fulfilledOn ? [imposedOn, fulfilledOn] : [imposedOn])),
  ...file.plans.map(({ approvedOn }) => approvedOn),
  ...file.years.map(({ on }) => on),
  ...file.leaves.flatMap(({ early }) => early?.recordedOn ?? []),
  ...[...file.missed, ...file.leaves, ...file.elsewhere, ...file.otherDegrees].map(({ recordedOn }) => recordedOn),
  ...(file.thesis
    ? [
        file.thesis.registeredOn,
        ...file.thesis.notices,
        ...file.thesis.submissions.map(({ on }) => on),
        ...file.thesis.examinations.map(({ recordedOn }) => recordedOn),
        ...(file.thesis.amendedOn ? [file.thesis.amendedOn] : []),
      ]
    : []),
];
