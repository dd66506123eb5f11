import { type CivilDate, daysBetween, text } from '#kernel';
import type { AssessmentItem, Attempt } from '../facts.ts';
import type {
  AssignmentExtensionDecision,
  AssignmentExtensionRequest,
  AssignmentExtensionRuling,
} from '../rules/coursework.ts';
import { isLastAssignment, itemOf } from './coursework-due.ts';
import { beingTaken, type CourseworkLaw, type ExtensionLaw, type ExtensionTier } from './coursework-law.ts';
import { type Demand, type Remark, ruleOn } from './demand.ts';
import type { Rule } from './parameters.ts';

/**
 * Whether a student may ask for a later day: on or before the notified one, never for the last assignment. The length
 * of the delay, counted from the notified day, says who decides. [5cu/dl/8.7.2] [5cu/dl/8.7.3] [3cu/dl/9.8.2] [3cu/dl/9.8.3]
 */
export const extensionRequest =
  (law: CourseworkLaw): Rule<AssignmentExtensionRequest, AssignmentExtensionRuling> =>
  (_study, { attempt, assignment, until, today }) => {
    const { extension } = law;
    if (typeof extension === 'string') return byTeacherOnly(law, extension);
    const item = itemOf(attempt, assignment);
    const { tier, days } = tierOf(extension, item, until, today);
    const looked: (Demand | Remark)[] = [
      ...beingTaken(law, attempt),
      ...neverLast(extension, attempt, item, until),
      before(extension, item, today),
      { clause: tier.clause, figures: { due: item.due, until, daysLater: days, authority: tier.authority } },
    ];
    return { ruling: ruleOn(law.pack, looked), tier: tier.authority, clause: tier.clause };
  };

/**
 * Whether an extension is decided by who may: the authority for so many days, or one for more. It is granted by the
 * notified day, and by the dean only if somebody is there to mark the work. [5cu/dl/8.7.2(a)] [5cu/dl/8.7.2(b)] [5cu/dl/8.7.2(c)] [3cu/dl/9.8.2(a)] [3cu/dl/9.8.2(b)] [3cu/dl/9.8.2(c)]
 */
export const extensionDecision =
  (law: CourseworkLaw): Rule<AssignmentExtensionDecision, AssignmentExtensionRuling> =>
  (_study, { attempt, assignment, until, granted, authority, markerAvailable, today }) => {
    const { extension } = law;
    if (typeof extension === 'string') return byTeacherOnly(law, extension);
    const item = itemOf(attempt, assignment);
    const { tier, days, higher } = tierOf(extension, item, until, today);
    const entitled: Demand = {
      clause: tier.clause,
      met: higher.includes(authority),
      figures: { due: item.due, until, daysLater: days, authority: tier.authority, decidedBy: authority },
      note: text(
        `An extension of ${days} days is decided by the ${nameOf(tier).en}.`,
        `延期 ${days} 日須由${nameOf(tier)['zh-Hant']}決定。`,
      ),
      remedy: text(`A decision of the ${nameOf(tier).en}.`, `由${nameOf(tier)['zh-Hant']}作出決定。`),
    };
    const marker: Demand = {
      clause: tier.clause,
      met: markerAvailable,
      figures: { daysLater: days, markerAvailable },
      note: text('Nobody is there to mark the work then.', '屆時沒有導師可以評改該作業。'),
      remedy: text(
        'Record that somebody is there to mark it (markerAvailable), or grant fewer days.',
        '記錄屆時有導師評改（markerAvailable），或批准較短的延期。',
      ),
    };
    const ofGranting = [
      ...beingTaken(law, attempt),
      ...neverLast(extension, attempt, item, until),
      before(extension, item, today),
      ...(tier.upTo === null ? [marker] : []),
    ];
    return {
      ruling: ruleOn(law.pack, [entitled, ...(granted ? ofGranting : [])]),
      tier: tier.authority,
      clause: tier.clause,
    };
  };

function tierOf(law: ExtensionLaw, { due }: AssessmentItem, until: CivilDate, today: CivilDate) {
  const tiers = law.tiers.on(today).value;
  const days = daysBetween(due, until);
  const at = tiers.findIndex(({ upTo }) => upTo === null || days <= upTo);
  return { days, tier: tiers[at] as ExtensionTier, higher: tiers.slice(at).map(({ authority }) => authority) };
}

const before = ({ prior }: ExtensionLaw, { id, due }: AssessmentItem, today: CivilDate): Demand => ({
  clause: prior,
  met: today <= due,
  figures: { due, on: today },
  note: text(
    `${id} was due on ${due}; an extension is approved by then.`,
    `${id} 的遞交限期為 ${due}；延期須於限期或之前獲批。`,
  ),
  remedy: text(`The last day was ${due}.`, `最後日期為 ${due}。`),
});

function neverLast({ last }: ExtensionLaw, attempt: Attempt, item: AssessmentItem, until: CivilDate): Demand[] {
  if (!isLastAssignment(attempt, item)) return [];
  return [
    {
      clause: last,
      met: false,
      figures: { lastAssignment: item.id, due: item.due, until },
      note: text(
        `${item.id} is the last assignment, which is never recorded late; there is no extension for it.`,
        `${item.id} 為最後一份作業，逾期概不記錄分數，故不設延期。`,
      ),
      remedy: text(`Hand it in on or before ${item.due}.`, `於 ${item.due} 或之前遞交。`),
    },
  ];
}

/** Nobody extends beforehand; whoever hands in late meets the teacher's decision. */
const byTeacherOnly = ({ pack }: CourseworkLaw, clause: string): AssignmentExtensionRuling => ({
  ruling: ruleOn(pack, [
    {
      clause,
      met: false,
      figures: { decidedBy: 'teacher' },
      note: text(
        'No extension is given beforehand; the teacher decides on late work when it is handed in.',
        '不設預先延期；逾期作業由任教老師於遞交後決定是否接納。',
      ),
      remedy: text('Hand it in; the teacher decides whether to take it.', '遞交作業，由任教老師決定是否接納。'),
    },
  ]),
  tier: 'teacher',
  clause,
});

const NAMES: Readonly<Record<string, ReturnType<typeof text>>> = {
  tutor: text('tutor', '導師'),
  'internal-examiner': text('internal examiner', '校內考試委員'),
  dean: text('dean', '院長'),
};

const nameOf = ({ authority }: ExtensionTier) => NAMES[authority] ?? text(authority, authority);
