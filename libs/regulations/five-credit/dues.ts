import type { ClauseId } from '#kernel';
import { dues } from '../common/dues.ts';
import { dated } from '../dated.ts';
import type { AwardKind } from '../facts.ts';
import { applicationFeeExempt, FIVE_CREDIT_PACK } from './parameters.ts';

const award: Readonly<Record<AwardKind, ClauseId>> = {
  certificate: '5cu/subdeg/3.11',
  diploma: '5cu/subdeg/3.11',
  'higher-diploma': '5cu/subdeg/3.11',
  associate: '5cu/subdeg/3.11',
  ordinary: '5cu/bach/3.8',
  honours: '5cu/bach/3.8',
  'postgraduate-certificate': '5cu/pgd/3.9',
  'postgraduate-diploma': '5cu/pgd/3.9',
  masters: '5cu/pgdeg/3.9',
  mphil: '5cu/pgdeg/3.9',
  'professional-doctorate': '5cu/pgdeg/3.9',
  phd: '5cu/pgdeg/3.9',
  'associate-diploma': '5cu/subdegpd/3.8',
  'professional-diploma': '5cu/subdegpd/3.8',
  'professional-higher-diploma': '5cu/subdegpd/3.8',
  dual: '5cu/dual/3.9',
};

/** Papers that the University may keep back for debts, breaches and similar cases. */
const kept = (clause: ClauseId) => ({ results: clause, documents: clause });

/** Money and holds. [5cu/dl/3.4] [5cu/dl/10.5] [5cu/ug/3.3] [5cu/ug/3.5] [5cu/ug/3.6] [5cu/ug/13.5] [5cu/bach/3.8] [5cu/subdeg/3.11] */
export const fiveCreditDues = dues({
  'distance-learning': {
    pack: FIVE_CREDIT_PACK,
    charges: {
      application: '5cu/dl/2.6',
      tuition: '5cu/dl/3.4',
      'late-registration': '5cu/dl/3.5',
      'course-change': '5cu/dl/7.3',
      resit: '5cu/dl/8.11.3',
      'examination-abroad': '5cu/dl/8.11.6(c)',
      appeal: '5cu/assess/20.2',
      'examination-arrangement': '5cu/assess/17.4',
      'result-disclosure': '5cu/assess/19.3',
      transcript: '5cu/dl/10.2',
      document: '5cu/dl/10.3',
      graduation: '5cu/dl/9.3',
    },
    applicants: { who: 'where-conditions', exempt: applicationFeeExempt['distance-learning'] },
    holds: {
      debt: {
        clauses: ['5cu/dl/3.4', '5cu/dl/10.5'],
        blocks: { enrolment: '5cu/dl/3.4', ...kept('5cu/dl/10.5') },
      },
      discipline: {
        clauses: ['5cu/dl/11.2', '5cu/dl/10.5'],
        blocks: { enrolment: '5cu/dl/11.2', ...kept('5cu/dl/10.5') },
      },
      documents: { clauses: ['5cu/dl/10.5'], blocks: kept('5cu/dl/10.5') },
    },
    afterDeferral: { clause: '5cu/dl/4.6', resumes: 'course' },
    lateEnrolment: '5cu/dl/3.5',
    debts: { enrolment: '5cu/dl/3.4', ...kept('5cu/dl/10.5'), award },
  },
  undergraduate: {
    pack: FIVE_CREDIT_PACK,
    charges: {
      application: '5cu/ug/2.4',
      tuition: '5cu/ug/3.5',
      'late-registration': '5cu/ug/5.2',
      'caution-deposit': '5cu/ug/3.3',
      'payment-deferral-deposit': '5cu/ug/3.5',
      resit: '5cu/ug/9.7.3',
      appeal: '5cu/assess/20.2',
      'examination-arrangement': '5cu/assess/17.4',
      'result-disclosure': '5cu/assess/19.3',
      transcript: '5cu/ug/13.2',
      document: '5cu/ug/13.3',
      graduation: '5cu/ug/12.4',
    },
    applicants: { who: 'all', exempt: applicationFeeExempt.undergraduate },
    holds: {
      debt: {
        clauses: ['5cu/ug/3.5', '5cu/ug/13.5'],
        blocks: { enrolment: '5cu/ug/3.5', ...kept('5cu/ug/13.5') },
      },
      discipline: {
        clauses: ['5cu/ug/14.2', '5cu/ug/13.5'],
        blocks: { enrolment: '5cu/ug/14.2', ...kept('5cu/ug/13.5') },
      },
      documents: { clauses: ['5cu/ug/13.5'], blocks: kept('5cu/ug/13.5') },
    },
    afterDeferral: { clause: '5cu/ug/4.5', resumes: 'study' },
    debts: { enrolment: '5cu/ug/3.5', ...kept('5cu/ug/13.5'), award },
    later: { asked: '5cu/ug/3.5', provisional: '5cu/ug/3.6' },
    depositFrom: dated({ from: '2022-09-01', clause: '5cu/ug/3.3', value: '2022-09-01' }),
  },
  'taught-postgraduate': {
    pack: FIVE_CREDIT_PACK,
    charges: {
      application: '5cu/tpg/2.4',
      tuition: '5cu/tpg/3.5',
      'late-registration': '5cu/tpg/6.1',
      'course-change': '5cu/tpg/8.2',
      'caution-deposit': '5cu/tpg/3.3',
      resit: '5cu/tpg/9.5.3',
      appeal: '5cu/assess/20.2',
      'examination-arrangement': '5cu/assess/17.4',
      'result-disclosure': '5cu/assess/19.3',
      transcript: '5cu/tpg/11.2',
      document: '5cu/tpg/11.3',
      graduation: '5cu/tpg/10.2',
    },
    applicants: { who: 'all', exempt: applicationFeeExempt['taught-postgraduate'] },
    holds: {
      debt: {
        clauses: ['5cu/tpg/3.5', '5cu/tpg/11.5'],
        blocks: { enrolment: '5cu/tpg/3.5', ...kept('5cu/tpg/11.5') },
      },
      discipline: {
        clauses: ['5cu/tpg/12.2', '5cu/tpg/11.5'],
        blocks: { enrolment: '5cu/tpg/12.2', ...kept('5cu/tpg/11.5') },
      },
      documents: { clauses: ['5cu/tpg/11.5'], blocks: kept('5cu/tpg/11.5') },
    },
    afterDeferral: { clause: '5cu/tpg/4.5', resumes: 'study', surplus: 'with-approval' },
    lateEnrolment: '5cu/tpg/6.1',
    debts: { enrolment: '5cu/tpg/3.5', ...kept('5cu/tpg/11.5'), award },
    depositFrom: dated({ from: '2022-09-01', clause: '5cu/tpg/3.3', value: '2022-09-01' }),
  },
  research: {
    pack: FIVE_CREDIT_PACK,
    charges: {
      application: '5cu/rpg/4.2',
      tuition: '5cu/rpg/4.2',
      appeal: '5cu/assess/19.2',
    },
    holds: {
      debt: {
        clauses: ['5cu/rpg/4.3', '5cu/pgdeg/3.9'],
        blocks: { enrolment: '5cu/rpg/4.3', award: '5cu/pgdeg/3.9' },
      },
    },
    afterDeferral: { clause: '5cu/rpg/4.7', resumes: 'study' },
    debts: { enrolment: '5cu/rpg/4.3', award },
  },
});
