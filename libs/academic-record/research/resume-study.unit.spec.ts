import { describe, expect, it } from '@jest/globals';
import { foldRecord, latestDay, type RecordEvent } from '#student-record';
import { autumn } from '../../regulations/testing/index.ts';
import { aResearchAdmission, aResearchProgramme } from '../../regulations/testing/research.ts';
import { governed } from '../record-use-case.ts';
import { given } from '../testing/story.ts';
import { interruptStudy, resumeStudy } from './interrupt-study.ts';

const S1 = { student: 'S1' };
const approvals = [{ authority: 'registrar', reason: 'granted' }];

describe.each(['5cu', '3cu'] as const)('an interruption that ends early under %s', (regime) => {
  const admitted: RecordEvent = {
    type: 'StudentAdmitted',
    data: {
      student: 'S1',
      registration: {
        programme: aResearchProgramme(regime, 'phd'),
        entryTerm: autumn,
        admittedOn: '2024-06-01',
        research: aResearchAdmission(),
      },
    },
  };
  const interrupted: RecordEvent = {
    type: 'StudyInterrupted',
    data: {
      programme: 'RES',
      leave: { from: '2025-01-01', until: '2025-09-01', reason: 'illness', recordedOn: '2024-12-01' },
    },
  };
  const resumed = (on: string, recordedOn: string): RecordEvent => ({
    type: 'StudyResumed',
    data: { programme: 'RES', from: '2025-01-01', on, recordedOn, reason: 'well again' },
  });
  const student = given(admitted, interrupted);
  const asked = { ...S1, approvals, reason: 'well again' };
  const standingAfter = (...events: RecordEvent[]) => {
    const record = foldRecord([admitted, interrupted, ...events]);
    const { pack, study } = governed(record, record.registrations[0]!);
    return { record, pack, study };
  };

  it('needs the permission of the Registrar', () => {
    const at = { on: '2025-03-01' };
    student.when(resumeStudy, { ...asked, on: '2025-04-01' }, at).thenEvent('StudyResumed', {
      programme: 'RES',
      from: '2025-01-01',
      on: '2025-04-01',
      recordedOn: '2025-03-01',
      reason: 'well again',
    });
    student
      .when(resumeStudy, { ...S1, on: '2025-04-01', reason: 'well again' }, at)
      .thenRefused('approval-wanting', `${regime}/rpg/4.7`);
  });

  it.each([
    ['day-past', '2025-02-28', '2025-03-01'],
    ['not-on-leave', '2025-09-01', '2025-03-01'],
    ['not-on-leave', '2024-12-31', '2024-12-02'],
  ])('is %s on %s, asked on %s', (code, on, today) =>
    student.when(resumeStudy, { ...asked, on }, { on: today }).thenUnfit(code),
  );
  it.each([
    ['2025-03-01', '2025-03-01'],
    ['2025-08-31', '2025-03-01'],
    ['2025-01-01', '2024-12-02'],
  ])('may end on %s, asked on %s', (on, today) =>
    student.when(resumeStudy, { ...asked, on }, { on: today }).thenEvent('StudyResumed', { on }),
  );

  it('lets study go on from its new end', () => {
    const { record, pack, study } = standingAfter(resumed('2025-04-01', '2025-03-01'));
    const statusOn = (day: string) => pack.registration.status(study, day).status;
    expect([statusOn('2025-03-31'), statusOn('2025-04-01'), statusOn('2025-08-31')]).toEqual([
      'on-leave',
      'registered',
      'registered',
    ]);
    expect(pack.research.standing(study, '2025-03-01').leaves).toEqual([
      {
        from: '2025-01-01',
        until: '2025-04-01',
        reason: 'illness',
        recordedOn: '2024-12-01',
        early: { grantedUntil: '2025-09-01', reason: 'well again', recordedOn: '2025-03-01' },
      },
    ]);
    expect(latestDay(record)).toBe('2025-03-01');
    const days = pack.deadlines(study, { today: '2025-03-01' });
    expect(days.find(({ kind }) => kind === 'end-of-leave')?.day).toBe('2025-04-01');
  });

  it('may be ended again earlier, and tells what was granted at first', () => {
    const { study } = standingAfter(resumed('2025-06-01', '2025-03-01'), resumed('2025-04-01', '2025-03-20'));
    expect(study.research?.leaves).toMatchObject([
      { until: '2025-04-01', early: { grantedUntil: '2025-09-01', recordedOn: '2025-03-20' } },
    ]);
  });

  it('leaves none where it is called off before it begins', () => {
    const { pack, study } = standingAfter(resumed('2025-01-01', '2024-12-02'));
    expect(pack.registration.status(study, '2025-01-01').status).toBe('registered');
    expect(pack.registration.history(study).some(({ status }) => status === 'on-leave')).toBe(false);
    expect(pack.deadlines(study, { today: '2024-12-02' }).some(({ kind }) => kind === 'end-of-leave')).toBe(false);
    given(admitted, interrupted, resumed('2025-01-01', '2024-12-02'))
      .when(interruptStudy, { ...asked, from: '2024-12-20', until: '2025-02-01' }, { on: '2024-12-03' })
      .thenEvent('StudyInterrupted', {});
  });
});
