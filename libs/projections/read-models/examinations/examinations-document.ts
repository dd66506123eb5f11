import { Count, Day, DayRange, Flag, OneOf, Part, PartList, Percentage, WordList, Words } from '../field.ts';

const SITTINGS = ['original', 'deferred', 'resit'] as const;
const GROUNDS = ['health', 'other', 'resits'] as const;
const ISSUERS = ['registered-doctor', 'registered-chinese-medicine-practitioner', 'other-practitioner'] as const;
const OUTCOMES = ['pending', 'granted', 'refused'] as const;

export class ShownSitting {
  @OneOf(SITTINGS, 'The examination of the course, a deferred one, or a resit.')
  readonly kind!: (typeof SITTINGS)[number];

  @Words('The paper, where the scheme of the course names one.', 'optional')
  readonly examination?: string;

  @Day('The day of the examination.')
  readonly on!: string;

  @Flag('Whether the candidate was absent.')
  readonly absent!: boolean;

  @Percentage('The mark, of 100; null for a candidate who was absent, and for who is not told it.', 'nullable')
  readonly mark!: number | null;

  @Flag('Whether it counts as a sitting: it has a result, and the regulations count its kind.')
  readonly counts!: boolean;

  @Words('Who made an exception for it, and why.', 'optional')
  readonly exception?: string;
}

export class ShownCertificate {
  @OneOf(ISSUERS, 'Who signed it.')
  readonly issuer!: (typeof ISSUERS)[number];

  @DayRange('The first and the last day of sick leave.')
  readonly leave!: readonly [string, string];

  @Flag('Whether it says that the candidate was medically unfit to sit.')
  readonly unfit!: boolean;
}

export class ShownDeferredExamination {
  @Words('What the application is called within the record.')
  readonly application!: string;

  @OneOf(SITTINGS, 'The examination that was missed.')
  readonly kind!: (typeof SITTINGS)[number];

  @OneOf(GROUNDS, 'Health, another serious event, or that there are many examinations.')
  readonly ground!: (typeof GROUNDS)[number];

  @Day('The day of the examination that was missed.')
  readonly missedOn!: string;

  @Day('The day of the application.')
  readonly appliedOn!: string;

  @Part(ShownCertificate, 'The medical certificate.', 'optional')
  readonly certificate?: ShownCertificate;

  @Words('The absence, explained in writing.', 'optional')
  readonly explanation?: string;

  @OneOf(OUTCOMES, 'What came of it.')
  readonly outcome!: (typeof OUTCOMES)[number];

  @Words('Why it was granted or refused.', 'optional')
  readonly reason?: string;

  @Day('The day of the decision.', 'optional')
  readonly decidedOn?: string;

  @Words('The term in whose examination period it is taken.', 'optional')
  readonly period?: string;

  @Day('The day that the University has set.', 'optional')
  readonly examinationOn?: string;

  @Day('The last day on which it can be taken.', 'optional')
  readonly latest?: string;

  @Words('The clause on which it rests.')
  readonly clause!: string;
}

export class ShownExemption {
  @Words('What the application is called within the record.')
  readonly application!: string;

  @Day('The day of the application.')
  readonly appliedOn!: string;

  @Words('Why study cannot go on.')
  readonly cannotContinue!: string;

  @OneOf(['tutor', 'teacher'], 'Who recommends it.')
  readonly recommendedBy!: 'tutor' | 'teacher';

  @OneOf(OUTCOMES, 'What came of it.')
  readonly outcome!: (typeof OUTCOMES)[number];

  @Words('Why it was granted or refused.', 'optional')
  readonly reason?: string;

  @Day('The day of the decision.', 'optional')
  readonly decidedOn?: string;

  @Words('The clause on which it rests.')
  readonly clause!: string;
}

export class ShownResit {
  @Words('The term in whose examination period it is taken.', 'optional')
  readonly period?: string;

  @Day('The day that the University has set.', 'optional')
  readonly examinationOn?: string;

  @Day('The last day on which it can be taken.')
  readonly latest!: string;

  @Words('The charge of its fee, which is paid before the day.', 'optional')
  readonly charge?: string;

  @Count('What of it is still to be paid, in whole Hong Kong cents.')
  readonly outstandingCents!: number;

  @Words('The term from which it was put off.', 'optional')
  readonly deferredFrom?: string;

  @Words('The clause on which it rests.')
  readonly clause!: string;
}

export class ExaminedCourse {
  @Words('The code of the course.')
  readonly course!: string;

  @Words('The code of the term.')
  readonly term!: string;

  @Words('The code of the programme.')
  readonly programme!: string;

  @PartList(ShownSitting, 'Every time that it was sat or missed, in order.')
  readonly sittings!: readonly ShownSitting[];

  @Count('Sittings that count.')
  readonly counted!: number;

  @Count('Those of them that are known to have failed.')
  readonly failed!: number;

  @Count('So many without a pass, and the course is taken again.')
  readonly most!: number;

  @WordList('The clauses by which the course has to be taken again before it earns credit; none while it need not.')
  readonly retake!: readonly string[];

  @PartList(ShownDeferredExamination, 'Applications for a deferred examination, in order.')
  readonly deferred!: readonly ShownDeferredExamination[];

  @PartList(ShownExemption, 'Applications for exemption, in order.')
  readonly exemptions!: readonly ShownExemption[];

  @Part(ShownResit, 'When it is sat again; absent while nothing is arranged.', 'optional')
  readonly resit?: ShownResit;
}

export class ShownResitDeferral {
  @Words('What the application is called within the record.')
  readonly application!: string;

  @Words('The term in which the resits were to be taken.')
  readonly term!: string;

  @WordList('The attempts whose resits are put off, as `course@term`.')
  readonly attempts!: readonly string[];

  @OneOf(OUTCOMES, 'What came of it.')
  readonly outcome!: (typeof OUTCOMES)[number];

  @Words('Why it was asked for, or how it was decided.')
  readonly reason!: string;

  @Words('The clause on which the decision rests.', 'optional')
  readonly clause?: string;
}

/** Sittings, absences, exemptions and resits of a student. */
export class ExaminationsDocument {
  @Words('The number of the student.')
  readonly student!: string;

  @PartList(ExaminedCourse, 'The attempts of whose examinations something is on record, in order of enrolment.')
  readonly courses!: readonly ExaminedCourse[];

  @PartList(ShownResitDeferral, 'Resits that were to be put off, in order.')
  readonly resitDeferrals!: readonly ShownResitDeferral[];
}
