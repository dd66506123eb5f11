import { examinations } from '../common/examination.ts';
import type { ExaminationLaw } from '../common/examination-law.ts';
import { dated } from '../dated.ts';
import type { CertificateIssuer } from '../facts.ts';
import { threeCreditAudit } from './awards.ts';
import { threeCreditCoursework } from './coursework.ts';
import { threeCreditScale } from './grades.ts';
import { THREE_CREDIT_PACK } from './parameters.ts';
import { threeCreditRegistration } from './registration.ts';

const from = '2022-09-01';

const certificates = dated<readonly CertificateIssuer[]>({
  from,
  clause: '3cu/assess/11.1',
  value: ['registered-doctor', 'registered-chinese-medicine-practitioner'],
});

/** What the chapters have in common. */
const general = {
  pack: THREE_CREDIT_PACK,
  scheme: '3cu/assess/2.1',
  sittings: {
    most: dated({ from, clause: '3cu/assess/5.2', value: 2 }),
    clauses: ['3cu/assess/5.2', '3cu/assess/12.3'],
    counts: ['deferred'],
    liftedBy: [],
  },
  open: ['Incomplete'],
  deferred: {
    score: dated({ from, clause: '3cu/assess/12.1', value: 31 }),
    scoreOf: 'every-course',
    conditions: '3cu/assess/12.1',
    when: '3cu/assess/12.2',
    set: '3cu/assess/12.2(a)',
    once: '3cu/assess/12.2(b)',
    years: dated({ from, clause: '3cu/assess/12.2', value: 1 }),
  },
  exemption: {
    clause: '3cu/assess/13.1',
    passed: '3cu/assess/13.1(a)',
    oneAssignment: '3cu/assess/13.1(b)',
    last: '3cu/assess/13.1(c)',
    certificate: '3cu/assess/13.2',
    issuers: dated<readonly CertificateIssuer[]>({ from, clause: '3cu/assess/13.2', value: ['registered-doctor'] }),
    recommendation: '3cu/assess/13.3',
    ofPassed: '3cu/assess/13.3(a)',
    ofIncomplete: '3cu/assess/13.3(b)',
    grade: 'Pass',
  },
} satisfies Partial<ExaminationLaw>;

const absence = {
  afterDays: dated({ from, clause: '3cu/assess/11.1', value: 7 }),
  certificate: '3cu/assess/11.1',
  issuers: { clause: '3cu/assess/11.1(a)', accepted: certificates },
  unfit: '3cu/assess/11.1(b)',
  beforeDays: dated({ from, clause: '3cu/assess/11.2', value: 7 }),
  other: {
    clause: '3cu/assess/11.3',
    evidence: '3cu/assess/11.3(a)',
    explanation: '3cu/assess/11.3(b)',
    afterDays: dated({ from, clause: '3cu/assess/11.3', value: 7 }),
  },
} satisfies Partial<ExaminationLaw['absence']>;

/** Courses of research students are those of taught postgraduate programmes. */
const taughtPostgraduate: ExaminationLaw = {
  ...general,
  entitled: ['3cu/assess/5.1', '3cu/tpg/9.9.1'],
  absence: { ...absence, exceptional: '3cu/tpg/9.9.2' },
};

/** Who sits an examination, absence from it, exemption. */
export const threeCreditExamination = examinations(
  {
    'distance-learning': {
      ...general,
      entitled: ['3cu/assess/5.1', '3cu/dl/9.12.1'],
      absence: { ...absence, exceptional: '3cu/dl/9.12.2' },
    },
    undergraduate: {
      ...general,
      entitled: ['3cu/assess/5.1', '3cu/ug/9.9.1'],
      absence: { ...absence, exceptional: '3cu/ug/9.9.2' },
    },
    'taught-postgraduate': taughtPostgraduate,
    research: taughtPostgraduate,
  },
  {
    scale: threeCreditScale,
    status: threeCreditRegistration.status,
    audit: threeCreditAudit,
    attendance: threeCreditCoursework.attendance,
  },
);
