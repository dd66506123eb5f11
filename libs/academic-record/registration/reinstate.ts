import { FEE_SCHEDULE, fees, terms } from '#catalogue';
import {
  ApprovalPart,
  Command,
  IsPartList,
  IsProgrammeCode,
  IsStudentId,
  IsStudyApplicationId,
  IsTermCode,
} from '#commands';
import { decideBy, text } from '#kernel';
import type { RegistrationReinstated } from '#student-record';
import { charged } from '../finance/charging.ts';
import { isRefusal, recordUseCase, registrationEnded, unknownTerm } from '../record-use-case.ts';

/** Where study is to go on, and from when. */
export abstract class ReturnTerms extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsProgrammeCode({ description: 'Needed only by a student on more than one programme.', optional: true })
  readonly programme?: string;

  @IsTermCode({ description: 'The term from which face-to-face study is to go on.', optional: true })
  readonly term?: string;
}

/**
 * A registration that is at an end goes on with the approval of the University: in distance learning one that has
 * lapsed; face to face one that was withdrawn from or deregistered, if no more than an academic year of three terms lies
 * between the last term attended and that of the return, which is asked for within two weeks of teaching and with nothing
 * owed. After the days of registration the fee of a late one is charged, where it has been set.
 * [5cu/dl/6.1] [5cu/ug/5.2] [5cu/tpg/5.2] [3cu/dl/7.1] [3cu/ug/5.2] [3cu/tpg/5.2]
 */
export class Reinstate extends ReturnTerms {
  @IsPartList(ApprovalPart, 5, { description: 'The approval of the Registrar.', optional: true })
  readonly approvals?: ApprovalPart[];

  @IsStudyApplicationId({ description: 'The application that it grants.', optional: true })
  readonly application?: string;
}

export const reinstate = recordUseCase({
  command: Reinstate,
  path: 'reinstatements',
  summary: text('Reinstate a registration', '恢復學籍'),
  by: ['registrar', 'registry', 'migration'],
  grants: 'return',
  clauses: ['5cu/dl/6.1', '5cu/ug/5.2', '5cu/tpg/5.2', '3cu/dl/7.1', '3cu/ug/5.2', '3cu/tpg/5.2'],
  facts: async (reader, { term }: Reinstate) => ({
    term: term === undefined ? undefined : await reader.read(terms, term),
    schedule: await reader.read(fees, FEE_SCHEDULE),
  }),
  decide: (record, { programme, term: code, approvals = [] }, { facts: { term, schedule = [] }, today, appliedOn }) => {
    const found = registrationEnded(record, programme, today);
    if (isRefusal(found)) return found;
    if (code !== undefined && !term) return unknownTerm(code);
    const { pack, study, registration } = found;
    const { ruling, clause } = pack.registration.reinstatement(study, { term, approvals, today, appliedOn });
    const reinstated: RegistrationReinstated = {
      type: 'RegistrationReinstated',
      data: {
        programme: registration.programme.code,
        on: today,
        recordedOn: today,
        clause,
        term: term?.code,
        ...(term ? { studyFrom: term.teaching[0] } : {}),
        reason: approvals[0]?.reason ?? '',
      },
    };
    const late = term !== undefined && appliedOn > term.registration[1];
    const charging = { account: record.account, registration, schedule, today };
    const fee = (late ? charged(charging, 'late-registration', { term }) : []).map((charge) => ({
      ...charge,
      data: { charge: { ...charge.data.charge, clause } },
    }));
    return decideBy(ruling, [reinstated, ...fee], {
      code: 'reinstatement-refused',
      message: text('The regulations do not allow this reinstatement.', '按規例不可恢復學籍。'),
    });
  },
});
