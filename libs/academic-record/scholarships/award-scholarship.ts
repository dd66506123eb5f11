import { scholarships } from '#catalogue';
import {
  ApprovalPart,
  Command,
  IsAcademicYear,
  IsLine,
  IsPart,
  IsProgrammeCode,
  IsScholarshipCode,
  IsStudentId,
} from '#commands';
import { decideBy, text } from '#kernel';
import type { ScholarshipAwarded } from '#student-record';
import { isRefusal, recordUseCase, registrationFor } from '../record-use-case.ts';
import { openNomination, unknownScholarship } from './nominate-for-scholarship.ts';

/**
 * A nominated student is given the scholarship, as it was offered on the day of the nomination. Refused without a
 * nomination, where the credits are no longer there, where a change of programme has led outside those of the donor, a second time unless the University approves, and where the donor
 * has a place in the selection and nobody took it.
 * One that is tuition fee settles the tuition of later courses.
 * [5cu/schol/4.1] [5cu/schol/4.3] [5cu/schol/5.1(b)] [5cu/schol/6.1] [3cu/schol/4.1] [3cu/schol/4.3] [3cu/schol/5.1(b)] [3cu/schol/6.1]
 */
export class AwardScholarship extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsScholarshipCode()
  readonly scholarship!: string;

  @IsAcademicYear({
    description: 'The academic year that was assessed; that of the latest nomination unless told.',
    optional: true,
  })
  readonly academicYear?: string;

  @IsLine({ description: 'The representative of the donor who took part in the selection.', optional: true })
  readonly representative?: string;

  @IsProgrammeCode({
    description: 'Needed only by a student on more than one programme who was not nominated.',
    optional: true,
  })
  readonly programme?: string;

  @IsPart(ApprovalPart, {
    description: 'The same scholarship again, or fewer credits than normal in full-time study.',
    optional: true,
  })
  readonly approval?: ApprovalPart;
}

export const awardScholarship = recordUseCase({
  command: AwardScholarship,
  path: 'scholarship-awards',
  summary: text('Award a scholarship', '頒發獎學金'),
  by: ['registry', 'registrar', 'migration'],
  clauses: [
    '5cu/schol/3.1',
    '5cu/schol/4.1',
    '5cu/schol/4.2',
    '5cu/schol/4.3',
    '5cu/schol/5.1(a)',
    '5cu/schol/5.1(b)',
    '5cu/schol/6.1',
    '3cu/schol/3.1',
    '3cu/schol/4.1',
    '3cu/schol/4.2',
    '3cu/schol/4.3',
    '3cu/schol/5.1(a)',
    '3cu/schol/5.1(b)',
    '3cu/schol/6.1',
  ],
  facts: (reader, command: AwardScholarship) => reader.read(scholarships, command.scholarship),
  decide: (record, command, { facts: offered, today }) => {
    const nomination = openNomination(record, command.scholarship, command.academicYear);
    const found = registrationFor(record, nomination?.programme ?? command.programme);
    if (isRefusal(found)) return found;
    const scholarship = nomination?.scholarship ?? offered;
    if (!scholarship) return unknownScholarship(command.scholarship);
    const { representative, approval } = command;
    const { pack, study } = found;
    const ruling = pack.scholarship.award(study, {
      nomination,
      scholarship,
      awards: record.scholarships,
      representative,
      approvals: approval ? [approval] : [],
      today,
    });
    const { code, title, form, cents } = scholarship;
    const awarded: ScholarshipAwarded[] = nomination
      ? [
          {
            type: 'ScholarshipAwarded',
            data: {
              award: {
                scholarship: code,
                title,
                programme: nomination.programme,
                academicYear: nomination.academicYear,
                form,
                cents,
                representative,
                on: today,
              },
            },
          },
        ]
      : [];
    return decideBy(ruling, awarded, {
      code: 'scholarship-award-refused',
      message: text('The regulations do not allow this award.', '按規例不可頒發此獎學金。'),
    });
  },
});
