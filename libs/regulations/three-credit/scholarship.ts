import { scholarships } from '../common/scholarship.ts';
import { type CreditsOfYear, creditsOfYear } from '../common/scholarship-law.ts';
import { dated } from '../dated.ts';
import type { ScholarshipForm } from '../facts/scholarship-facts.ts';
import { fullTimeLoad, THREE_CREDIT_PACK } from './parameters.ts';
import { threeCreditRegistration } from './registration.ts';

const from = '2022-09-01';

/** Credits of the academic year that is assessed: taken by full-time undergraduates, enrolled in otherwise. */
const leastOfYear = dated<CreditsOfYear>({
  from,
  clause: '3cu/schol/3.1',
  value: { undergraduate: 30, otherwise: 9 },
});

/** What a student has to have studied. */
export const threeCreditScholarshipCredits = creditsOfYear(leastOfYear, fullTimeLoad);

/** Scholarships. [3cu/schol/2.2] [3cu/schol/3.1] [3cu/schol/3.2] [3cu/schol/4.1] [3cu/schol/4.2] [3cu/schol/4.3] [3cu/schol/5.1] [3cu/schol/5.1(a)] [3cu/schol/5.1(b)] [3cu/schol/5.2] [3cu/schol/6.1] */
export const threeCreditScholarships = scholarships(
  {
    pack: THREE_CREDIT_PACK,
    need: '3cu/schol/2.2',
    credits: threeCreditScholarshipCredits,
    criteria: '3cu/schol/3.2',
    recommendation: '3cu/schol/4.1',
    everySchool: '3cu/schol/4.2',
    once: dated({ from, clause: '3cu/schol/4.3', value: 1 }),
    conditions: '3cu/schol/5.1',
    programmes: '3cu/schol/5.1(a)',
    representative: '3cu/schol/5.1(b)',
    contrary: '3cu/schol/5.2',
    forms: dated<readonly ScholarshipForm[]>({ from, clause: '3cu/schol/6.1', value: ['cash', 'tuition-fee'] }),
  },
  threeCreditRegistration.status,
);
