import { describe, expect, it } from '@jest/globals';
import { foldRecord, type RecordEvent, recordOn } from '#student-record';
import { autumn, spring } from '../../regulations/testing/index.ts';
import { aResearchAdmission, aResearchProgramme, rdc, srdc } from '../../regulations/testing/research.ts';
import { governed } from '../record-use-case.ts';
import { changeProgramme } from '../registration/change-programme.ts';
import { given } from '../testing/story.ts';
import { registerThesis } from './thesis.ts';

describe.each(['5cu', '3cu'] as const)('one research degree for another under %s', (regime) => {
  const mphil = { ...aResearchProgramme(regime, 'mphil'), code: 'MPHIL' };
  const phd = { ...aResearchProgramme(regime, 'phd'), code: 'PHD' };
  const admitted: RecordEvent = {
    type: 'StudentAdmitted',
    data: {
      student: 'S1',
      registration: {
        programme: mphil,
        entryTerm: autumn,
        admittedOn: '2024-06-01',
        research: aResearchAdmission({
          conditions: [{ id: 'T1', kind: 'test', when: 'during', imposedOn: '2024-06-01' }],
        }),
      },
    },
  };
  const changed: RecordEvent = {
    type: 'ProgrammeChanged',
    data: {
      change: {
        from: 'MPHIL',
        to: phd,
        term: spring.code,
        approvedOn: '2024-10-01',
        effectiveOn: '2025-01-13',
        clause: `${regime}/rpg/2.1`,
      },
    },
  };
  const at = { on: '2024-10-01', facts: { to: phd, term: spring }, actor: { role: 'registrar' as const } };
  const asked = { student: 'S1', to: 'PHD', term: spring.code };

  it('takes the approval of the Research Degrees Committee', () => {
    given(admitted)
      .when(changeProgramme, { ...asked, approvals: [rdc] }, at)
      .thenEvent('ProgrammeChanged', changed.data);
    given(admitted)
      .when(changeProgramme, { ...asked, approvals: [srdc] }, at)
      .thenRefused('change-refused', `${regime}/rpg/2.1`);
  });

  it('takes its file along, with what is recorded until the change takes effect, and after it', () => {
    const record = foldRecord([
      admitted,
      changed,
      {
        type: 'ResearchConditionFulfilled',
        data: { programme: 'MPHIL', condition: 'T1', on: '2024-11-01', reason: 'B' },
      },
      { type: 'ThesisRegistered', data: { programme: 'PHD', title: 'On clocks', on: '2025-02-01' } },
    ]);
    const on = (day: string) => {
      const then = recordOn(record, day);
      return governed(then, then.registrations[0]!);
    };
    expect(on('2025-01-12').registration.programme.code).toBe('MPHIL');
    expect(on('2025-01-12').study.research?.thesis).toBeUndefined();
    const { study, pack, registration } = on('2025-02-01');
    expect(registration.programme.code).toBe('PHD');
    expect(pack.research.standing(study, '2025-02-01')).toMatchObject({
      startsOn: '2024-09-02',
      period: { years: 4, lastDay: '2028-09-01' },
      conditions: [{ id: 'T1', fulfilledOn: '2024-11-01' }],
      thesis: { title: 'On clocks', window: { closes: '2028-02-01' } },
    });
  });

  it('goes on under the other degree', () =>
    given(admitted, changed)
      .when(registerThesis, { student: 'S1', title: 'On clocks' }, { on: '2025-02-01' })
      .thenEvent('ThesisRegistered', { programme: 'PHD' }));

  it('does not bring back what an admission anew has begun anew', () => {
    const { research } = foldRecord([
      admitted,
      changed,
      {
        type: 'ProgrammeWithdrawn',
        data: {
          programme: 'MPHIL',
          on: '2024-11-01',
          recordedOn: '2024-11-01',
          clause: `${regime}/rpg/2.1`,
        },
      } as RecordEvent,
      { type: 'StudentAdmitted', data: { ...admitted.data, student: 'S1' } } as RecordEvent,
      changed,
    ]);
    expect(research.filter(({ programme }) => programme === 'PHD')).toHaveLength(1);
  });
});
