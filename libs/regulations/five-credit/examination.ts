import { examinations } from '../common/examination.ts';
import type { ExaminationLaw } from '../common/examination-law.ts';
import { dated } from '../dated.ts';
import type { CertificateIssuer } from '../facts.ts';
import { fiveCreditAudit } from './awards.ts';
import { fiveCreditCoursework } from './coursework.ts';
import { fiveCreditScale } from './grades.ts';
import { FIVE_CREDIT_PACK } from './parameters.ts';
import { fiveCreditRegistration } from './registration.ts';

const from = '2022-09-01';
const RESIT = 'Fail-Resit';

const certificates = dated<readonly CertificateIssuer[]>({
  from,
  clause: '5cu/assess/11.1',
  value: ['registered-doctor', 'registered-chinese-medicine-practitioner'],
});

/** What the chapters have in common. */
const general = {
  pack: FIVE_CREDIT_PACK,
  scheme: '5cu/assess/2.1',
  sittings: {
    most: dated({ from, clause: '5cu/assess/5.2', value: 2 }),
    clauses: ['5cu/assess/5.2', '5cu/assess/12.3'],
    counts: ['original', 'deferred', 'resit'],
    liftedBy: ['award-panel', 'senate'],
  },
  open: [RESIT, 'I', 'Incomplete'],
  deferred: {
    score: dated({ from, clause: '5cu/assess/12.1', value: 31 }),
    scoreOf: 'where-coursework-is-passed',
    conditions: '5cu/assess/12.1',
    when: '5cu/assess/12.2',
    set: '5cu/assess/12.2(a)',
    once: '5cu/assess/12.2(b)',
    years: dated({ from, clause: '5cu/assess/12.2', value: 1 }),
  },
  exemption: {
    clause: '5cu/assess/13.1',
    passed: '5cu/assess/13.1(a)',
    oneAssignment: '5cu/assess/13.1(b)',
    last: '5cu/assess/13.1(c)',
    certificate: '5cu/assess/13.2',
    issuers: dated<readonly CertificateIssuer[]>({ from, clause: '5cu/assess/13.2', value: ['registered-doctor'] }),
    recommendation: '5cu/assess/13.3',
    ofPassed: '5cu/assess/13.3(a)',
    ofIncomplete: '5cu/assess/13.3(b)',
    grade: 'Pass',
  },
} satisfies Partial<ExaminationLaw>;

const absence = {
  afterDays: dated({ from, clause: '5cu/assess/11.1', value: 7 }),
  certificate: '5cu/assess/11.1',
  issuers: { clause: '5cu/assess/11.1(a)', accepted: certificates },
  unfit: '5cu/assess/11.1(b)',
  beforeDays: dated({ from, clause: '5cu/assess/11.2', value: 7 }),
  other: {
    clause: '5cu/assess/11.3',
    evidence: '5cu/assess/11.3(a)',
    explanation: '5cu/assess/11.3(a)',
    afterDays: dated({ from, clause: '5cu/assess/11.3(b)', value: 7 }),
  },
} satisfies Partial<ExaminationLaw['absence']>;

const resits = {
  grade: RESIT,
  lost: 'Fail',
  eligibility: '5cu/assess/15.1',
  coursework: '5cu/assess/15.1(a)',
  examination: '5cu/assess/15.1(b)',
  set: '5cu/assess/15.2(a)',
  once: '5cu/assess/15.2(b)',
  when: '5cu/assess/15.2(c)',
  untilSenate: '5cu/assess/15.2(d)',
  fee: '5cu/assess/15.2(e)',
  withdrawn: '5cu/assess/15.2(f)',
  years: dated({ from, clause: '5cu/assess/15.2(c)', value: 1 }),
  deferral: {
    clause: '5cu/assess/15.3',
    least: dated({ from, clause: '5cu/assess/15.3', value: 2 }),
    oneIn: dated({ from, clause: '5cu/assess/15.3', value: 2 }),
    beforeDays: dated({ from, clause: '5cu/assess/15.3', value: 7 }),
  },
} satisfies Partial<ExaminationLaw['resit']>;

/** Courses of research students are those of taught postgraduate programmes. */
const taughtPostgraduate: ExaminationLaw = {
  ...general,
  entitled: ['5cu/assess/5.1', '5cu/tpg/9.5.1'],
  absence: { ...absence, exceptional: '5cu/tpg/9.5.5' },
  resit: { ...resits, granted: '5cu/tpg/9.5.2', feeOfChapter: '5cu/tpg/9.5.3', failed: '5cu/tpg/9.5.4' },
};

/** Who sits an examination, absence from it, exemption and resits. */
export const fiveCreditExamination = examinations(
  {
    'distance-learning': {
      ...general,
      entitled: ['5cu/assess/5.1', '5cu/dl/8.11.1'],
      absence: { ...absence, exceptional: '5cu/dl/8.11.5', ofResit: '5cu/dl/8.11.5' },
      resit: { ...resits, granted: '5cu/dl/8.11.2', feeOfChapter: '5cu/dl/8.11.3', failed: '5cu/dl/8.11.4' },
    },
    undergraduate: {
      ...general,
      entitled: ['5cu/assess/5.1', '5cu/ug/9.7.1'],
      absence: { ...absence, exceptional: '5cu/ug/9.7.5', ofResit: '5cu/ug/9.7.5' },
      resit: { ...resits, granted: '5cu/ug/9.7.2', feeOfChapter: '5cu/ug/9.7.3', failed: '5cu/ug/9.7.4' },
    },
    'taught-postgraduate': taughtPostgraduate,
    research: taughtPostgraduate,
  },
  {
    scale: fiveCreditScale,
    status: fiveCreditRegistration.status,
    audit: fiveCreditAudit,
    attendance: fiveCreditCoursework.attendance,
  },
);
