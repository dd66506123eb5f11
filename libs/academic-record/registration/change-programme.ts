import { FEE_SCHEDULE, fees, programmes, terms } from '#catalogue';
import {
  ApprovalPart,
  Command,
  IsPartList,
  IsProgrammeCode,
  IsStudentId,
  IsStudyApplicationId,
  IsTermCode,
} from '#commands';
import { decideBy, refuse, text } from '#kernel';
import { chapterOf } from '#regulations';
import type { ProgrammeChanged } from '#student-record';
import { CredentialPart, unfitCredentials } from '../admission/credentials.ts';
import { applicationCents } from '../finance/charging.ts';
import { isRefusal, recordUseCase, registrationGoingOn, unknownProgramme, unknownTerm } from '../record-use-case.ts';

/** To which programme, from which term. */
export abstract class ChangeTerms extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsProgrammeCode({ description: 'The programme that is left; needed only by a student on more.', optional: true })
  readonly programme?: string;

  @IsProgrammeCode({ description: 'The programme that is studied instead.' })
  readonly to!: string;

  @IsTermCode({ description: 'The first term of the new programme.' })
  readonly term!: string;

  @IsPartList(CredentialPart, 20, {
    description: 'What is brought for the conditions of entry of the other programme.',
    optional: true,
  })
  readonly credentials?: CredentialPart[];
}

/**
 * A student goes over to another programme of the same regulations and chapter, when its School accepts: in distance
 * learning and taught postgraduate study from the next term, undergraduates from the next academic year, unless the
 * University states otherwise. A distance-learning programme with conditions of entry takes the application fee where one has been set,
 * charged for it (`RecordCharge`) and settled before. Until the first day of that term the
 * earlier programme is studied; from then on its courses, results and deferrals are those of the new one and the years
 * of study go on, while transferred credits stay with the earlier one until they are ruled anew. A change to a programme
 * of other regulations or another chapter is a new admission (`new-admission-needed`). One research degree is changed for
 * another with the approval of the Research Degrees Committee, and its years, conditions, leave and thesis go along.
 * [5cu/dl/7.1] [5cu/dl/7.2] [5cu/ug/8.1] [5cu/tpg/8.1] [3cu/dl/8.1] [3cu/dl/8.2] [3cu/ug/8.1] [3cu/tpg/8.1]
 * [5cu/rpg/2.1] [3cu/rpg/2.1]
 */
export class ChangeProgramme extends ChangeTerms {
  @IsPartList(ApprovalPart, 5, {
    description: 'That the School, or the Research Degrees Committee, accepts; an earlier day of the University.',
    optional: true,
  })
  readonly approvals?: ApprovalPart[];

  @IsStudyApplicationId({ description: 'The application that it grants.', optional: true })
  readonly application?: string;
}

export const changeProgramme = recordUseCase({
  command: ChangeProgramme,
  path: 'programme-changes',
  summary: text('Change to another programme', '更改課程'),
  by: ['school', 'research-degrees-committee', 'registrar', 'registry', 'migration'],
  grants: 'programme-change',
  clauses: [
    '5cu/dl/7.1',
    '5cu/dl/7.2',
    '5cu/ug/8.1',
    '5cu/tpg/8.1',
    '5cu/rpg/2.1',
    '3cu/dl/8.1',
    '3cu/dl/8.2',
    '3cu/ug/8.1',
    '3cu/tpg/8.1',
    '3cu/rpg/2.1',
  ],
  facts: async (reader, command: ChangeProgramme) => ({
    to: await reader.read(programmes, command.to),
    term: await reader.read(terms, command.term),
    schedule: await reader.read(fees, FEE_SCHEDULE),
  }),
  decide: (record, command, { facts: { to, term, schedule = [] }, today, actor }) => {
    const found = registrationGoingOn(record, command.programme, today);
    if (isRefusal(found)) return found;
    if (!to) return unknownProgramme(command.to);
    if (!term) return unknownTerm(command.term);
    const { pack, study, registration } = found;
    const { code: from, regime } = registration.programme;
    if (record.registrations.some(({ programme }) => programme.code === to.code)) return alreadyOnIt;
    if (record.changes.some((change) => change.from === from && change.effectiveOn > today)) return alreadyChanging;
    if (to.regime !== regime || chapterOf(to) !== chapterOf(registration.programme)) return newAdmissionNeeded;
    const { approvals = [], credentials = [] } = command;
    const unfit = unfitCredentials(credentials, to, undefined, actor);
    if (unfit) return unfit;
    const asked = { to, term, applicationCents: applicationCents(schedule, to, today), credentials, approvals, today };
    const { ruling, clause } = pack.registration.change(study, asked);
    const entry = pack.entryPath(to, { credentials });
    const changed: ProgrammeChanged = {
      type: 'ProgrammeChanged',
      data: {
        change: {
          from,
          to,
          term: term.code,
          approvedOn: today,
          effectiveOn: term.teaching[0],
          ...(entry ? { entry } : {}),
          clause,
        },
      },
    };
    const decision = decideBy(ruling, [changed], {
      code: 'change-refused',
      message: text('The regulations do not allow this change of programme.', '按規例不可更改課程。'),
    });
    return decision.outcome === 'accepted' ? { ...decision, effectiveOn: term.teaching[0] } : decision;
  },
});

const alreadyOnIt = refuse(
  'already-on-programme',
  text('The student is or was on that programme.', '學生現正或曾經修讀該課程。'),
);

const alreadyChanging = refuse(
  'change-under-way',
  text('A change from this programme has been approved already.', '更改此課程的申請已獲批准。'),
);

const newAdmissionNeeded = refuse(
  'new-admission-needed',
  text(
    'A programme of other regulations, or of another sort of study, is entered by a new admission.',
    '轉讀另一學制或另一類別的課程，須重新申請入學。',
  ),
);
