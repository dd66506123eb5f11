import { type CivilDate, plusDays, text } from '#kernel';
import type { Study } from '../facts.ts';
import type { SittingRequest } from '../rules/examination.ts';
import { accountOn, emptyAccount, hkd } from './account.ts';
import type { Demand, Remark } from './demand.ts';
import { type ExaminationLaw, notTakenAgain, ofAttempt, type ResitLaw } from './examination-law.ts';
import type { Rule } from './parameters.ts';

/** No examination is sat again where the regulations know no resits. [3cu/assess/5.1] */
export const noResits = (law: ExaminationLaw): Demand[] =>
  law.entitled.map((clause) => ({
    clause,
    met: false,
    figures: { kind: 'resit' },
    note: text('These regulations know no resits, only deferred examinations.', '本規例不設重考，只設延期考試。'),
    remedy: text('Take the course again.', '重修該學科。'),
  }));

/** Whether an examination may be sat again: granted, arranged, paid for, once, in its time. [5cu/assess/15.2] */
export function resitSitting(
  law: ExaminationLaw,
  study: Study,
  request: SittingRequest,
  goesOn: Rule<CivilDate, boolean>,
): (Demand | Remark)[] {
  if (!law.resit) return noResits(law);
  const { resit: of } = law;
  const { attempt, on, corrects } = request;
  const { resit, sittings } = ofAttempt(study, attempt);
  const granted = attempt.grade === of.grade || corrects !== undefined;
  const entitled = law.entitled.map(
    (clause): Demand => ({
      clause,
      met: granted && attempt.course.examination,
      figures: { standingGrade: attempt.grade ?? null },
      note: text('No resit has been granted.', '學生未獲准重考。'),
      remedy: text('The award panel grants it.', '由評審小組批准重考。'),
    }),
  );
  const taken = sittings.find(
    (each) => each.kind === 'resit' && each.examination === request.examination && each !== corrects,
  );
  const once: Demand = {
    clause: of.once,
    met: !taken,
    figures: { takenOn: taken?.on ?? null },
    note: text(`The one resit was on ${taken?.on ?? ''}.`, `唯一一次重考已於 ${taken?.on ?? ''} 舉行。`),
  };
  const arranged: Demand = {
    clause: of.set,
    met: resit !== undefined && (resit.examinationOn ?? on) === on,
    figures: { on, arrangedFor: resit?.examinationOn ?? null, period: resit?.period ?? null },
    note: resit
      ? text(`The University has set ${resit.examinationOn}.`, `大學所定重考日期為 ${resit.examinationOn}。`)
      : text('The University has not set when it is taken.', '大學尚未安排重考時間。'),
    remedy: resit ? undefined : text('Arrange the resit first.', '先安排重考。'),
  };
  const own = corrects ? [] : [notTakenAgain(of.once, study, attempt)];
  if (!resit) return [...entitled, once, ...own, arranged];
  const registered = goesOn(study, on);
  return [
    ...entitled,
    once,
    ...own,
    arranged,
    {
      clause: of.when,
      met: on <= resit.latest && on >= resit.arrangedOn,
      figures: { on, latest: resit.latest },
      note: text(`It was to be taken by ${resit.latest}.`, `重考須於 ${resit.latest} 或之前應考。`),
    },
    // Whoever does not come is absent, paid or not.
    ...(request.mark === undefined ? [] : fee(of, study, { charge: resit.charge, on })),
    ...stillRegistered(of, registered, on),
    { clause: of.untilSenate, figures: { standingGrade: attempt.grade ?? null, countsAs: 'not-passed' } },
  ];
}

/** The fee is paid on the day before the examination at the latest. [5cu/assess/15.2(e)] */
function fee(
  of: ResitLaw,
  { account = emptyAccount }: Study,
  { charge: id, on }: { readonly charge?: string; readonly on: CivilDate },
): Demand[] {
  const lastDay = plusDays(on, -1);
  const charge = accountOn(account, lastDay).charges.find((each) => each.id === id);
  const outstanding = charge?.outstanding ?? 0;
  return [of.fee, of.feeOfChapter].map((clause) => ({
    clause,
    met: outstanding === 0,
    figures: { charge: charge?.id ?? null, outstandingCents: outstanding, lastDay },
    note: text(
      `${hkd(outstanding)} of the resit fee had not been paid by ${lastDay}.`,
      `截至 ${lastDay}，重考費尚欠 ${hkd(outstanding)}。`,
    ),
    remedy: text(`Pay it by ${lastDay}.`, `於 ${lastDay} 或之前繳付。`),
  }));
}

/** Who has left before the day of a resit has none. [5cu/assess/15.2(f)] */
export const stillRegistered = (of: ResitLaw, registered: boolean, on: CivilDate): Demand[] => [
  {
    clause: of.withdrawn,
    met: registered,
    figures: { on, registered },
    note: text(
      `The student had left the programme by ${on} and is not entitled to a resit.`,
      `學生於 ${on} 已退出課程，不得重考。`,
    ),
  },
];
