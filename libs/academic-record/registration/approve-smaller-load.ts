import { terms } from '#catalogue';
import { ApprovalPart, Command, IsCount, IsPartList, IsProgrammeCode, IsStudentId, IsTermCode } from '#commands';
import { decideBy, text } from '#kernel';
import type { SmallerLoadApproved } from '#student-record';
import { isRefusal, recordUseCase, registrationGoingOn, unknownTerm } from '../record-use-case.ts';
import { noPrescribedLoad } from './find-load-shortfall.ts';

/**
 * The School lets a full-time student take less in a term than it prescribes: so many credits suffice, on leaving a course
 * too. Refused without the School, for no less than the load, and where no load is prescribed (`no-prescribed-load`).
 * [5cu/ug/6.2] [5cu/tpg/3.6] [5cu/tpg/6.2] [3cu/ug/6.2] [3cu/tpg/3.6] [3cu/tpg/6.2]
 */
export class ApproveSmallerLoad extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsProgrammeCode({ description: 'Needed only by a student on more than one programme.', optional: true })
  readonly programme?: string;

  @IsTermCode()
  readonly term!: string;

  @IsCount(1, 100, { description: 'The credits that suffice in the term.', example: 10 })
  readonly credits!: number;

  @IsPartList(ApprovalPart, 5, { description: 'The approval of the School.', optional: true })
  readonly approvals?: ApprovalPart[];
}

export const approveSmallerLoad = recordUseCase({
  command: ApproveSmallerLoad,
  path: 'smaller-loads',
  summary: text('Approve a smaller load of a term', '批准學期內修讀較少學分'),
  by: ['school', 'dean', 'registrar', 'registry', 'migration'],
  clauses: ['5cu/ug/6.2', '5cu/tpg/3.6', '5cu/tpg/6.2', '3cu/ug/6.2', '3cu/tpg/3.6', '3cu/tpg/6.2'],
  facts: (reader, { term }: ApproveSmallerLoad) => reader.read(terms, term),
  decide: (record, command: ApproveSmallerLoad, { facts: term, today }) => {
    if (!term) return unknownTerm(command.term);
    const found = registrationGoingOn(record, command.programme, today);
    if (isRefusal(found)) return found;
    const { pack, study, registration } = found;
    const { credits, approvals = [] } = command;
    const made = pack.registration.smallerLoad(study, { term, credits, approvals, today });
    if (!made) return noPrescribedLoad;
    const { ruling, clause, grantedBy } = made;
    const { authority = '', reason = '' } = grantedBy ?? {};
    const { academicYear, teaching } = term;
    const approved: SmallerLoadApproved = {
      type: 'SmallerLoadApproved',
      data: {
        load: {
          programme: registration.programme.code,
          term: { code: term.code, academicYear, teaching },
          credits,
          authority,
          reason,
          clause,
          on: today,
        },
      },
    };
    return decideBy(ruling, [approved], {
      code: 'smaller-load-refused',
      message: text('The regulations do not allow this smaller load.', '按規例不可修讀較少學分。'),
    });
  },
});
