import { text } from '#kernel';
import {
  AwardCertificateDocument,
  AwardDecisionDocument,
  ParticularsDocument,
  TermSummaryDocument,
  TranscriptDocument,
} from '#projections';
import { awardCertificateNow } from '../award-certificate-now.ts';
import { particularsNow } from '../particulars-now.ts';
import { of, type ReadModelQuery } from './query.ts';

/** What a student has taken and been awarded, and who he or she is. */
export const recordQueries: readonly ReadModelQuery[] = [
  {
    name: 'transcript',
    readModel: 'transcript',
    path: 'students/:student/transcript',
    summary: text('Transcript', '成績單'),
    document: TranscriptDocument,
    list: false,
    clauses: [
      '5cu/dl/10.1',
      '5cu/ug/13.1',
      '3cu/dl/11.1',
      '3cu/ug/13.1',
      '5cu/subdegpd/8.2',
      '5cu/dual/7.2',
      '3cu/dual/8.2',
    ],
    read: (models, subject) => models.transcript(of(subject, 'student')),
  },
  {
    name: 'term-summaries',
    readModel: 'term_summary',
    path: 'students/:student/term-summaries',
    summary: text('Summaries of all terms', '各學期摘要'),
    document: TermSummaryDocument,
    list: true,
    clauses: ['portal/C.8'],
    read: (models, subject) => models.termSummaries(of(subject, 'student')),
  },
  {
    name: 'term-summary',
    readModel: 'term_summary',
    path: 'students/:student/term-summaries/:term',
    summary: text('Summary of a term', '學期摘要'),
    document: TermSummaryDocument,
    list: false,
    clauses: ['portal/C.8'],
    read: (models, subject) => models.termSummary(of(subject, 'student'), of(subject, 'term')),
  },
  {
    name: 'award-decisions',
    readModel: 'award_decision',
    path: 'students/:student/award-decisions',
    summary: text('Award decisions of all programmes', '各課程的頒授決定'),
    document: AwardDecisionDocument,
    list: true,
    read: (models, subject) => models.awardDecisions(of(subject, 'student')),
  },
  {
    name: 'award-decision',
    readModel: 'award_decision',
    path: 'students/:student/award-decisions/:programme',
    summary: text('Award decision of a programme', '課程的頒授決定'),
    document: AwardDecisionDocument,
    list: false,
    read: (models, subject) => models.awardDecision(of(subject, 'student'), of(subject, 'programme')),
  },
  {
    name: 'award-certificate',
    path: 'students/:student/award-certificates/:programme',
    summary: text('Certificate of an award', '資格證書'),
    document: AwardCertificateDocument,
    list: false,
    clauses: ['5cu/subdegpd/8.1', '5cu/dual/7.1', '3cu/dual/8.1'],
    read: (_models, subject, log) => awardCertificateNow(log, of(subject, 'student'), of(subject, 'programme')),
  },
  {
    name: 'particulars',
    path: 'students/:student/particulars',
    summary: text('Name and particulars', '姓名及個人資料'),
    document: ParticularsDocument,
    list: false,
    clauses: ['5cu/dl/3.3', '5cu/ug/3.7', '3cu/dl/3.3', '3cu/ug/3.7'],
    read: (_models, subject, log) => particularsNow(log, of(subject, 'student')),
  },
];
