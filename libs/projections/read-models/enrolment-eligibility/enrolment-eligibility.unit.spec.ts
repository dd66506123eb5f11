import { describe, expect, it } from '@jest/globals';
import type { RecordEvent } from '#student-record';
import { recordOf } from '../../testing/record-of.ts';
import { admitted, course, enrolled, programme, term } from '../../testing/records.ts';
import { enrolmentEligibilityOf } from './enrolment-eligibility.ts';

const calendar = ['2023-AUT', '2024-SPR', '2024-AUT', '2026-AUT'].map(term);

describe('eligibility to enrol at the end of a registration', () => {
  const ofTerm = (on: string, code: string, ...events: readonly RecordEvent[]) =>
    enrolmentEligibilityOf(recordOf(events), calendar, on).find((document) => document.term.code === code);
  const taken = (regime: '5cu' | '3cu') => [
    admitted('S1', programme('P5', regime)),
    enrolled(course('C1', regime === '5cu' ? 5 : 3), '2023-AUT'),
  ];
  const findings = (document: ReturnType<typeof ofTerm>, clause: string) =>
    document?.findings.filter((finding) => finding.clause === clause);

  it('tells of a term of the calendar that the record passes over, from the day after its last, and lets enrol', () => {
    expect(findings(ofTerm('2024-01-22', '2024-AUT', ...taken('3cu')), '3cu/ug/3.4')).toEqual([]);
    const passed = ofTerm('2024-08-01', '2024-AUT', ...taken('3cu'));
    expect(passed?.mayEnrol).toBe(true);
    expect(findings(passed, '3cu/ug/3.4')).toMatchObject([
      { holds: true, figures: { term: '2024-SPR', on: '2024-01-23', recorded: false } },
    ]);
  });

  it('is none after a term of the record that was let pass', () => {
    const document = ofTerm('2024-08-01', '2024-AUT', admitted('S1', programme('P5', '3cu')));
    expect(document?.mayEnrol).toBe(false);
    expect(findings(document, '3cu/ug/2.3')).toMatchObject([{ holds: false }]);
    expect(document?.remedies).not.toHaveLength(0);
  });

  it('is none in distance learning from the day on which the registration lapses', () => {
    expect(findings(ofTerm('2025-12-21', '2026-AUT', ...taken('5cu')), '5cu/dl/5.4')).toEqual([]);
    expect(findings(ofTerm('2025-12-22', '2026-AUT', ...taken('5cu')), '5cu/dl/5.4')).toMatchObject([{ holds: false }]);
  });

  it('is none once the end is recorded', () => {
    const ended: RecordEvent = {
      type: 'StudentDeregistered',
      data: { programme: 'P5', on: '2024-01-23', recordedOn: '2024-01-23', clause: '3cu/ug/3.4', term: '2024-SPR' },
    };
    const document = ofTerm('2024-08-01', '2024-AUT', ...taken('3cu'), ended);
    expect(document?.mayEnrol).toBe(false);
    expect(findings(document, '3cu/ug/3.4')).toMatchObject([{ holds: false }]);
  });
});
