import {
  ApprovalPart,
  IsAssignmentCode,
  IsDay,
  IsFlag,
  IsOneOf,
  IsPart,
  IsPartList,
  IsQuantity,
  IsReason,
} from '#commands';
import { type CivilDate, decideBy, type Refusal, refuse, text } from '#kernel';
import { type Attempt, emptyExaminationFile, SITTING_KINDS, type Sitting, type SittingKind } from '#regulations';
import { attemptKey, isSameSitting, type SittingRecorded } from '#student-record';
import { AboutAttempt } from '../about-attempt.ts';
import { attemptFor, isRefusal, recordUseCase } from '../record-use-case.ts';
import { correctionBy } from './sitting-correction.ts';

export class SittingCorrectionPart {
  @IsReason()
  readonly reason!: string;
}

/**
 * An examination was sat, with its mark, or the candidate was absent. Refused for somebody who does not take the course,
 * for a deferred examination that was not granted, missed or is over, for a resit that was not granted, arranged and paid
 * for, and where the examination was not passed in two sittings: then the course is taken again, unless the award panel
 * or the Senate makes an exception (five-credit). What is on record is put right with a reason, by the same rules; where a
 * grade rests on it, once two people have recorded the same (`same-person`, `person-needed`).
 * [5cu/assess/5.1] [5cu/assess/5.2] [5cu/assess/12.3] [5cu/assess/15.2] [3cu/assess/5.1] [3cu/assess/5.2] [3cu/assess/12.3]
 */
export class RecordSitting extends AboutAttempt {
  @IsOneOf(SITTING_KINDS, { description: 'The examination of the course, a deferred one, or a resit.' })
  readonly kind!: SittingKind;

  @IsAssignmentCode({ description: 'The paper; needed only where the course has several.', optional: true })
  readonly examination?: string;

  @IsDay({ description: 'The day of the examination; today unless told, and never later.', optional: true })
  readonly on?: CivilDate;

  @IsQuantity(0, 100, { description: 'The mark, of 100; absent for a candidate who was.', optional: true, example: 38 })
  readonly mark?: number;

  @IsFlag({ description: 'Whether the candidate was absent; false unless told.' })
  readonly absent?: boolean;

  @IsPart(SittingCorrectionPart, {
    description: 'Why what is on record is put right. Where a grade rests on it, a second person records the same.',
    optional: true,
  })
  readonly correction?: SittingCorrectionPart;

  @IsPartList(ApprovalPart, 5, { description: 'An exception from taking the course again.', optional: true })
  readonly approvals?: ApprovalPart[];
}

export const recordSitting = recordUseCase({
  command: RecordSitting,
  path: 'sittings',
  summary: text('Record the sitting of an examination', '記錄應考情況'),
  by: ['registry', 'registrar', 'award-panel', 'school', 'course-coordinator', 'migration'],
  clauses: [
    '5cu/assess/5.1',
    '5cu/assess/5.2',
    '5cu/assess/12.2',
    '5cu/assess/12.2(a)',
    '5cu/assess/12.2(b)',
    '5cu/assess/12.3',
    '5cu/assess/15.2',
    '5cu/assess/15.2(a)',
    '5cu/assess/15.2(b)',
    '5cu/assess/15.2(c)',
    '5cu/assess/15.2(d)',
    '5cu/assess/15.2(e)',
    '5cu/assess/15.2(f)',
    '5cu/dl/8.11.1',
    '5cu/dl/8.11.3',
    '5cu/ug/9.7.1',
    '5cu/ug/9.7.3',
    '5cu/tpg/9.5.1',
    '5cu/tpg/9.5.3',
    '3cu/assess/5.1',
    '3cu/assess/5.2',
    '3cu/assess/12.2',
    '3cu/assess/12.2(a)',
    '3cu/assess/12.2(b)',
    '3cu/assess/12.3',
    '3cu/dl/9.12.1',
    '3cu/ug/9.9.1',
    '3cu/tpg/9.9.1',
  ],
  decide: (record, command: RecordSitting, { today, actor }) => {
    const found = attemptFor(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    const { kind, mark, absent = false, on = today, approvals = [], correction } = command;
    if ((mark === undefined) !== absent) return markOrAbsence;
    if (on > today) return toCome;
    const examination = paperOf(attempt, command.examination);
    if (typeof examination === 'object') return examination;
    const key = attemptKey(command.course, command.term);
    const sitting: Sitting = {
      attempt: key,
      kind,
      examination,
      on,
      ...(absent ? { absent } : { mark }),
      recordedOn: today,
    };
    const file = study.examinations ?? emptyExaminationFile;
    const known = file.sittings.findLast((each) => isSameSitting(each, sitting));
    const refusal = {
      code: 'sitting-refused',
      message: text('The regulations do not allow this sitting.', '按規例不可應考。'),
    };
    if (correction && !known) return nothingToCorrect;
    if (!correction && known && (kind !== 'deferred' || known.on === on)) return sittingKnown(known.on);
    const corrects = correction && known;
    const day = command.on ?? corrects?.on ?? on;
    const request = { attempt, kind, examination, on: day, mark, approvals, today, ...(corrects ? { corrects } : {}) };
    const { exception, ...ruling } = pack.examination.sitting(study, request);
    const judged: Sitting = { ...sitting, on: day, ...(exception ? { exception } : {}) };
    const recorded: SittingRecorded = { type: 'SittingRecorded', data: { sitting: judged } };
    if (!corrects) return decideBy(ruling, [recorded], refusal);
    const corrected = correctionBy(actor, { attempt, file, sitting: judged, corrects, reason: correction.reason });
    return isRefusal(corrected) ? corrected : decideBy(ruling, [corrected], refusal);
  },
});

/** The paper that was sat: the one that is named, or the only one; undefined for a course whose scheme names none. */
function paperOf({ items }: Attempt, named: string | undefined): string | undefined | Refusal {
  const papers = items.filter(({ kind }) => kind === 'examination').map(({ id }) => id);
  if (named !== undefined) return papers.includes(named) ? named : unknownPaper(named);
  return papers.length > 1 ? paperNeeded(papers) : papers[0];
}

const markOrAbsence = refuse(
  'mark-or-absence',
  text('A sitting has a mark, or the candidate was absent; one of the two.', '須註明考試分數或缺考，兩者只可選一。'),
);

const toCome = refuse('sitting-to-come', text('The examination is still to come.', '考試尚未舉行。'));

const nothingToCorrect = refuse(
  'nothing-to-correct',
  text('There is no such sitting to put right.', '沒有可更正的應考紀錄。'),
);

const sittingKnown = (on: CivilDate) =>
  refuse('sitting-known', text(`This sitting is on record, of ${on}.`, `紀錄中已有 ${on} 的應考情況。`));

const unknownPaper = (paper: string) =>
  refuse('unknown-examination', text(`The course has no examination ${paper}.`, `該學科沒有考試 ${paper}。`));

const paperNeeded = (papers: readonly string[]) =>
  refuse(
    'examination-needed',
    text(`The course has several examinations: ${papers.join(', ')}.`, `該學科設有多份試卷：${papers.join('、')}。`),
  );
