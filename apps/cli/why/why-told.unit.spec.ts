import { describe, expect, it } from '@jest/globals';
import { text } from '#kernel';
import type { Why } from '#system';
import { whyTold } from './why-told.ts';

const why: Why = {
  student: 'S1',
  commandId: 'c1',
  request: {
    type: 'Withdraw',
    summary: text('Withdraw from a course', '退修學科'),
    fields: { student: 'S1', course: 'COMP2010' },
  },
  askedBy: { role: 'student', id: 'S1' },
  recordedAt: '2024-11-26T04:00:00.000Z',
  effectiveOn: '2024-11-26',
  outcome: 'overridden',
  code: 'withdrawal-refused',
  message: text('Not allowed.', '不可退修。'),
  pack: 'three-credit@2022-09',
  findings: [
    {
      clause: '3cu/dl/6.1',
      title: text('Last day of withdrawal', '退修限期'),
      holds: false,
      figures: { lastDay: '2024-11-25', late: true, grade: null },
      note: text('Too late.', '已逾期。'),
    },
    { clause: '3cu/dl/6.3', holds: true },
  ],
  remedies: [text('Ask the School.', '請向學院申請。')],
  override: { authority: 'migration', clauses: ['3cu/dl/6.1', '3cu/dl/6.2'], reason: 'as it stands' },
  approvals: [{ authority: 'school', reason: 'hardship', on: '2024-11-20' }],
  led: [],
  basis: { 'record-S1': '1', 'term-T': '0' },
  events: [{ id: 'e1', type: 'CourseWithdrawn', stream: 'record-S1', revision: '2', position: '0000000000000007' }],
};

describe('a decision that is told', () => {
  it('in English', () =>
    expect(whyTold(why, 'en').split('\n')).toEqual([
      'Asked: Withdraw from a course (Withdraw {"student":"S1","course":"COMP2010"})',
      'By: student S1',
      'Decided: 2024-11-26T04:00:00.000Z',
      'In effect from: 2024-11-26',
      'Outcome: recorded although a rule refuses it (withdrawal-refused) Not allowed.',
      'By the rules: three-credit@2022-09',
      '  ✗ 3cu/dl/6.1  Last day of withdrawal',
      '      lastDay 2024-11-25, late yes, grade –',
      '      Too late.',
      '  ✓ 3cu/dl/6.3',
      'What would change it: Ask the School.',
      'Approved by: school, 2024-11-20, hardship',
      'Set aside on the authority of: migration, as it stands',
      '  for: 3cu/dl/6.1, 3cu/dl/6.2',
      'Read: record-S1@1, term-T@0',
      'Recorded: CourseWithdrawn record-S1@2 (0000000000000007, e1)',
    ]));

  it('in Traditional Chinese', () => {
    const told = whyTold(why, 'zh-Hant');
    for (const part of ['要求：退修學科', '退修限期', '已逾期。', 'late 是', '請向學院申請。', '學院', '查閱的紀錄：'])
      expect(told).toContain(part);
    expect(told).not.toContain('Too late.');
  });

  it('says when no rule was asked, and when there was nothing to read', () => {
    const told = whyTold({ ...why, pack: undefined, findings: [], basis: {} }, 'en');
    expect(told).toContain('No rule was asked.');
    expect(told).toContain('Nothing was on record yet.');
  });
});
