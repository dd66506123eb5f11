import type { Command, DecisionContext } from '#commands';
import { type CivilDate, type Decision, isRefusal, type Refusal, refuse, text } from '#kernel';
import type { StudyApplication, StudyApplicationKind } from '#regulations';
import type { StudentRecord, StudyApplicationGranted } from '#student-record';

/** Decides on a record; `appliedOn` is the day of the application that is granted, that of the request without one. */
export type Deciding<C, Facts> = (
  record: StudentRecord,
  command: C,
  context: DecisionContext<Facts> & { readonly appliedOn: CivilDate },
) => Decision;

/**
 * What a request comes to that may name an application of its kind: what is granted closes it in the same breath. It may
 * be granted otherwise than it was asked for; what is refused leaves it waiting.
 */
export const granting =
  <C extends Command, Facts>(kind: StudyApplicationKind | undefined, decide: Deciding<C, Facts>) =>
  (record: StudentRecord, command: C, context: DecisionContext<Facts>): Decision => {
    const { today, actor } = context;
    const { application: id } = command as { readonly application?: string };
    if (kind === undefined || id === undefined) return decide(record, command, { ...context, appliedOn: today });
    const application = waitingAs(record, id);
    if (isRefusal(application)) return application;
    if (application.kind !== kind || !isOf(application, command)) return otherApplication;
    if (actor.role === 'student') return ownApplication;
    const asked = Object.assign(Object.create(Object.getPrototypeOf(command)), command, {
      programme: application.programme,
    }) as C;
    const decision = decide(record, asked, { ...context, appliedOn: application.on });
    const granted: StudyApplicationGranted = {
      type: 'StudyApplicationGranted',
      data: { application: id, on: today, by: actor, clauses: [application.clause] },
    };
    return decision.events ? { ...decision, events: [...decision.events, granted] } : decision;
  };

/** An application that waits, by its name. */
export function waitingAs({ applications }: StudentRecord, id: string): StudyApplication | Refusal {
  const application = applications.find((each) => each.id === id);
  if (!application) return unknownApplication;
  return application.end ? applicationClosed : application;
}

const isOf = ({ programme }: StudyApplication, command: Command): boolean => {
  const { programme: named } = command as { readonly programme?: string };
  return named === undefined || named === programme;
};

const unknownApplication = refuse(
  'unknown-application',
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
