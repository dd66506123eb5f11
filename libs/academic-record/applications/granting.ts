import { isDeepStrictEqual } from 'node:util';
import { type Command, type DecisionContext, fieldsOf } from '#commands';
import { type CivilDate, type Decision, fails, type Refusal, refuse, refusingClauses, rule, text } from '#kernel';
import type { StudyApplication, StudyApplicationKind } from '#regulations';
import type { StudentRecord, StudyApplicationDeclined, StudyApplicationGranted } from '#student-record';

/** Decides on a record; `appliedOn` is the day of the application that is granted, that of the request without one. */
export type Deciding<C, Facts> = (
  record: StudentRecord,
  command: C,
  context: DecisionContext<Facts> & { readonly appliedOn: CivilDate },
) => Decision;

/**
 * What a request comes to that may name an application of its kind: what is granted closes it in the same breath. What is
 * asked may be granted otherwise than it was asked for. Where it is just what was asked, and nobody could grant it any
 * more, the application is declined by rule; what an approval, or other days, would let through leaves it waiting.
 */
export const granting =
  <C extends Command, Facts>(kind: StudyApplicationKind | undefined, decide: Deciding<C, Facts>) =>
  (record: StudentRecord, command: C, context: DecisionContext<Facts>): Decision => {
    const { today, actor } = context;
    const { application: id } = command as { readonly application?: string };
    if (kind === undefined || id === undefined) return decide(record, command, { ...context, appliedOn: today });
    const application = waitingAs(record, id);
    if (isRefused(application)) return application;
    if (application.kind !== kind || !isOf(application, command)) return otherApplication;
    if (actor.role === 'student') return ownApplication;
    const asked = Object.assign(Object.create(Object.getPrototypeOf(command)), command, {
      programme: application.programme,
    }) as C;
    const decision = decide(record, asked, { ...context, appliedOn: application.on });
    const { clause, pack } = application;
    const end = { application: id, on: today, by: actor };
    const granted: StudyApplicationGranted = { type: 'StudyApplicationGranted', data: { ...end, clauses: [clause] } };
    if (decision.events) return { ...decision, events: [...decision.events, granted] };
    if (decision.outcome === 'accepted' || !isAsAsked(asked, application)) return decision;
    const ruling = decision.ruling ?? rule(pack, [fails(clause, decision.message)]);
    const declined: StudyApplicationDeclined = {
      type: 'StudyApplicationDeclined',
      data: { ...end, clauses: refusingClauses(ruling), declinedByRule: decision.message },
    };
    return { ...decision, ruling, instead: [declined] };
  };

/** An application that waits, by its name. */
export function waitingAs({ applications }: StudentRecord, id: string): StudyApplication | Refusal {
  const application = applications.find((each) => each.id === id);
  if (!application) return unknownApplication;
  return application.end ? applicationClosed : application;
}

export const isRefused = (value: object): value is Refusal => 'outcome' in value && value.outcome === 'refused';

const isOf = ({ programme }: StudyApplication, command: Command): boolean => {
  const { programme: named } = command as { readonly programme?: string };
  return named === undefined || named === programme;
};

/** Whether a request is for just what was asked, whoever approves it and for whatever reason. */
function isAsAsked(command: Command, { asked }: StudyApplication): boolean {
  const { student, programme, application, approvals, reason, ...terms } = fieldsOf(command);
  return isDeepStrictEqual(terms, asked);
}

const unknownApplication = refuse(
  'application-unknown',
  text('No application of this name is on the record.', '紀錄中沒有此編號的申請。'),
);

const applicationClosed = refuse(
  'application-closed',
  text('The application waits no more: it was decided or taken back.', '此申請已有決定或已撤回。'),
);

const otherApplication = refuse(
  'other-application',
  text('That application asks for something else, or for another programme.', '該申請並非此類申請，或屬另一課程。'),
);

export const ownApplication = refuse(
  'own-application',
  text('Nobody decides on an application of their own.', '不可就本人提出的申請作出決定。'),
);
