import { Command, IsProgrammeCode, IsStudentId } from '#commands';
import { accept, refuse, text } from '#kernel';
import type { IntentionDeclared } from '#student-record';
import { isGoingOn, isRefusal, recordUseCase, registrationFor } from '../record-use-case.ts';

/**
 * A student tells the University that the award of a programme is intended, which an award that asks for it is not
 * conferred without. Refused where it has been declared (`already-declared`), and of a programme that was left without
 * being completed (`registration-ended`). [5cu/bach/5.1(a)] [5cu/subdegpd/5.1(a)] [5cu/subdegpd/6.1(a)]
 * [5cu/subdegpd/7.1(a)] [5cu/dual/5.1(b)] [3cu/dual/6.1.1]
 */
export class DeclareIntention extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsProgrammeCode()
  readonly programme!: string;
}

export const declareIntention = recordUseCase({
  command: DeclareIntention,
  path: 'award-intentions',
  summary: text('Declare which award is intended', '表明擬取得的學術資格'),
  by: ['student', 'registrar', 'registry', 'migration'],
  clauses: [
    '5cu/bach/5.1(a)',
    '5cu/subdegpd/5.1(a)',
    '5cu/subdegpd/6.1(a)',
    '5cu/subdegpd/7.1(a)',
    '5cu/dual/5.1(b)',
    '3cu/dual/6.1.1',
  ],
  decide: (record, { programme }, { today }) => {
    const found = registrationFor(record, programme);
    if (isRefusal(found)) return found;
    const { registration, study, pack } = found;
    const completed = pack.registration.status(study, today).status === 'completed';
    if (!completed && !isGoingOn(record, registration, today)) return ended;
    if (record.intentions.some((each) => each.programme === programme)) return alreadyDeclared;
    const declared: IntentionDeclared = {
      type: 'IntentionDeclared',
      data: { intention: { programme, award: registration.programme.award, on: today } },
    };
    return accept([declared]);
  },
});

const ended = refuse(
  'registration-ended',
  text('The programme was left without being completed.', '學生未修畢課程而離校。'),
);

const alreadyDeclared = refuse(
  'already-declared',
  text('The award has been declared to be intended.', '學生已表明擬取得此資格。'),
);
