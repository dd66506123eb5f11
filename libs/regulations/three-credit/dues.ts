import type { ClauseId } from '#kernel';
import { dues } from '../common/dues.ts';
import { dated } from '../dated.ts';
import type { ThreeCreditAward } from '../facts.ts';
import { applicationFeeExempt, THREE_CREDIT_PACK } from './parameters.ts';

const award: Readonly<Record<ThreeCreditAward, ClauseId>> = {
  certificate: '3cu/subdeg/3.8',
  diploma: '3cu/subdeg/3.8',
  'higher-diploma': '3cu/subdeg/3.8',
  associate: '3cu/subdeg/3.8',
  ordinary: '3cu/bach/3.9',
  honours: '3cu/bach/3.9',
  'postgraduate-certificate': '3cu/pgd/3.9',
  'postgraduate-diploma': '3cu/pgd/3.9',
  masters: '3cu/pgdeg/3.9',
  mphil: '3cu/pgdeg/3.9',
  'professional-doctorate': '3cu/pgdeg/3.9',
  phd: '3cu/pgdeg/3.9',
  dual: '3cu/dual/3.9',
};

/** Papers that the University may keep back for debts, breaches and similar cases. */
const kept = (clause: ClauseId) => ({ results: clause, documents: clause });

/** Money and holds. [3cu/dl/3.4] [3cu/dl/11.5] [3cu/ug/3.3] [3cu/ug/3.5] [3cu/ug/3.6] [3cu/ug/13.5] [3cu/bach/3.9] [3cu/subdeg/3.8] */
export const threeCreditDues = dues({
  'distance-learning': {
    pack: THREE_CREDIT_PACK,
    charges: {
      application: '3cu/dl/2.6',
      tuition: '3cu/dl/3.4',
      'late-registration': '3cu/dl/3.5',
      'course-change': '3cu/dl/8.3',
      'examination-abroad': '3cu/dl/9.12.3(c)',
      appeal: '3cu/assess/19.2',
      'examination-arrangement': '3cu/assess/16.4',
      'result-disclosure': '3cu/assess/18.3',
      transcript: '3cu/dl/11.2',
      document: '3cu/dl/11.3',
      graduation: '3cu/dl/10.3',
    },
    applicants: { who: 'where-conditions', exempt: applicationFeeExempt['distance-learning'] },
    holds: {
      debt: {
        clauses: ['3cu/dl/3.4', '3cu/dl/11.5'],
        blocks: { enrolment: '3cu/dl/3.4', ...kept('3cu/dl/11.5') },
      },
      'probation-advice': { clauses: ['3cu/dl/4.2'], blocks: { enrolment: '3cu/dl/4.2' } },
      discipline: {
        clauses: ['3cu/dl/12.2', '3cu/dl/11.5'],
        blocks: { enrolment: '3cu/dl/12.2', ...kept('3cu/dl/11.5') },
      },
      documents: { clauses: ['3cu/dl/11.5'], blocks: kept('3cu/dl/11.5') },
    },
    afterDeferral: { clause: '3cu/dl/5.6', resumes: 'course' },
    lateEnrolment: '3cu/dl/3.5',
    debts: { enrolment: '3cu/dl/3.4', ...kept('3cu/dl/11.5'), award },
  },
  undergraduate: {
    pack: THREE_CREDIT_PACK,
    charges: {
      application: '3cu/ug/2.4',
      tuition: '3cu/ug/3.5',
      'late-registration': '3cu/ug/5.2',
      'caution-deposit': '3cu/ug/3.3',
      'payment-deferral-deposit': '3cu/ug/3.5',
      appeal: '3cu/assess/19.2',
      'examination-arrangement': '3cu/assess/16.4',
      'result-disclosure': '3cu/assess/18.3',
      transcript: '3cu/ug/13.2',
      document: '3cu/ug/13.3',
      graduation: '3cu/ug/12.4',
    },
    applicants: { who: 'all', exempt: applicationFeeExempt.undergraduate },
    holds: {
      debt: {
        clauses: ['3cu/ug/3.5', '3cu/ug/13.5'],
        blocks: { enrolment: '3cu/ug/3.5', ...kept('3cu/ug/13.5') },
      },
      'probation-advice': { clauses: ['3cu/ug/11.4'], blocks: { enrolment: '3cu/ug/11.4' } },
      discipline: {
        clauses: ['3cu/ug/14.2', '3cu/ug/13.5'],
        blocks: { enrolment: '3cu/ug/14.2', ...kept('3cu/ug/13.5') },
      },
      documents: { clauses: ['3cu/ug/13.5'], blocks: kept('3cu/ug/13.5') },
    },
    afterDeferral: { clause: '3cu/ug/4.5', resumes: 'study' },
    debts: { enrolment: '3cu/ug/3.5', ...kept('3cu/ug/13.5'), award },
    later: { asked: '3cu/ug/3.5', provisional: '3cu/ug/3.6' },
    depositFrom: dated({ from: '2022-09-01', clause: '3cu/ug/3.3', value: '2022-09-01' }),
  },
  'taught-postgraduate': {
    pack: THREE_CREDIT_PACK,
    charges: {
      application: '3cu/tpg/2.4',
      tuition: '3cu/tpg/3.5',
      'late-registration': '3cu/tpg/6.1',
      'course-change': '3cu/tpg/8.2',
      'caution-deposit': '3cu/tpg/3.3',
      appeal: '3cu/assess/19.2',
      'examination-arrangement': '3cu/assess/16.4',
      'result-disclosure': '3cu/assess/18.3',
      transcript: '3cu/tpg/12.2',
      document: '3cu/tpg/12.3',
      graduation: '3cu/tpg/11.2',
    },
    applicants: { who: 'all', exempt: applicationFeeExempt['taught-postgraduate'] },
    holds: {
      debt: {
        clauses: ['3cu/tpg/3.5', '3cu/tpg/12.5'],
        blocks: { enrolment: '3cu/tpg/3.5', ...kept('3cu/tpg/12.5') },
      },
      'probation-advice': { clauses: ['3cu/tpg/10.4'], blocks: { enrolment: '3cu/tpg/10.4' } },
      discipline: {
        clauses: ['3cu/tpg/13.2', '3cu/tpg/12.5'],
        blocks: { enrolment: '3cu/tpg/13.2', ...kept('3cu/tpg/12.5') },
      },
      documents: { clauses: ['3cu/tpg/12.5'], blocks: kept('3cu/tpg/12.5') },
    },
    afterDeferral: { clause: '3cu/tpg/4.5', resumes: 'study', surplus: 'with-approval' },
    lateEnrolment: '3cu/tpg/6.1',
    debts: { enrolment: '3cu/tpg/3.5', ...kept('3cu/tpg/12.5'), award },
    depositFrom: dated({ from: '2022-09-01', clause: '3cu/tpg/3.3', value: '2022-09-01' }),
  },
  research: {
    pack: THREE_CREDIT_PACK,
    charges: {
      application: '3cu/rpg/4.2',
      tuition: '3cu/rpg/4.2',
      appeal: '3cu/assess/19.2',
      'examination-arrangement': '3cu/assess/16.4',
      'result-disclosure': '3cu/assess/18.3',
    },
    holds: {
      debt: {
        clauses: ['3cu/rpg/4.3', '3cu/pgdeg/3.9'],
        blocks: { enrolment: '3cu/rpg/4.3', award: '3cu/pgdeg/3.9' },
      },
    },
    afterDeferral: { clause: '3cu/rpg/4.7', resumes: 'study' },
    debts: { enrolment: '3cu/rpg/4.3', award },
  },
});
