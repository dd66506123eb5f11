import { FEE_SCHEDULE, fees, terms } from '#catalogue';
import { ApprovalPart, Command, IsPartList, IsProgrammeCode, IsStudentId, IsTermCode } from '#commands';
import { decideBy, refuse, text } from '#kernel';
import type { RegistrationReinstated } from '#student-record';
import { charged } from '../finance/charging.ts';
import { isGoingOn, isRefusal, recordUseCase, registrationFor, unknownTerm } from '../record-use-case.ts';

/**
 * A registration that is at an end goes on with the approval of the University: in distance learning one that has
 * lapsed; face to face one that was withdrawn from or deregistered, if no more than an academic year of three terms lies
 * between the last term attended and that of the return, which is asked for within two weeks of teaching and with nothing
 * owed. After the days of registration the fee of a late one is charged, where it has been set.
 * [5cu/dl/6.1] [5cu/ug/5.2] [5cu/tpg/5.2] [3cu/dl/7.1] [3cu/ug/5.2] [3cu/tpg/5.2]
 */
export class Reinstate extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsProgrammeCode({ description: 'Needed only by a student on more than one programme.', optional: true })
  readonly programme?: string;

  @IsTermCode({ description: 'The term from which face-to-face study is to go on.', optional: true })
  readonly term?: string;

  @IsPartList(ApprovalPart, 5, { description: 'The approval of the Registrar.', optional: true })
  readonly approvals?: ApprovalPart[];
}

export const reinstate = recordUseCase({
  command: Reinstate,
  path: 'reinstatements',
  summary: text('Reinstate a registration', '恢復學籍'),
  by: ['registrar', 'registry', 'migration'],
  clauses: ['5cu/dl/6.1', '5cu/ug/5.2', '5cu/tpg/5.2', '3cu/dl/7.1', '3cu/ug/5.2', '3cu/tpg/5.2'],
  facts: async (reader, { term }: Reinstate) => ({
    term: term === undefined ? undefined : await reader.read(terms, term),
    schedule: await reader.read(fees, FEE_SCHEDULE),
  }),
  decide: (record, { programme, term: code, approvals = [] }, { facts: { term, schedule = [] }, today }) => {
    const ended = record.registrations.filter((registration) => !isGoingOn(record, registration, today));
    const [only] = ended;
    const found = registrationFor(record, programme ?? (ended.length === 1 ? only?.programme.code : undefined));
    if (isRefusal(found)) return found;
    if (code !== undefined && !term) return unknownTerm(code);
    const { pack, study, registration } = found;
    if (!ended.includes(registration)) return notEnded;
    const { ruling, clause } = pack.registration.reinstatement(study, { term, approvals, today });
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
    const late = term !== undefined && today > term.registration[1];
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

const notEnded = refuse('registration-goes-on', text('The registration is not at an end.', '學籍尚未終結。'));
