import type { Actor } from '#kernel';
import { type Refusal, refuse, text } from '#kernel';
import type { Approval } from '#regulations';

/** Offices that have no say in a result, and enter what those who have it decided. */
const ENTERING: readonly string[] = ['registrar', 'registry'];

/** Whether somebody enters results without a say in them. */
export const entersForOthers = ({ role }: Pick<Actor, 'role'>): boolean => ENTERING.includes(role);

/**
 * The word of the award panel or of the School on a result, where it is entered by an office that has no say in it: why
 * it says that they decided so. Nothing where they act themselves; refused where the office has no such word.
 * [5cu/assess/18.2.1] [3cu/assess/17.2.1]
 */
export function wordOf(
  authority: 'award-panel' | 'school',
  actor: Actor,
  approvals: readonly Approval[] = [],
): { readonly word?: string } | Refusal {
  if (!entersForOthers(actor)) return {};
  const given = approvals.find((approval) => approval.authority === authority);
  return given ? { word: given.reason } : needed[authority];
}

const needed = {
  'award-panel': refuse(
    'panel-word-needed',
    text(
      'The award panel recommends results; enter its decision with the approval (award-panel) that shows it.',
      '成績由評核小組推薦；請連同評核小組的批准（award-panel）一併記錄。',
    ),
  ),
  school: refuse(
    'school-word-needed',
    text(
      'The School approves results; enter its decision with the approval (school) that shows it.',
      '成績由學院批准；請連同學院的批准（school）一併記錄。',
    ),
  ),
} as const;
