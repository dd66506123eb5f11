export const RESULTS = ['Pass', 'Distinction', 'Fail', 'Withdrawn'] as const;
export type Result = (typeof RESULTS)[number];

/** A module as it ran once. All days are counted from its first day, which is day 0. */
export interface Presentation {
  readonly module: string;
  /** The year and B (from February) or J (from October): `2013J`. */
  readonly code: string;
  readonly length: number;
  readonly line: number;
  readonly assessments: Assessment[];
}

export interface Assessment {
  readonly id: number;
  readonly presentation: Presentation;
  /** Marked by a tutor, marked by computer, or sat. */
  readonly type: 'TMA' | 'CMA' | 'Exam';
  /** The day it is due; null for an examination at the end of the presentation. */
  readonly day: number | null;
  readonly weight: number;
}

/** A student on a presentation, and what came of it. */
export interface Registration {
  readonly presentation: Presentation;
  readonly student: number;
  readonly registeredOn: number | null;
  readonly unregisteredOn: number | null;
  readonly line: number;
  readonly result: Result;
  readonly resultLine: number;
  /** British credit points of everything that the student was studying. */
  readonly studiedCredits: number;
}

export interface Submission {
  readonly registration: Registration;
  readonly assessment: Assessment;
  readonly day: number;
  /** Carried over from an earlier presentation. */
  readonly banked: boolean;
  readonly score: number | null;
  readonly line: number;
}

export interface Dataset {
  readonly presentations: readonly Presentation[];
  /** In the order of studentRegistration.csv. */
  readonly registrations: readonly Registration[];
  /** In the order of studentAssessment.csv. */
  readonly submissions: readonly Submission[];
}

export const FILES = {
  courses: 'courses.csv',
  assessments: 'assessments.csv',
  results: 'studentInfo.csv',
  registrations: 'studentRegistration.csv',
  submissions: 'studentAssessment.csv',
} as const;
