import { Command, IsHoldId, IsOneOf, IsReason, IsStudentId } from '#commands';
import { accept, refuse, text } from '#kernel';
import type { HoldReleased } from '#student-record';
import { isRefusal, recordUseCase, studentOn } from '../record-use-case.ts';
import { AUTHORITIES, HOLD_POWERS, mayUse, RELEASERS } from './hold-powers.ts';
import { notAuthorised } from './place-hold.ts';

/**
 * A hold ends. Refused to an authority that may not release its kind (`not-its-power`), and where it does not
 * stand (`unknown-hold`). Advice that was given releases the hold of probation.
 * [5cu/dl/10.5] [5cu/ug/13.5] [3cu/dl/4.2] [3cu/dl/11.5] [3cu/ug/11.4] [3cu/ug/13.5]
 */
export class ReleaseHold extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsHoldId()
  readonly hold!: string;

  @IsOneOf(AUTHORITIES, { description: 'Who releases it.' })
  readonly authority!: string;

  @IsReason()
  readonly reason!: string;
}

export const releaseHold = recordUseCase({
  command: ReleaseHold,
  path: 'hold-releases',
  summary: text('Release a hold', '解除限制'),
  by: RELEASERS,
  clauses: ['5cu/dl/10.5', '5cu/ug/13.5', '3cu/dl/4.2', '3cu/dl/11.5', '3cu/ug/11.4', '3cu/ug/13.5'],
  decide: (record, { hold: id, authority, reason }, { today, actor }) => {
    const unknown = studentOn(record);
    if (isRefusal(unknown)) return unknown;
    const hold = record.holds.find((each) => each.id === id && !each.released);
    if (!hold) return unknownHold;
    if (!mayUse(HOLD_POWERS[hold.kind].release, authority, actor.role)) return notAuthorised;
    const released: HoldReleased = { type: 'HoldReleased', data: { hold: id, on: today, authority, reason } };
    return accept([released]);
  },
});

const unknownHold = refuse('unknown-hold', text('No hold of this name stands.', '沒有此編號而仍生效的限制。'));
