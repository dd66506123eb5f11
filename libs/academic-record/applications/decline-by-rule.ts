import { type AnyUseCase, Command, commandOf, IsStudentId, IsStudyApplicationId, issue } from '#commands';
import { accept, commandIdOf, fails, isRefusal, refuse, refusingClauses, rule, text } from '#kernel';
import type { StudyApplicationDeclined } from '#student-record';
import { records, recordUseCase } from '../record-use-case.ts';
import { asApproved, GRANTED_BY } from './granted.ts';
import { waitingAs } from './granting.ts';

/**
 * An application that nobody could grant any more, whoever approved it, is declined by rule: its registration has come to
 * an end, or the record does not bear what was asked. Nobody asks for it: it follows when somebody has tried to grant it
 * and was refused. What an approval or another day would let through waits on (`still-possible`).
 * [5cu/dl/4.1] [5cu/ug/4.1] [3cu/dl/5.1] [3cu/ug/4.1]
 */
export class DeclineImpossibleApplication extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsStudyApplicationId()
  readonly application!: string;
}

export const declineImpossibleApplication = recordUseCase<DeclineImpossibleApplication, unknown>({
  command: DeclineImpossibleApplication,
  path: 'impossible-applications',
  summary: text('Decline an application that cannot be granted any more', '否決已無法批准的申請'),
  by: ['school', 'research-degrees-committee', 'registrar', 'registry', 'migration'],
  internal: true,
  clauses: ['5cu/dl/4.1', '5cu/ug/4.1', '5cu/tpg/4.1', '3cu/dl/5.1', '3cu/ug/4.1', '3cu/tpg/4.1'],
  facts: async (reader, { student, application: id }) => {
    const application = (await reader.read(records, student)).applications.find((each) => each.id === id);
    return application && GRANTED_BY[application.kind].facts?.(reader, asApproved(student, application));
  },
  decide: (record, { student, application: id }, { facts, today, actor }) => {
    const application = waitingAs(record, id);
    if (isRefusal(application)) return application;
    const { kind, clause, pack } = application;
    const decision = GRANTED_BY[kind].decide(record, asApproved(student, application, id), { facts, today, actor });
    if (decision.outcome === 'accepted' || decision.events) return stillPossible;
    const ruling = decision.ruling ?? rule(pack, [fails(clause, decision.message)]);
    const declined: StudyApplicationDeclined = {
      type: 'StudyApplicationDeclined',
      data: {
        application: id,
        on: today,
        by: actor,
        clauses: refusingClauses(ruling),
        declinedByRule: decision.message,
      },
    };
    return accept([declined], ruling);
  },
});

const stillPossible = refuse(
  'still-possible',
  text('The application can still be granted, and waits.', '申請仍可獲批准，現正待審批。'),
);

type Granting = Command & { readonly student: string; readonly application?: string };

/** The requests that grant an application; one that is refused leads to the question whether anybody could. */
export const grantingUseCases: readonly AnyUseCase[] = Object.values(GRANTED_BY).map((granted) => ({
  ...granted,
  afterRefusal: async ({ student, application, envelope }: Granting, { execute }) => {
    if (application === undefined) return;
    const { actor, at, commandId, correlationId = commandId } = envelope;
    await execute(
      declineImpossibleApplication,
      issue(commandOf(DeclineImpossibleApplication, { student, application }), {
        ...{ actor, at, correlationId, causationId: commandId },
        commandId: commandIdOf(`${commandId} ${application} impossible`),
      }),
    );
  },
}));
