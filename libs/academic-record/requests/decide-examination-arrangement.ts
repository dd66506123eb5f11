import {
  Command,
  IsCents,
  IsCount,
  IsDay,
  IsFlag,
  IsLine,
  IsOneOf,
  IsPart,
  IsReason,
  IsRequestId,
  IsStudentId,
} from '#commands';
import { type CivilDate, decideBy, plusDays, refuse, text } from '#kernel';
import type { ArrangementTerms, ExaminationArrangement } from '#regulations';
import type { ChargeRecorded, RequestEventOf, StudentRecord } from '#student-record';
import { freshId } from '../finance/charging.ts';
import { isNamed, isSamePerson, personNeeded } from '../people.ts';
import { attemptFor, type Governed, isRefusal, recordUseCase } from '../record-use-case.ts';
import { decidedAlready, ownRequest, unknownRequest } from './asked.ts';

/** What is arranged. */
export class ArrangementTermsPart {
  @IsLine({ description: 'The place.', optional: true })
  readonly place?: string;

  @IsDay({ description: 'The other day.', optional: true })
  readonly date?: CivilDate;

  @IsCount(1, 1440, { description: 'More minutes for the paper.', optional: true })
  readonly minutes?: number;

  @IsLine({ description: 'The invigilator whom the University has appointed.', optional: true })
  readonly invigilator?: string;

  @IsLine({ description: 'The approved note-taker.', optional: true })
  readonly noteTaker?: string;

  @IsFlag({ description: 'Whether the candidate knows the note-taker.' })
  readonly noteTakerKnown?: boolean;

  @IsOneOf(['teacher', 'tutor'], { description: 'Whom the Registrar consulted.', optional: true })
  readonly consulted?: 'teacher' | 'tutor';

  @IsFlag({ description: 'Whether the Registrar has assessed that the candidate cannot write by hand.' })
  readonly assessed?: boolean;

  @IsFlag({ description: 'Whether it can be arranged.' })
  readonly practicable?: boolean;

  @IsLine({ description: 'The agency abroad that the University has chosen.', optional: true })
  readonly host?: string;

  @IsFlag({ description: 'Whether it takes place at the same time as in Hong Kong.' })
  readonly sameTime?: boolean;

  @IsFlag({ description: 'Whether another paper has been set.' })
  readonly otherPaper?: boolean;
}

/**
 * What is done about a request for an arrangement. A grant says what the clause asks; what it costs is charged to the
 * candidate, to be paid before the examination. Refused to whoever it is not for, and to a grant that leaves something out
 * or whose fee has not been paid. Refused too a second time (`decided-already`), to the person who asked
 * (`own-request`), and when the examinations are over (`examinations-over`).
 * [5cu/assess/14.1] [5cu/assess/14.2] [5cu/assess/17.4] [5cu/dl/8.11.6(a)] [3cu/assess/14.1] [3cu/assess/14.2]
 * [3cu/assess/16.4] [3cu/dl/9.12.3(a)]
 */
export class DecideExaminationArrangement extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsRequestId()
  readonly request!: string;

  @IsOneOf(['granted', 'refused'], { description: 'What is decided.' })
  readonly outcome!: 'granted' | 'refused';

  @IsReason()
  readonly reason!: string;

  @IsPart(ArrangementTermsPart, { description: 'What is arranged.', optional: true })
  readonly terms?: ArrangementTermsPart;

  @IsCents(1, { description: 'What it costs the candidate, in whole Hong Kong cents.', optional: true })
  readonly costs?: number;
}

export const decideExaminationArrangement = recordUseCase({
  command: DecideExaminationArrangement,
  path: 'examination-arrangement-decisions',
  summary: text('Decide on an examination arrangement', '決定考試安排的申請'),
  by: ['registrar', 'registry', 'migration'],
  clauses: [
    '5cu/assess/6.1',
    '5cu/assess/14.1',
    '5cu/assess/14.2',
    '5cu/assess/14.3',
    '5cu/assess/14.4',
    '5cu/assess/17.1',
    '5cu/assess/17.4',
    '5cu/dl/8.11.6(a)',
    '5cu/dl/8.11.6(c)',
    '3cu/assess/6.1',
    '3cu/assess/6.3',
    '3cu/assess/14.1',
    '3cu/assess/14.2',
    '3cu/assess/14.3',
    '3cu/assess/14.4',
    '3cu/assess/16.1',
    '3cu/assess/16.4',
    '3cu/dl/9.12.3(a)',
    '3cu/dl/9.12.3(c)',
  ],
  decide: (record, command: DecideExaminationArrangement, { today, actor }) => {
    if (!isNamed(actor)) return personNeeded;
    const { request: id, outcome, reason, terms } = command;
    const asked = record.requests.arrangements.find((each) => each.id === id);
    if (!asked) return unknownRequest;
    const found = attemptFor(record, asked);
    if (isRefusal(found)) return found;
    if (asked.decision) return decidedAlready;
    if (isSamePerson(asked.by, actor)) return ownRequest;
    if (outcome === 'granted' && today > asked.sitting.examinations[1]) return examinationsOver;
    const { pack, study } = found;
    const costs = outcome === 'granted' ? charge(record, found, asked, command.costs, today) : [];
    const decided: RequestEventOf<'ExaminationArrangementDecided'> = {
      type: 'ExaminationArrangementDecided',
      data: {
        id,
        decision: {
          outcome,
          reason,
          terms: outcome === 'granted' ? terms : undefined,
          on: today,
          by: actor,
          clause: pack.requests.clauses.arrangement(asked.kind),
          charge: costs[0]?.data.charge.id,
        },
      },
    };
    const named: ArrangementTerms = terms ?? {};
    const ruling = pack.requests.arrangementDecision(study, {
      arrangement: asked,
      outcome,
      terms: named,
      costs: command.costs,
      decidedBy: actor.role,
      today,
    });
    return decideBy(ruling, [decided, ...costs], {
      code: 'arrangement-decision-refused',
      message: text('The regulations do not allow this decision.', '按規例不可作此決定。'),
    });
  },
});

const examinationsOver = refuse(
  'examinations-over',
  text('The examinations of that sitting are over.', '該次考試已結束。'),
);

/** What the candidate pays for an arrangement, at the latest on the day before the examinations. */
function charge(
  { account }: StudentRecord,
  { pack, registration }: Governed,
  { kind, course, term, sitting }: ExaminationArrangement,
  cents: number | undefined,
  today: CivilDate,
): ChargeRecorded[] {
  const fee = pack.requests.arrangementFees(kind).costs;
  if (!fee || cents === undefined) return [];
  const lastDay = plusDays(sitting.examinations[0], -1);
  return [
    {
      type: 'ChargeRecorded',
      data: {
        charge: {
          id: freshId(account, [fee.charge, course, term].join('.')),
          kind: fee.charge,
          programme: registration.programme.code,
          cents,
          due: lastDay > today ? lastDay : today,
          on: today,
          clause: fee.clause,
          course,
          term,
        },
      },
    },
  ];
}
