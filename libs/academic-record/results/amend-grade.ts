import {
  ApprovalPart,
  Command,
  IsAmendmentId,
  IsCount,
  IsLineList,
  IsPartList,
  IsReason,
  IsStudentId,
  type Role,
} from '#commands';
import { accept, decideBy, type Refusal, refuse, text } from '#kernel';
import type { GradeAmendment } from '#regulations';
import type { GradeAmendmentProposed, GradeAmendmentWithdrawn, GradeCorrected, StudentRecord } from '#student-record';
import { AboutAttempt } from '../about-attempt.ts';
import { IsGrade } from '../assessment/record-grade.ts';
import { isNamed, isSamePerson, personNeeded, personOf, samePerson } from '../people.ts';
import { attemptFor, isRefusal, records, recordUseCase, studentOn } from '../record-use-case.ts';
import { consequencesOf, correctedGrade, dependentsOf, previewChanged } from './correction.ts';
import { entersForOthers } from './word.ts';

/** Who may propose another grade, and who may confirm what somebody else proposed. */
const AMENDERS: readonly Role[] = ['award-panel', 'school', 'dean', 'registrar', 'registry'];

const IsAmendmentApprovals = () =>
  IsPartList(ApprovalPart, 5, {
    description:
      'The decision of the Senate, where a resit was granted and the other grade passes; an exception from taking the course again.',
    optional: true,
  });

/**
 * Another grade is proposed in place of the one on record, with the reason and the evidence. It changes nothing: before
 * somebody else confirms it, `grade-amendment` tells every decision that would come out otherwise. Refused is what could
 * not be recorded as a correction, and a second proposal while one is open. What the Senate decides, a pass in place of a
 * granted resit, may be proposed before it has. [5cu/assess/15.2(d)] [5cu/assess/18.2.1] [3cu/assess/17.2.1]
 */
export class ProposeGradeAmendment extends AboutAttempt {
  @IsAmendmentId({ description: 'What the proposal is called, once for the student.' })
  readonly id!: string;

  @IsGrade('The grade that is proposed.')
  readonly grade!: string;

  @IsReason()
  readonly reason!: string;

  @IsLineList(20, {
    description: 'What shows it: scripts, mark sheets, minutes.',
    example: ['re-marked script, 2025-02-03'],
  })
  readonly evidence!: string[];

  @IsAmendmentApprovals()
  readonly approvals?: ApprovalPart[];
}

export const proposeGradeAmendment = recordUseCase({
  command: ProposeGradeAmendment,
  path: 'grade-amendment-proposals',
  summary: text('Propose the amendment of a grade', '建議修訂成績'),
  by: AMENDERS,
  clauses: ['5cu/assess/18.2.1', '3cu/assess/17.2.1', '5cu/assess/15.2(d)'],
  decide: (record, command: ProposeGradeAmendment, { today, actor }) => {
    if (!isNamed(actor)) return personNeeded;
    const found = attemptFor(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    const { course, term, id, grade, reason, evidence, approvals } = command;
    if (attempt.grade === undefined) return nothingToAmend;
    const { amendments } = record.results;
    if (amendments.some((earlier) => earlier.id === id)) return idTaken;
    const open = amendments.some((earlier) => earlier.attempt === `${course}@${term}` && !earlier.closed);
    if (open) return openAlready;
    const ruling = pack.grading(study, { attempt, grade, correction: { reason }, recommended: true, approvals, today });
    const proposed: GradeAmendmentProposed = {
      type: 'GradeAmendmentProposed',
      data: {
        ...{ course, term, on: today, by: personOf(actor) },
        ...{ id, from: attempt.grade, grade, reason, evidence },
        ...(approvals ? { approvals } : {}),
      },
    };
    return decideBy(ruling, [proposed], amendmentRefused);
  },
});

abstract class AboutAmendment extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsAmendmentId()
  readonly amendment!: string;
}

/**
 * Somebody else than who proposed it confirms an amendment: the grade on record is the proposed one from then on, and
 * every published decision of standing that it changes is revised in the same breath. Every other decision on the list is
 * to be settled from then on (`SettleDecision`). Refused to the person who proposed it, where the grade on record has
 * changed since, and where anything has since the list of what it changes was seen (`preview-changed`); and without the
 * Senate, at the proposal or now, for a pass in place of a granted resit. [5cu/assess/15.2(d)] [5cu/assess/18.2.1] [3cu/assess/17.2.1]
 */
export class ConfirmGradeAmendment extends AboutAmendment {
  @IsCount(1, 1_000_000, {
    description: 'The number that `grade-amendment` gave to the list that was seen.',
    example: 7,
  })
  readonly preview!: number;

  @IsAmendmentApprovals()
  readonly approvals?: ApprovalPart[];
}

