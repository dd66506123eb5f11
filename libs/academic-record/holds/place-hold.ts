import { Command, IsHoldId, IsLine, IsOneOf, IsProgrammeCode, IsReason, IsStudentId } from '#commands';
import { decideBy, refuse, text } from '#kernel';
import { HOLD_KINDS, type HoldKind } from '#regulations';
import type { HoldPlaced } from '#student-record';
import { isRefusal, recordUseCase, registrationFor } from '../record-use-case.ts';
import { AUTHORITIES, HOLD_POWERS, mayUse, PLACERS } from './hold-powers.ts';

/**
 * A student is kept from what the regulations name until the hold is released: a debt from enrolment and papers, advice
 * on probation from enrolment, a case of discipline from both, missing documents from papers. Refused to an authority
 * that may not order it (`not-its-power`), under an id that is in use (`hold-known`), and on a clause on which
 * that kind does not rest in the chapter of the student’s programme.
 * [5cu/dl/10.5] [5cu/ug/13.5] [5cu/tpg/11.5] [5cu/tpg/12.2] [5cu/rpg/4.3] [3cu/dl/4.2] [3cu/dl/11.5] [3cu/ug/11.4] [3cu/ug/13.5]
 * [3cu/tpg/10.4] [3cu/tpg/12.5] [3cu/tpg/13.2] [3cu/rpg/4.3]
 */
export class PlaceHold extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsHoldId({ description: 'What the hold is called within the record.' })
  readonly hold!: string;

  @IsOneOf(HOLD_KINDS, { description: 'What it is for.' })
  readonly kind!: HoldKind;

  @IsOneOf(AUTHORITIES, { description: 'Who orders it.' })
  readonly authority!: string;

  @IsReason()
  readonly reason!: string;

  @IsLine({ description: 'The clause on which it rests.', example: '3cu/ug/13.5' })
  readonly clause!: string;

  @IsProgrammeCode({ description: 'Needed only by a student on more than one programme.', optional: true })
  readonly programme?: string;
}

export const placeHold = recordUseCase({
  command: PlaceHold,
  path: 'holds',
  summary: text('Place a hold', '施加限制'),
  by: PLACERS,
  clauses: [
    '5cu/dl/10.5',
    '5cu/dl/11.2',
    '5cu/ug/13.5',
    '5cu/ug/14.2',
    '5cu/tpg/11.5',
    '5cu/tpg/12.2',
    '5cu/rpg/4.3',
    '3cu/dl/4.2',
    '3cu/dl/11.5',
    '3cu/dl/12.2',
    '3cu/ug/11.4',
    '3cu/ug/13.5',
    '3cu/ug/14.2',
    '3cu/tpg/10.4',
    '3cu/tpg/12.5',
    '3cu/tpg/13.2',
    '3cu/rpg/4.3',
  ],
  decide: (record, command, { today, actor }) => {
    const found = registrationFor(record, command.programme);
    if (isRefusal(found)) return found;
    const { hold: id, kind, authority, reason, clause } = command;
    if (!mayUse(HOLD_POWERS[kind].place, authority, actor.role)) return notAuthorised;
    if (record.holds.some((hold) => hold.id === id)) return known;
    const placed: HoldPlaced = {
      type: 'HoldPlaced',
      data: { hold: { id, kind, authority, reason, clause, placedOn: today } },
    };
    return decideBy(found.pack.hold(found.study, { kind, clause }), [placed], {
      code: 'hold-refused',
      message: text('The regulations know no such hold.', '規例並無此項限制。'),
    });
  },
});

export const notAuthorised = refuse(
  'not-its-power',
  text('This authority may not do so, or not by this office.', '此當局無權作出此決定，或不能由此部門代為記錄。'),
);

const known = refuse('hold-known', text('A hold of this name is on the record.', '紀錄中已有同一編號的限制。'));
