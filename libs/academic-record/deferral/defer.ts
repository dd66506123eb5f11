import {
  ApprovalPart,
  Command,
  IsCodeList,
  IsDay,
  IsFlag,
  IsOneOf,
  IsPartList,
  IsProgrammeCode,
  IsStudentId,
  IsStudyApplicationId,
} from '#commands';
import { type CivilDate, decideBy, type Refusal, refuse, text } from '#kernel';
import { type Attempt, type DeferralGround, isOfAllStudy, type Period, reachesInto, type Study } from '#regulations';
import { attemptKey, type StudentRecord, type StudiesDeferred } from '#student-record';
import { isRefusal, recordUseCase, registrationGoingOn } from '../record-use-case.ts';

/** What is put off, why, and for how long. */
export abstract class DeferralTerms extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsProgrammeCode({ description: 'Needed only by a student on more than one programme.', optional: true })
  readonly programme?: string;

  @IsOneOf(['illness', 'compassionate', 'resits'], {
    description: 'The ground; resits are one for five-credit taught postgraduates only.',
  })
  readonly ground!: DeferralGround;

  @IsFlag({ description: "Whether a registered medical practitioner's certificate was given." })
  readonly certificate?: boolean;

  @IsDay({ description: 'The first day without study.', example: '2024-10-01' })
  readonly from!: CivilDate;

  @IsDay({ description: 'The first day on which study goes on.', example: '2025-09-01' })
  readonly until!: CivilDate;

  @IsCodeList({ description: 'The courses it covers; all that are being taken unless told.', optional: true })
  readonly courses?: string[];
}

/**
 * The University approves that study is put off. In distance learning it may cover chosen courses, full-time
 * it covers all of them that are taught or examined within its time. Until its first day they are taken as before; a
 * course that is left or has its result by then keeps it. A course that is off already may be named to put it off for
 * longer. Refused where it puts off nothing that is not put off already, without a ground that the regulations know, without the certificate that
 * illness needs, for longer than an academic year together with the deferrals that it adjoins, and from a day before
 * admission or before the approval: that is today, unless the University's is stated with an earlier day. [5cu/dl/4.1-4.4] [5cu/ug/4.1-4.4] [3cu/dl/5.1-5.4] [3cu/ug/4.1-4.4]
 */
export class Defer extends DeferralTerms {
  @IsPartList(ApprovalPart, 5, {
    description: 'The approval of a longer deferral, and the earlier day of that of the University.',
    optional: true,
  })
  readonly approvals?: ApprovalPart[];

  @IsStudyApplicationId({ description: 'The application that it grants.', optional: true })
  readonly application?: string;
}

export const defer = recordUseCase({
  command: Defer,
  path: 'deferrals',
  summary: text('Defer studies', '延期修業'),
  by: ['registrar', 'registry', 'migration'],
  grants: 'deferral',
  clauses: [
    '5cu/dl/4.1',
    '5cu/dl/4.2',
    '5cu/dl/4.3',
    '5cu/dl/4.4',
    '5cu/ug/4.1',
    '5cu/ug/4.2',
    '5cu/ug/4.3',
    '5cu/ug/4.4',
    '5cu/tpg/4.1',
    '5cu/tpg/4.2',
    '5cu/tpg/4.2(unnumbered)',
    '5cu/tpg/4.3',
    '5cu/tpg/4.4',
    '3cu/dl/5.1',
    '3cu/dl/5.2',
    '3cu/dl/5.3',
    '3cu/dl/5.4',
    '3cu/ug/4.1',
    '3cu/ug/4.2',
    '3cu/ug/4.3',
    '3cu/ug/4.4',
    '3cu/tpg/4.1',
    '3cu/tpg/4.2',
    '3cu/tpg/4.3',
    '3cu/tpg/4.4',
  ],
  decide: (record, command: Defer, { today }) => {
    const found = registrationGoingOn(record, command.programme, today);
    if (isRefusal(found)) return found;
    const { pack, study, registration } = found;
    const programme = registration.programme.code;
    const { ground, from, until, approvals = [], certificate = false } = command;
    const covers = covered(record, programme, { from, until }, command.courses);
    if (isRefusal(covers)) return covers;
    const keys = covers.map((attempt) => attemptKey(attempt.course.code, attempt.term.code));
    const approvedOn = approvalDay(approvals, today);
    const ruling = pack.deferral(study, { ground, certificate, covers, from, until, approvedOn, approvals, today });
    const deferred: StudiesDeferred = {
      type: 'StudiesDeferred',
      data: {
        deferral: {
          programme,
          ground,
          from,
          until,
          covers: keys,
          approvedOn,
          recordedOn: today,
        },
      },
    };
    if (ruling.outcome === 'allowed' && isPutOff(study, { from, until }, keys, command.courses)) return alreadyDeferred;
    return decideBy(ruling, [deferred], {
      code: 'deferral-refused',
      message: text('The regulations do not allow this deferral.', '按規例不可延期修業。'),
    });
  },
});

