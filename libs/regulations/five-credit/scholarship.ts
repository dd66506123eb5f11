import { scholarships } from '../common/scholarship.ts';
import { creditsCompleted } from '../common/scholarship-law.ts';
import { dated } from '../dated.ts';
import type { ScholarshipForm } from '../facts/scholarship-facts.ts';
import type { AwardKind } from '../facts.ts';
import { fiveCreditFigures } from './figures.ts';
import { FIVE_CREDIT_PACK } from './parameters.ts';
import { fiveCreditRegistration } from './registration.ts';

const from = '2022-09-01';

/** Credits completed in the programme, by its award. */
const leastCompleted = dated<Readonly<Record<AwardKind, number>>>({
  from,
  clause: '5cu/schol/3.1',
  value: {
    certificate: 15,
    diploma: 30,
    associate: 40,
    'higher-diploma': 45,
    ordinary: 60,
    honours: 60,
    'postgraduate-certificate': 20,
    'postgraduate-diploma': 20,
    masters: 20,
    mphil: 20,
    'professional-doctorate': 20,
    phd: 20,
    'associate-diploma': 15,
    'professional-diploma': 30,
    'professional-higher-diploma': 45,
    dual: 60,
  },
});

/** What a student has to have studied. */
export const fiveCreditScholarshipCredits = creditsCompleted(leastCompleted, fiveCreditFigures);

/** Scholarships. [5cu/schol/2.2] [5cu/schol/3.1] [5cu/schol/3.2] [5cu/schol/4.1] [5cu/schol/4.2] [5cu/schol/4.3] [5cu/schol/5.1] [5cu/schol/5.1(a)] [5cu/schol/5.1(b)] [5cu/schol/5.2] [5cu/schol/6.1] */
export const fiveCreditScholarships = scholarships(
  {
    pack: FIVE_CREDIT_PACK,
    need: '5cu/schol/2.2',
    credits: fiveCreditScholarshipCredits,
    criteria: '5cu/schol/3.2',
    recommendation: '5cu/schol/4.1',
    everySchool: '5cu/schol/4.2',
    once: dated({ from, clause: '5cu/schol/4.3', value: 1 }),
    conditions: '5cu/schol/5.1',
    programmes: '5cu/schol/5.1(a)',
    representative: '5cu/schol/5.1(b)',
    contrary: '5cu/schol/5.2',
    forms: dated<readonly ScholarshipForm[]>({ from, clause: '5cu/schol/6.1', value: ['cash', 'tuition-fee'] }),
  },
  fiveCreditRegistration.status,
);
