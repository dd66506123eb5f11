import { plusDays, text } from '#kernel';
import type { Attempt, DeferredExamination, DeferredExaminationDecision, Sitting, Study } from '../facts.ts';
import type { GradingRequest } from '../pack.ts';
import { inForce } from './amended.ts';
import type { Demand } from './demand.ts';
import { type ExaminationLaw, ofAttempt } from './examination-law.ts';
import { sittingsOf } from './examination-sittings.ts';

/** What was sat, or missed, last of each paper. */
export const lastOfEach = (study: Study, attempt: Attempt): Sitting[] => [
  ...new Map(sittingsOf(study, attempt).map((sitting) => [sitting.examination ?? '', sitting])).values(),
];

/** The deferred examination that was granted last, unless it was taken or missed. */
export function openDeferral(study: Study, attempt: Attempt): DeferredExaminationDecision | undefined {
  const { deferred, sittings } = ofAttempt(study, attempt);
  const granted = deferred.flatMap(({ decision }) => (decision?.granted ? [decision] : []));
  const taken = sittings.filter(({ kind }) => kind === 'deferred').length;
  return taken < granted.length ? granted.at(-1) : undefined;
}

/**
 * A course has no final result while its examination may still be taken later: a deferred one that was granted, one (or
 * an exemption) that was asked for and is not decided, and one that can still be asked for after an absence. [5cu/assess/11.1]
 * [5cu/assess/12.1] [5cu/assess/12.2] [3cu/assess/11.1] [3cu/assess/12.1] [3cu/assess/12.2]
 */
export function stillToSit(law: ExaminationLaw, study: Study, request: GradingRequest): Demand[] {
  const { attempt, exemption } = request;
  const goesOn = attempt.status === 'enrolled' || law.open.includes(attempt.grade ?? '');
  if (!goesOn || exemption) return [];
  return [...granted(law, study, request), ...asked(law, study, request), ...stillToAsk(law, study, request)];
}

function granted(law: ExaminationLaw, study: Study, { attempt, grade, today }: GradingRequest): Demand[] {
  const decision = openDeferral(study, attempt);
  if (!decision) return [];
  const { examinationOn, latest = decision.on } = decision;
  const lastDay = examinationOn ?? latest;
  return [
    {
      clause: law.deferred.when,
      met: today > lastDay,
      figures: { grade, today, lastDay },
      note: text(
        `A deferred examination was granted and can be taken until ${lastDay}; the result would end it.`,
        `學生已獲准延期考試，最遲於 ${lastDay} 應考；現時給予成績會使其失去考試機會。`,
      ),
      remedy: text('Record the deferred examination, or the absence from it, first.', '先記錄延期考試或缺考。'),
    },
  ];
}

/** The University says first whether it accepts the reason, and the Senate whether it passes without the examination. */
function asked(law: ExaminationLaw, study: Study, { attempt, grade }: GradingRequest): Demand[] {
  const { deferred, exemptions } = ofAttempt(study, attempt);
  return [
    ...deferred.map((of) => ({
      of,
      clause: law.deferred.conditions,
      what: DEFERRED,
      decide: 'DecideDeferredExamination',
    })),
    ...exemptions.map((of) => ({
      of,
      clause: law.exemption.clause,
      what: EXEMPTION,
      decide: 'DecideExaminationExemption',
    })),
  ]
    .filter(({ of }) => of.decision === undefined)
    .map(({ of: { id, examinationOn, on }, clause, what, decide }) => ({
      clause,
      met: false,
      figures: { grade, application: id, examinationOn, appliedOn: on },
      note: text(
        `${what.en} was applied for on ${on} and is not decided; the result would end it.`,
        `學生於 ${on} 申請${what['zh-Hant']}，尚未有決定；現時給予成績會使申請落空。`,
      ),
      remedy: text(`Decide on the application first (${decide}).`, `先就申請作決定（${decide}）。`),
    }));
}

const DEFERRED = text('A deferred examination', '延期考試');
const EXEMPTION = text('An exemption from the examination', '豁免考試');

/** Whoever was absent has days to say why. A resit is deferred only where the chapter does not say otherwise. */
function stillToAsk(law: ExaminationLaw, study: Study, { attempt, grade, today }: GradingRequest): Demand[] {
  const { programme } = study.registration;
  const { deferred } = ofAttempt(study, attempt);
  const { afterDays, other, ofResit } = law.absence;
  const missed = lastOfEach(study, attempt).filter(
    (sitting) =>
      sitting.absent &&
      (sitting.kind === 'original' || (sitting.kind === 'resit' && !ofResit)) &&
      !deferred.some((application) => isAbout(application, sitting)),
  );
  return missed.map(({ on }) => {
    const { clause, value } = inForce(afterDays, 'absence-days', programme, on);
    const lastDay = plusDays(on, Math.max(value, other.afterDays.on(on).value));
    return {
      clause,
      met: today > lastDay,
      figures: { grade, today, absentOn: on, lastDay },
      note: text(
        `The student was absent on ${on} and can apply for a deferred examination until ${lastDay}.`,
        `學生於 ${on} 缺考，最遲可於 ${lastDay} 申請延期考試。`,
      ),
      remedy: text(`Record the result after ${lastDay}.`, `於 ${lastDay} 之後記錄成績。`),
    };
  });
}

const isAbout = (application: DeferredExamination, { kind, on }: Sitting): boolean =>
  application.kind === kind && application.examinationOn === on;
