import { Command, IsLine, IsReason, IsStudentId, IsStudyApplicationId, mayRecordApproval } from '#commands';
import { accept, decideBy, type Finding, fails, holds, isRefusal, refuse, refusingClauses, rule, text } from '#kernel';
import { clause as clauseOf } from '#regulations';
import type { StudyApplicationDeclined, StudyApplicationWithdrawn } from '#student-record';
import { recordUseCase } from '../record-use-case.ts';
import { ownApplication, waitingAs } from './granting.ts';

const DEFERRING = ['5cu/dl/4.1', '5cu/ug/4.1', '5cu/tpg/4.1', '3cu/dl/5.1', '3cu/ug/4.1', '3cu/tpg/4.1'];
const RETURNING = ['5cu/dl/6.1', '5cu/ug/5.2', '5cu/tpg/5.2', '3cu/dl/7.1', '3cu/ug/5.2', '3cu/tpg/5.2'];
const CHANGING = ['5cu/dl/7.1', '5cu/ug/8.1', '5cu/tpg/8.1', '3cu/dl/8.1', '3cu/ug/8.1', '3cu/tpg/8.1'];
const INTERRUPTING = ['5cu/rpg/4.7', '3cu/rpg/4.7'];

abstract class OfApplication extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsStudyApplicationId()
  readonly application!: string;
}

/**
 * The authority whose approval the clause asks declines an application, with its reason. Nothing else changes. Refused to
 * everybody else, of one that waits no more (`application-closed`), and to the person who applied (`own-application`).
 * [5cu/dl/4.1] [5cu/ug/4.1] [5cu/ug/5.2] [5cu/ug/8.1] [3cu/dl/5.1] [3cu/ug/4.1] [3cu/ug/5.2] [3cu/ug/8.1]
 */
export class DeclineStudyApplication extends OfApplication {
  @IsReason()
  readonly reason!: string;

  @IsLine({
    description:
      'The clause that it rests on; those that stood in the way when it was made unless told, else the one applied by.',
    optional: true,
  })
  readonly clause?: string;
}

export const declineStudyApplication = recordUseCase({
  command: DeclineStudyApplication,
  path: 'study-application-refusals',
  summary: text('Decline an application about study', '否決修業申請'),
  by: ['school', 'dean', 'research-degrees-committee', 'registrar', 'registry', 'migration'],
  clauses: [...DEFERRING, ...RETURNING, ...CHANGING, ...INTERRUPTING],
  decide: (record, { application: id, reason, clause }: DeclineStudyApplication, { today, actor }) => {
    const application = waitingAs(record, id);
    if (isRefusal(application)) return application;
    if (clause !== undefined && !clauseOf(clause)) return unknownClause;
    const { pack, preview } = application;
    if (actor.id !== undefined && actor.id === application.by.id) return ownApplication;
    const inTheWay = preview ? refusingClauses(preview) : [];
    const declined: StudyApplicationDeclined = {
      type: 'StudyApplicationDeclined',
      data: {
        application: id,
        on: today,
        by: actor,
        clauses: clause !== undefined ? [clause] : inTheWay.length > 0 ? inTheWay : [application.clause],
        reason,
      },
    };
    return decideBy(rule(pack, [decidedBy(application, actor.role)]), [declined], {
      code: 'other-authority',
      message: text('It is not for this office to decide.', '此申請不由該部門決定。'),
    });
  },
});

/** Whether a role stands for the authority whose approval is asked. */
const decidedBy = ({ clause, authority }: { clause: string; authority: string }, role: string): Finding =>
  mayRecordApproval(role, authority)
    ? holds(clause, { authority, role })
    : fails(clause, text(`It is for the ${authority} to decide.`, `須由 ${authority} 決定。`), { authority, role });

/**
 * Whoever applied takes an application back while it waits; study goes on as before.
 * [5cu/dl/4.3] [5cu/ug/4.3] [5cu/tpg/4.3] [3cu/dl/5.3] [3cu/ug/4.3] [3cu/tpg/4.3]
 */
export class WithdrawStudyApplication extends OfApplication {
  @IsReason({ optional: true })
  readonly reason?: string;
}

export const withdrawStudyApplication = recordUseCase({
  command: WithdrawStudyApplication,
  path: 'study-application-withdrawals',
  summary: text('Take back an application about study', '撤回修業申請'),
  by: ['student', 'registry', 'registrar', 'migration'],
  clauses: [...DEFERRING, ...RETURNING, ...CHANGING, ...INTERRUPTING],
  decide: (record, { application: id, reason }: WithdrawStudyApplication, { today, actor }) => {
    const application = waitingAs(record, id);
    if (isRefusal(application)) return application;
    const { clause, kind, pack } = application;
    const withdrawn: StudyApplicationWithdrawn = {
      type: 'StudyApplicationWithdrawn',
      data: { application: id, on: today, by: actor, clauses: [clause], ...(reason === undefined ? {} : { reason }) },
    };
    return accept([withdrawn], rule(pack, [holds(clause, { kind, on: today })]));
  },
});

const unknownClause = refuse('unknown-clause', text('There is no such clause.', '沒有此條文。'));
