import { describe, expect, it } from '@jest/globals';
import { type Ruling, text } from '#kernel';
import type { StudyApplication } from '#regulations';
import { applicationsAfter, applicationsPublished, daysOfApplications } from './applications.ts';

const by = { role: 'student', id: 'S1' };
const preview: Ruling = { outcome: 'allowed', pack: 'five-credit@2022-09', findings: [] };
const application: StudyApplication = {
  id: 'A1',
  kind: 'deferral',
  programme: 'BSC',
  clause: '5cu/tpg/4.1',
  authority: 'university',
  asked: { ground: 'resits' },
  grounds: 'Two resits',
  documents: [],
  on: '2024-12-20',
  by,
  pack: preview.pack,
  preview,
};
const end = { on: '2025-01-05', by: { role: 'registrar' }, clauses: ['5cu/tpg/4.1'] };
const byRule = { ...end, declinedByRule: text('At an end.', '已終結。') };

describe('applications about study', () => {
  it.each([
    ['StudyApplicationGranted', 'granted'],
    ['StudyApplicationDeclined', 'declined'],
    ['StudyApplicationWithdrawn', 'withdrawn'],
  ] as const)('wait until %s', (type, outcome) => {
    const made = applicationsAfter([], { type: 'StudyApplicationMade', data: { application } });
    expect(made).toEqual([application]);
    const ended = applicationsAfter(made, { type, data: { application: 'A1', ...end } });
    expect(ended).toEqual([{ ...application, end: { outcome, ...end } }]);
    expect(daysOfApplications(ended)).toEqual(['2024-12-20', '2025-01-05']);
    expect(applicationsAfter(made, { type, data: { application: 'A2', ...end } })).toEqual(made);
  });

  it('are told without what the rules made of results that are kept back', () => {
    const { preview: _preview, ...facts } = application;
    const told = (each: StudyApplication, since: string) => applicationsPublished([each], since)[0];
    expect(told(application, '2024-12-20')).toEqual(facts);
    expect(told(application, '2024-12-21')).toBe(application);
    const declined: StudyApplication = { ...application, end: { outcome: 'declined', ...byRule } };
    expect(told(declined, '2025-01-05')).toEqual(application);
    expect(told(declined, '2025-01-06')).toBe(declined);
    const byHand: StudyApplication = { ...application, end: { outcome: 'declined', ...end, reason: 'No' } };
    expect(told(byHand, '2025-01-05')).toBe(byHand);
  });
});
