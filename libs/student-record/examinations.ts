import type { CivilDate } from '#kernel';
import type { Attempt, ExaminationFile, Resit, Sitting, SittingCorrection, Submission } from '#regulations';
import type { RecordEvent } from './events.ts';

/** The file of examinations after an event. One that tells of none leaves it as it is. */
export function examinationsAfter(file: ExaminationFile, event: RecordEvent): ExaminationFile {
  switch (event.type) {
    case 'SittingRecorded':
      return { ...file, sittings: [...file.sittings, event.data.sitting] };
    case 'SittingCorrected': {
      const { sitting } = event.data;
      const at = file.sittings.findLastIndex((each) => isSameSitting(each, sitting));
      const corrections = without(file.corrections, sitting);
      return at < 0 ? file : { ...file, sittings: file.sittings.with(at, sitting), corrections };
    }
    case 'SittingCorrectionProposed':
      return { ...file, corrections: [...without(file.corrections, event.data.sitting), event.data] };
    case 'DeferredExaminationRequested':
      return { ...file, deferred: [...file.deferred, event.data.application] };
    case 'DeferredExaminationDecided': {
      const { application, decision } = event.data;
      return { ...file, deferred: decided(file.deferred, application, decision) };
    }
    case 'ExaminationExemptionRequested':
      return { ...file, exemptions: [...file.exemptions, event.data.application] };
    case 'ExaminationExemptionDecided': {
      const { application, ...decision } = event.data;
      return { ...file, exemptions: decided(file.exemptions, application, decision) };
    }
    case 'ResitArranged':
      return { ...file, resits: withResit(file.resits, event.data.resit) };
    case 'ResitDeferralRequested':
      return { ...file, resitDeferrals: [...file.resitDeferrals, event.data.application] };
    case 'ResitDeferralDecided': {
      const { application, resits, ...decision } = event.data;
      return {
        ...file,
        resitDeferrals: decided(file.resitDeferrals, application, decision),
        resits: resits.reduce(withResit, file.resits),
      };
    }
    default:
      return file;
  }
}

/** Whether two are of the same examination of an attempt. */
export const isSameSitting = (one: Sitting, other: Sitting): boolean =>
  one.attempt === other.attempt && one.kind === other.kind && one.examination === other.examination;

/** Of one sitting one correction waits: what somebody says later takes the place of what was said before. */
const without = (waiting: readonly SittingCorrection[], sitting: Sitting): readonly SittingCorrection[] =>
  waiting.filter((each) => !isSameSitting(each.sitting, sitting));

/** An attempt has one resit: what is arranged later takes the place of what was before. */
const withResit = (resits: readonly Resit[], resit: Resit): readonly Resit[] => [
  ...resits.filter(({ attempt }) => attempt !== resit.attempt),
  resit,
];

const decided = <Application extends { readonly id: string; readonly decision?: unknown }>(
  applications: readonly Application[],
  id: string,
  decision: Application['decision'],
): readonly Application[] =>
  applications.map((application) => (application.id === id ? { ...application, decision } : application));

/** The work of an attempt after a sitting of one of its papers: it is handed in and marked, like other work. */
export function satAfter(attempt: Attempt, { sitting }: { readonly sitting: Sitting }): Attempt {
  const { examination, kind, on, mark, absent, recordedOn } = sitting;
  const paper = attempt.items.find(({ id }) => id === examination);
  if (!paper) return attempt;
  const at = attempt.submissions.findIndex(
    ({ assignment, sat, submittedOn }) =>
      assignment === paper.id && sat === kind && (kind !== 'deferred' || submittedOn === on),
  );
  if (absent) return at < 0 ? attempt : { ...attempt, submissions: attempt.submissions.toSpliced(at, 1) };
  const work: Submission = {
    assignment: paper.id,
    submittedOn: on,
    due: paper.due,
    late: false,
    banked: false,
    sat: kind,
    mark,
    markedOn: recordedOn,
  };
  return { ...attempt, submissions: attempt.submissions.toSpliced(at < 0 ? attempt.submissions.length : at, 1, work) };
}

/**
 * What may be told of examinations while the results of some attempts, `course@term`, are not published: nothing that was
 * decided on such a result. That an examination was sat, or was put off, is no result.
 */
export function examinationsPublished(file: ExaminationFile, hidden: ReadonlySet<string>): ExaminationFile {
  const isTold = ({ attempt }: { readonly attempt: string }) => !hidden.has(attempt);
  const resits = file.resits.filter(isTold);
  const resitDeferrals = file.resitDeferrals.filter(({ attempts }) => !attempts.some((each) => hidden.has(each)));
  const exemptions = file.exemptions.map((application) => {
    const { decision: _decision, ...asked } = application;
    return isTold(application) ? application : asked;
  });
  const sittings = file.sittings.filter((sitting) => isTold(sitting) || sitting.kind !== 'resit');
  return { ...file, sittings, exemptions, resits, resitDeferrals };
}

/** Marks of examinations are told to students by disclosure alone. [5cu/assess/19.3] [3cu/assess/18.3] */
export const withoutSittingMarks = (file: ExaminationFile): ExaminationFile => ({
  ...file,
  sittings: file.sittings.map(({ mark: _mark, ...sitting }) => sitting),
  corrections: [],
});

/** The days on which the facts of a file were recorded. */
export const daysOfExaminations = ({
  sittings,
  deferred,
  exemptions,
  resits,
  resitDeferrals,
  corrections,
}: ExaminationFile): readonly CivilDate[] => [
  ...[...sittings, ...corrections.map(({ sitting }) => sitting)].map(({ recordedOn }) => recordedOn),
  ...[...deferred, ...exemptions, ...resitDeferrals].flatMap(({ on, decision }) =>
    decision ? [on, decision.on] : [on],
  ),
  ...resits.map(({ arrangedOn }) => arrangedOn),
];
