import type { CivilDate } from '#kernel';
import type { CourseCategory, CourseFacts, CourseLevel } from './catalogue-facts.ts';

/** [5cu/ct/3.1] [3cu/ct/3.1]: general, specific and block for distance learning; the full-time kinds for face-to-face study. */
export type TransferKind =
  | 'general'
  | 'specific'
  | 'block'
  | 'full-time-specific'
  | 'full-time-exemption'
  | 'full-time-block';

export interface Transfer {
  readonly programme: string;
  readonly kind: TransferKind;
  /** 0 for an exemption, which leaves a replacement course to be taken. */
  readonly credits: number;
  readonly level: CourseLevel;
  /** The course it stands for, for the specific kinds and exemptions. */
  readonly course?: CourseFacts;
  /** What full-time block credits stand for: University English or General Education. [5cu/ct/11.1] [3cu/ct/11.1] */
  readonly category?: CourseCategory;
  readonly qualification: Qualification;
  /** Courses still to be taken at the University before block credits count. */
  readonly remainingCourses: readonly string[];
  readonly grantedOn: CivilDate;
}

/** What was studied elsewhere. */
export interface Qualification {
  readonly institution: string;
  readonly title: string;
  /** Level in the Hong Kong Qualifications Framework, 1 to 7. */
  readonly qfLevel: number;
  readonly obtainedOn?: CivilDate;
  /** Earned at this University. */
  readonly own: boolean;
  /** Met the entry requirement of the programme. */
  readonly usedForEntry: boolean;
  /** By coursework at a recognised tertiary institution. */
  readonly recognised: boolean;
}
