import { Command, IsOneOf, IsReason, IsRequestId, IsStudentId } from '#commands';
import { decideBy, text } from '#kernel';
import { SCRIPT_DECISIONS, type ScriptDecision } from '#regulations';
import type { RequestEventOf } from '#student-record';
import { isNamed, isSamePerson, personNeeded } from '../people.ts';
import { attemptFor, isRefusal, recordUseCase } from '../record-use-case.ts';
import { decidedAlready, ownRequest, unknownRequest } from './asked.ts';

/**
 * The University takes or refuses the script of a candidate who could not be identified, which it may also leave
 * unmarked, or who came too late. Until the examination is sat again no mark of it is recorded. Refused for a breach,
 * which is for the discipline of students, and a second time (`decided-already`).
 * [5cu/assess/7.1(unnumbered)] [5cu/assess/7.4] [3cu/assess/7.1] [3cu/assess/7.4]
 */
export class DecideOnScript extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsRequestId({ description: 'The report of the incident.' })
  readonly request!: string;

  @IsOneOf(SCRIPT_DECISIONS, { description: 'What is decided.' })
  readonly decision!: ScriptDecision;

  @IsReason()
  readonly reason!: string;
}

export const decideOnScript = recordUseCase({
  command: DecideOnScript,
  path: 'examination-scripts',
  summary: text('Take or refuse an examination script', '決定是否接納考卷'),
  by: ['registrar', 'migration'],
  clauses: ['5cu/assess/7.1(unnumbered)', '5cu/assess/7.4', '3cu/assess/7.1', '3cu/assess/7.4'],
  decide: (record, { request: id, decision, reason }: DecideOnScript, { today, actor }) => {
    if (!isNamed(actor)) return personNeeded;
    const incident = record.requests.incidents.find((each) => each.id === id);
    if (!incident) return unknownRequest;
    const found = attemptFor(record, incident);
    if (isRefusal(found)) return found;
    if (incident.script) return decidedAlready;
    if (isSamePerson(incident.by, actor)) return ownRequest;
    const { pack, study } = found;
    const decided: RequestEventOf<'ExaminationScriptDecided'> = {
      type: 'ExaminationScriptDecided',
      data: { id, script: { decision, reason, on: today, by: actor, clause: incident.clause } },
    };
    return decideBy(pack.requests.script(study, { incident, decision }), [decided], {
      code: 'script-decision-refused',
      message: text('The regulations do not allow this decision on the script.', '按規例不可就考卷作此決定。'),
    });
  },
});