export const confirmGradeAmendment = recordUseCase({
  command: ConfirmGradeAmendment,
  path: 'grade-amendment-confirmations',
  summary: text('Confirm the amendment of a grade', '確認修訂成績'),
  by: AMENDERS,
  clauses: ['5cu/assess/18.2.1', '3cu/assess/17.2.1', '5cu/assess/15.2(d)'],
  facts: async (reader, { student, amendment: id }: ConfirmGradeAmendment) => {
    const { results } = await reader.read(records, student);
    const amendment = results.amendments.find((each) => each.id === id && !each.closed);
    return amendment && dependentsOf(reader, { student, ...attemptOf(amendment), grade: amendment.to });
  },
  decide: (record, command: ConfirmGradeAmendment, { facts: dependents, today, actor }) => {
    if (!isNamed(actor)) return personNeeded;
    const amendment = openAmendment(record, command.amendment);
    if (isRefusal(amendment)) return amendment;
    if (isSamePerson(amendment.proposedBy, actor)) return samePerson;
    const found = attemptFor(record, attemptOf(amendment));
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    const { from, to: grade, reason } = amendment;
    if (attempt.grade !== from) return overtaken;
    if (!dependents) return unknownAmendment;
    if (command.preview !== dependents.preview) return previewChanged(dependents.preview);
    const approvals = [...(amendment.approvals ?? []), ...(command.approvals ?? [])];
    const entered = entersForOthers(amendment.proposedBy) && entersForOthers(actor);
    const ruling = pack.grading(study, {
      ...{ attempt, grade, correction: { reason }, approvals, today },
      ...(entered ? { entered } : {}),
    });
    const correction = { grade, reason, cause: amendment.id, by: personOf(actor), today };
    const { type, data } = correctedGrade(found, correction);
    const corrected: GradeCorrected = { type, data: { ...data, amendment: amendment.id, by: correction.by } };
    const following = consequencesOf(record, corrected, correction, dependents.decisions);
    return decideBy(ruling, [corrected, ...following], amendmentRefused);
  },
});

/** A proposed amendment is taken back, or not followed. The proposal stays on record. */
export class WithdrawGradeAmendment extends AboutAmendment {
  @IsReason()
  readonly reason!: string;
}

export const withdrawGradeAmendment = recordUseCase({
  command: WithdrawGradeAmendment,
  path: 'grade-amendment-withdrawals',
  summary: text('Withdraw a proposed amendment of a grade', '撤回修訂成績的建議'),
  by: AMENDERS,
  clauses: ['5cu/assess/18.2.1', '3cu/assess/17.2.1'],
  decide: (record, command: WithdrawGradeAmendment, { today, actor }) => {
    const amendment = openAmendment(record, command.amendment);
    if (isRefusal(amendment)) return amendment;
    const withdrawn: GradeAmendmentWithdrawn = {
      type: 'GradeAmendmentWithdrawn',
      data: { id: amendment.id, on: today, by: personOf(actor), reason: command.reason },
    };
    return accept([withdrawn]);
  },
});

/** The course and the term of an amended attempt. */
export function attemptOf({ attempt }: Pick<GradeAmendment, 'attempt'>): { course: string; term: string } {
  const at = attempt.lastIndexOf('@');
  return { course: attempt.slice(0, at), term: attempt.slice(at + 1) };
}

function openAmendment(whole: StudentRecord, id: string): GradeAmendment | Refusal {
  const record = studentOn(whole);
  if (isRefusal(record)) return record;
  const amendment = record.results.amendments.find((each) => each.id === id);
  if (!amendment) return unknownAmendment;
  return amendment.closed ? closedAlready : amendment;
}

const amendmentRefused = {
  code: 'amendment-refused',
  message: text('The regulations do not allow this amendment of the grade.', '按規例不可如此修訂成績。'),
};

const nothingToAmend = refuse(
  'nothing-to-correct',
  text('There is no grade on record to put right.', '沒有可更正的成績紀錄。'),
);

const idTaken = refuse(
  'amendment-exists',
  text('There is a proposal of that name for this student.', '此學生已有同名的修訂建議。'),
);

const openAlready = refuse(
  'amendment-open',
  text('Another amendment of this grade is waiting to be confirmed.', '此成績另有修訂建議有待確認。'),
);

const unknownAmendment = refuse(
  'unknown-amendment',
  text('Nobody has proposed such an amendment for this student.', '未有就此學生提出該項修訂。'),
);

const closedAlready = refuse(
  'amendment-closed',
  text('The amendment was confirmed or withdrawn.', '該項修訂已獲確認或已撤回。'),
);

const overtaken = refuse(
  'amendment-overtaken',
  text(
    'The grade on record is no longer the one that the proposal would amend; withdraw it and propose anew.',
    '現有成績已非建議所修訂者；請撤回並重新提出。',
  ),
);
