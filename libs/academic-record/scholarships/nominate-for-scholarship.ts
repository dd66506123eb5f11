import { isAcademicYear, notAcademicYear, scholarships } from '#catalogue';
import {
  ApprovalPart,
  Command,
  IsAcademicYear,
  IsCodeList,
  IsOneOf,
  IsPart,
  IsPartList,
  IsProgrammeCode,
  IsReason,
  IsScholarshipCode,
  IsStudentId,
  type Role,
} from '#commands';
import { decideBy, type Refusal, refuse, text } from '#kernel';
import { GROUNDS, RECOMMENDERS, type Recommender, type ScholarshipGround } from '#regulations';
import type { ScholarshipNominated, StudentRecord } from '#student-record';
import { mayUse } from '../holds/hold-powers.ts';
import { notAuthorised } from '../holds/place-hold.ts';
import { isRefusal, recordUseCase, registrationFor } from '../record-use-case.ts';

export class GroundPart {
  @IsOneOf(GROUNDS, { description: 'What is weighed.' })
  readonly ground!: ScholarshipGround;

  @IsReason({ description: 'What the student has achieved.' })
  readonly words!: string;
}

/** Who recommends, each with the roles that may write it down: itself, one above it, or the Registry on paper. */
const RECOMMENDING = {
  school: ['school', 'dean', 'registry', 'registrar', 'migration'],
  'scholarship-committee': ['scholarship-committee', 'registry', 'registrar', 'migration'],
} as const satisfies Readonly<Record<Recommender, readonly Role[]>>;

/**
 * A School or a committee puts a student forward for a scholarship. Refused without the credits that the regulations
 * ask, to whoever is no student, on nothing but need, on need where the donor has not asked for that, outside the
 * programmes that the donor named, and where a criterion of the scholarship is not met. Refused too for a scholarship
 * that is not there (`unknown-scholarship`), for a recommender in whose name the actor does not speak (`not-its-power`), outside its days (`scholarship-not-open`), for no academic year
 * (`not-an-academic-year`), and a second time for the same year (`nominated-already`).
 * [5cu/schol/2.2] [5cu/schol/3.1] [5cu/schol/3.2] [5cu/schol/4.1] [5cu/schol/4.2] [3cu/schol/2.2] [3cu/schol/3.1] [3cu/schol/3.2] [3cu/schol/4.1] [3cu/schol/4.2]
 */
export class NominateForScholarship extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsScholarshipCode()
  readonly scholarship!: string;

  @IsAcademicYear({ description: 'The academic year that is assessed.' })
  readonly academicYear!: string;

  @IsOneOf(RECOMMENDERS, { description: 'Who recommends.' })
  readonly recommendedBy!: Recommender;

  @IsPartList(GroundPart, 20, { description: 'The results and achievements that were weighed.' })
  readonly grounds!: GroundPart[];

  @IsCodeList({ description: 'The criteria of the scholarship that are met, by id.', optional: true })
  readonly criteriaMet?: string[];

  @IsProgrammeCode({ description: 'Needed only by a student on more than one programme.', optional: true })
  readonly programme?: string;

  @IsPart(ApprovalPart, { description: 'Fewer credits than normal in full-time study.', optional: true })
  readonly approval?: ApprovalPart;
}

export const nominateForScholarship = recordUseCase({
  command: NominateForScholarship,
  path: 'scholarship-nominations',
  summary: text('Nominate for a scholarship', '提名學生獲頒獎學金'),
  by: [...new Set(Object.values(RECOMMENDING).flat())],
  clauses: [
    '5cu/schol/2.2',
    '5cu/schol/3.1',
    '5cu/schol/3.2',
    '5cu/schol/4.1',
    '5cu/schol/4.2',
    '5cu/schol/5.1(a)',
    '3cu/schol/2.2',
    '3cu/schol/3.1',
    '3cu/schol/3.2',
    '3cu/schol/4.1',
    '3cu/schol/4.2',
    '3cu/schol/5.1(a)',
  ],
  facts: (reader, command: NominateForScholarship) => reader.read(scholarships, command.scholarship),
  decide: (record, command, { facts: scholarship, today, actor }) => {
    const found = registrationFor(record, command.programme);
    if (isRefusal(found)) return found;
    if (!scholarship) return unknownScholarship(command.scholarship);
    const { from, until = today } = scholarship;
    if (today < from || today > until) return notOpen;
    const { academicYear, recommendedBy, grounds, criteriaMet = [], approval } = command;
    if (!isAcademicYear(academicYear)) return notAcademicYear(academicYear);
    if (
      record.nominations.some(
        (each) => each.scholarship.code === scholarship.code && each.academicYear === academicYear,
      )
    )
      return nominatedAlready;
    if (!mayUse(RECOMMENDING, recommendedBy, actor.role)) return notAuthorised;
    const { pack, study, registration } = found;
    const recommendation = { recommendedBy, grounds, criteriaMet, academicYear };
    const approvals = approval ? [approval] : [];
    const nominated: ScholarshipNominated = {
      type: 'ScholarshipNominated',
      data: {
        nomination: { ...recommendation, scholarship, programme: registration.programme.code, on: today },
      },
    };
    const ruling = pack.scholarship.nomination(study, { ...recommendation, scholarship, approvals, today });
    return decideBy(ruling, [nominated], {
      code: 'nomination-refused',
      message: text('The regulations do not allow this nomination.', '按規例不可作此提名。'),
    });
  },
});

/** The latest nomination for a scholarship that has not led to it, of one academic year or of any. */
export const openNomination = ({ nominations, scholarships: awards }: StudentRecord, code: string, year?: string) =>
  nominations.findLast(
    ({ scholarship, academicYear }) =>
      scholarship.code === code &&
      (year ?? academicYear) === academicYear &&
      !awards.some((award) => award.scholarship === code && award.academicYear === academicYear),
  );

export const unknownScholarship = (code: string): Refusal =>
  refuse('unknown-scholarship', text(`There is no scholarship ${code}.`, `沒有獎學金 ${code}。`));

const notOpen = refuse(
  'scholarship-not-open',
  text('Nominations for the scholarship are not open on this day.', '當日並不接受此獎學金的提名。'),
);

const nominatedAlready = refuse(
  'nominated-already',
  text('The student was nominated for it in that year already.', '學生該學年已獲提名。'),
);
