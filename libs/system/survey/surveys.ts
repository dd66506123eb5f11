import { eligibilitySurvey } from '../eligibility/eligibility-survey.ts';
import { standingSurvey } from '../standing/standing-survey.ts';
import type { Survey } from './survey.ts';

/** Every survey by name: a thread is told the name, as a survey is no data. */
export const surveys = { standing: standingSurvey, eligibility: eligibilitySurvey } as const;

export type SurveyName = keyof typeof surveys;

type Of<Name extends SurveyName> = (typeof surveys)[Name];

export type QuestionOf<Name extends SurveyName> =
  Of<Name> extends Survey<infer Question, infer _L, infer _C> ? Question : never;
export type LineOf<Name extends SurveyName> = Of<Name> extends Survey<infer _Q, infer Line, infer _C> ? Line : never;
export type CountsOf<Name extends SurveyName> =
  Of<Name> extends Survey<infer _Q, infer _L, infer Counts> ? Counts : never;

/** A survey by its name, whose types are those of the name. */
export const surveyNamed = <Name extends SurveyName>(name: Name) =>
  surveys[name] as unknown as Survey<QuestionOf<Name>, LineOf<Name>, CountsOf<Name>>;
