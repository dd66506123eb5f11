import {
  ApprovalPart,
  Command,
  IsCount,
  IsPartList,
  IsProgrammeCode,
  IsStudentId,
  IsStudyApplicationId,
} from '#commands';
import { decideBy, refuse, text } from '#kernel';
import type { StudyPeriodExtended } from '#student-record';
import { isRefusal, recordUseCase, registrationGoingOn } from '../record-use-case.ts';

/** How much longer. */
export abstract class ExtensionTerms extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsProgrammeCode({ description: 'Needed only by a student on more than one programme.', optional: true })
  readonly programme?: string;

  @IsCount(1, 5, { description: 'So many academic years more.', example: 1 })
  readonly years!: number;
}

/**
 * A face-to-face student is given more years than the longest period, on the authority of the Senate or the University,
 * which stands with its reason and the clause that it sets aside in the event. Refused without it, and in distance
 * learning, which has no longest period (`other-mode`). [5cu/ug/7.2] [3cu/ug/7.2]
 */
export class ExtendStudyPeriod extends ExtensionTerms {
  @IsPartList(ApprovalPart, 5, { description: 'The decision that extends it.', optional: true })
  readonly approvals?: ApprovalPart[];

  @IsStudyApplicationId({ description: 'The application that it grants.', optional: true })
  readonly application?: string;
}

export const extendStudyPeriod = recordUseCase({
  command: ExtendStudyPeriod,
  path: 'study-period-extensions',
  summary: text('Extend the longest period of study', '延長最長修業期'),
  by: ['registrar', 'migration'],
  grants: 'study-period-extension',
  clauses: ['5cu/ug/7.2', '5cu/tpg/7.1', '3cu/ug/7.2', '3cu/tpg/7.1'],
  decide: (record, { programme, years, approvals = [] }: ExtendStudyPeriod, { today }) => {
    const found = registrationGoingOn(record, programme, today);
    if (isRefusal(found)) return found;
    const { pack, study, registration } = found;
    const made = pack.registration.extension(study, { years, approvals, today });
    if (!made) return noPeriod;
    const { ruling, clause, grantedBy } = made;
    const { authority = '', reason = '' } = grantedBy ?? {};
    const extended: StudyPeriodExtended = {
      type: 'StudyPeriodExtended',
      data: {
        extension: { programme: registration.programme.code, years, authority, clause, reason, on: today },
      },
    };
    return decideBy(ruling, [extended], {
      code: 'extension-refused',
      message: text('The regulations do not allow this extension.', '按規例不可延長修業期。'),
    });
  },
});

const noPeriod = refuse('other-mode', text('This mode of study has no longest period.', '此修讀模式並無最長修業期。'));
