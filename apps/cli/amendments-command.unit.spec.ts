import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import type { GradeAmendmentDocument } from '#projections';
import { amendmentTold } from './amendments-command.ts';

const shown = (exact: string, display: string) => ({ exact, display });
const award = { met: false, outstanding: ['3cu/bach/6.1'], class: null };
const document: GradeAmendmentDocument = {
  student: 'S1',
  course: 'C1',
  term: '2024-AUT',
  state: 'proposed',
  amendment: {
    id: 'A1',
    from: 'C-',
    to: 'Fail',
    reason: 'copied',
    evidence: ['report 7', 'script'],
    proposedBy: { role: 'school', id: 'D1' },
    proposedOn: '2025-08-01',
  },
  upTo: '0000000000000042',
  preview: 7,
  decisions: [
    {
      decision: 'k7',
      request: 'Enrol',
      summary: { en: 'Enrol in a course', 'zh-Hant': '選修學科' },
      recordedAt: '2025-07-01T04:00:00.000Z',
      change: 'outcome',
      clauses: ['3cu/gloss/18'],
      before: { outcome: 'accepted', refusedBy: [], events: ['CourseEnrolled'] },
      after: { outcome: 'refused', code: 'enrolment-refused', refusedBy: ['3cu/gloss/18'], events: [] },
      settledBy: ['registry', 'registrar'],
    },
  ],
  standings: [
    {
      programme: 'BBAH',
      term: '2025-SPR',
      standsOtherwise: true,
      before: { standing: 'good', probationTerms: 0, clauses: [] },
      after: { standing: 'probation', probationTerms: 1, clauses: [] },
    },
  ],
  figures: [
    {
      programme: 'BBAH',
      before: { cgpa: shown('47/20', '2.35'), creditsEarned: 6, terms: [], award },
      after: { cgpa: shown('3/2', '1.50'), creditsEarned: 3, terms: [], award },
    },
  ],
};

describe('an amendment told to people', () => {
  it('says what is proposed and what it changes', () =>
    expect(amendmentTold(document, 'en').split('\n')).toEqual([
      'Amendment: A1 (waiting to be confirmed)',
      'Grade: C1 2024-AUT: C- → Fail',
      'Proposed by: school D1, 2025-08-01',
      'Reason: copied',
      'Evidence: report 7, script',
      'Decision: Enrol in a course (Enrol, 2025-07-01T04:00:00.000Z, k7): comes out otherwise',
      '  accepted CourseEnrolled → refused enrolment-refused 3cu/gloss/18',
      '  3cu/gloss/18',
      '  To be settled by: registry, registrar',
      'Standing: BBAH 2025-SPR: good (0) → probation (1)',
      'Programme: BBAH',
      '  on record: CGPA 2.35, 6 cr, ✗ 3cu/bach/6.1',
      '  amended: CGPA 1.50, 3 cr, ✗ 3cu/bach/6.1',
    ]));

  it('says so when nothing else changes', () =>
    expect(amendmentTold({ ...document, decisions: [], standings: [], figures: [] }, 'zh-Hant')).toContain(
      '均不受影響',
    ));
});