/** The day of the University's approval: the earliest that is stated, else that of the request. */
const approvalDay = (approvals: readonly ApprovalPart[], today: CivilDate): CivilDate =>
  approvals.reduce(
    (earliest, { authority, on = today }) => (authority === 'university' && on < earliest ? on : earliest),
    today,
  );

/**
 * The attempts that a deferral is to cover: what is being taken and reaches into its time, and what is off already until
 * it begins; or of these the courses that are asked for.
 */
function covered(
  record: StudentRecord,
  programme: string,
  period: Period,
  courses: readonly string[] | undefined,
): readonly Attempt[] | Refusal {
  const own = record.attempts.filter((attempt) => attempt.programme === programme);
  const running = own.filter(({ status }) => status === 'enrolled');
  const isOff = (attempt: Attempt) =>
    attempt.status === 'deferred' && own.findLast(({ course }) => course.code === attempt.course.code) === attempt;
  const goesOnOff = (attempt: Attempt) =>
    isOff(attempt) && attempt.deferrals?.some(({ from, until }) => from <= period.from && until >= period.from);
  if (!courses)
    return own.filter((attempt) => (attempt.status === 'enrolled' ? reachesInto(attempt, period) : goesOnOff(attempt)));
  if (courses.length === 0) return noCourses;
  const covers: Attempt[] = [];
  for (const code of new Set(courses)) {
    const taken = running.filter(({ course }) => course.code === code);
    const within = taken.filter((attempt) => reachesInto(attempt, period));
    const off = own.find((attempt) => attempt.course.code === code && goesOnOff(attempt));
    if (within.length > 0) covers.push(...within);
    else if (taken.length > 0) return notWithin(code, period);
    else if (off) covers.push(off);
    else return notTaken(code);
  }
  return covers;
}

/**
 * Whether an earlier deferral lasts as long and covers the same attempts, so that nothing would be put off by this one.
 * Where no courses are asked for it is study itself: then the earlier one has to be of all study too.
 */
const isPutOff = (study: Study, { from, until }: Period, keys: readonly string[], courses?: readonly string[]) =>
  study.deferrals.some(
    (earlier) =>
      earlier.programme === study.registration.programme.code &&
      earlier.from <= from &&
      earlier.until >= until &&
      keys.every((key) => earlier.covers.includes(key)) &&
      (courses !== undefined || isOfAllStudy(study, earlier)),
  );

const alreadyDeferred = refuse(
  'already-deferred',
  text('Study is put off for that time already.', '該段期間已獲准延期修業。'),
);

const noCourses = refuse(
  'no-courses-named',
  text(
    'Name at least one course, or leave the courses out to defer all study.',
    '請註明最少一個學科；如延期全部修業，請勿填寫學科。',
  ),
);

const notTaken = (course: string) =>
  refuse('not-enrolled', text(`The student is not taking ${course} at present.`, `學生目前並未修讀 ${course}。`));

const notWithin = (course: string, { from, until }: Period) =>
  refuse(
    'not-within-deferral',
    text(
      `${course} is neither taught nor examined between ${from} and ${until}.`,
      `${course} 在 ${from} 至 ${until} 期間既不授課，亦不設考試。`,
    ),
  );
