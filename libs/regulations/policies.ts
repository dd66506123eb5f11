import type { ClauseId } from '#kernel';
import { assessmentPolicies } from './policies/assessment.ts';
import { awardPolicies } from './policies/awards.ts';
import { courseworkPolicies } from './policies/coursework.ts';
import { examinationPolicies } from './policies/examinations.ts';
import type { Policy } from './policies/policy.ts';
import { registrationPolicies } from './policies/registration.ts';
import { requestPolicies } from './policies/requests.ts';
import { researchPolicies } from './policies/research.ts';
import { resultPolicies } from './policies/results.ts';
import { scholarshipPolicies } from './policies/scholarships.ts';
import { studyPolicies } from './policies/study.ts';

export type { Policy } from './policies/policy.ts';

/** Every reading of what the text leaves open, as docs/regulations.md lists them. */
export const policies: readonly Policy[] = [
  ...studyPolicies,
  ...registrationPolicies,
  ...assessmentPolicies,
  ...resultPolicies,
  ...courseworkPolicies,
  ...examinationPolicies,
  ...awardPolicies,
  ...scholarshipPolicies,
  ...researchPolicies,
  ...requestPolicies,
];

/** The readings that a clause is subject to. */
export const policiesOf = (id: ClauseId): readonly Policy[] => policies.filter(({ clauses }) => clauses.includes(id));
