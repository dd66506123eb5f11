import { IsDay, IsDayRange, IsFlag, IsOneOf, IsReason } from '#commands';
import { type CivilDate, type Refusal, refuse, text } from '#kernel';
import {
  type AbsenceCertificate,
  type Attempt,
  CERTIFICATE_ISSUERS,
  type CertificateIssuer,
  examinationDays,
  isExaminedOn,
} from '#regulations';

/** A medical certificate, as whoever takes it in reads it. */
export class CertificatePart {
  @IsOneOf(CERTIFICATE_ISSUERS, { description: 'Who signed it.' })
  readonly issuer!: CertificateIssuer;

  @IsDayRange({ description: 'The first and the last day of sick leave.', example: ['2024-12-09', '2024-12-11'] })
  readonly leave!: [CivilDate, CivilDate];

  @IsFlag({ description: 'Whether it says that the candidate was medically unfit to sit; false unless told.' })
  readonly unfit?: boolean;

  @IsFlag({
    description: 'Whether it says that ill health kept the student from enough coursework; false unless told.',
  })
  readonly keptFromCoursework?: boolean;
}

export const certificateOf = (part: CertificatePart): AbsenceCertificate => ({
  issuer: part.issuer,
  leave: part.leave,
  unfit: part.unfit ?? false,
  keptFromCoursework: part.keptFromCoursework ?? false,
});

/** What a tutor or teacher writes for an exemption. */
export class RecommendationPart {
  @IsOneOf(['tutor', 'teacher'], { description: 'Who wrote it.' })
  readonly by!: 'tutor' | 'teacher';

  @IsReason({ description: 'Performance and standard of the student, in words.' })
  readonly evaluation!: string;

  @IsFlag({
    description: 'Whether the course was properly studied to a reasonable standard; nothing is said unless told.',
  })
  readonly studiedProperly?: boolean;

  @IsFlag({ description: 'Whether a pass of the whole course is expected; nothing is said unless told.' })
  readonly passExpected?: boolean;

  @IsFlag({ description: 'Whether all assignments or projects come with it; false unless told.' })
  readonly workEnclosed?: boolean;
}

export const IsExaminationDay = (optional = true) =>
  IsDay({
    description: 'The day of the examination; needed only where the course is examined on several.',
    optional,
  });

export const IsKnownOn = () =>
  IsDay({
    description:
      'The day on which the reason became known; that of the examination unless told, or that of the application before it.',
    optional: true,
  });

/** The day of the examination that a request is about: the one that it names, or the only one. */
export function examinationDayOf(attempt: Attempt, named: CivilDate | undefined): CivilDate | Refusal {
  const days = examinationDays(attempt);
  if (named !== undefined) return isExaminedOn(attempt, named) ? named : notExaminedOn(named, days);
  const [only] = days;
  return only !== undefined && days.every((day) => day === only) ? only : dayNeeded(days);
}

export const notExaminedOn = (day: CivilDate, days: readonly CivilDate[]) =>
  refuse(
    'not-an-examination-day',
    text(
      `The course is not examined on ${day}, but on ${days.join(', ')}.`,
      `該學科並非於 ${day} 考試，考試日期為 ${days.join('、')}。`,
    ),
  );

export const dayNeeded = (days: readonly CivilDate[]) =>
  refuse(
    'examination-day-needed',
    text(
      `The course may be examined on several days, ${days.join(' to ')}; name the one that is meant.`,
      `該學科可在多日考試（${days.join(' 至 ')}）；請註明所指日期。`,
    ),
  );

export const unknownApplication = refuse(
  'unknown-application',
  text('There is no such application on the record.', '紀錄中沒有該項申請。'),
);

export const alreadyDecided = refuse(
  'already-decided',
  text('The application has been decided already.', '該項申請已有決定。'),
);

export const applicationKnown = refuse(
  'application-known',
  text('An application of this name is on the record.', '紀錄中已有同一編號的申請。'),
);
