import type { Survey } from './survey.ts';

/**
 * Every survey by name: a thread is told the name, as a survey is no data. Each is loaded when it is asked for, so that a
 * thread begins with what its own needs.
 */
const surveys = {
  standing: async () => (await import('../standing/standing-survey.ts')).standingSurvey,
  eligibility: async () => (await import('../eligibility/eligibility-survey.ts')).eligibilitySurvey,
} as const;

export type SurveyName = keyof typeof surveys;

type Of<Name extends SurveyName> = Awaited<ReturnType<(typeof surveys)[Name]>>;

export type QuestionOf<Name extends SurveyName> =
  Of<Name> extends Survey<infer Question, infer _L, infer _C> ? Question : never;
export type LineOf<Name extends SurveyName> = Of<Name> extends Survey<infer _Q, infer Line, infer _C> ? Line : never;
export type CountsOf<Name extends SurveyName> =
  Of<Name> extends Survey<infer _Q, infer _L, infer Counts> ? Counts : never;

/** A survey by its name, whose types are those of the name. */
export const surveyNamed = async <Name extends SurveyName>(name: Name) =>
  (await surveys[name]()) as unknown as Survey<QuestionOf<Name>, LineOf<Name>, CountsOf<Name>>;
