import { describe, expect, it } from '@jest/globals';
import type { Approval, ResearchAward, ResearchFile } from '#regulations';
import { emptyRecord, foldRecord, latestDay, type RecordEvent, recordOn, studyOf } from '#student-record';
import { aTerm, autumn } from '../../regulations/testing/index.ts';
import { aResearchAdmission, aResearchProgramme, rdc, srdc } from '../../regulations/testing/research.ts';
import { admit } from '../admission/admit.ts';
import { governed } from '../record-use-case.ts';
import { discontinueStudy } from '../registration/end-registration.ts';
import { extendStudyPeriod } from '../registration/extend-study-period.ts';
import { withdrawFromProgramme } from '../registration/withdraw-from-programme.ts';
import { admitted, given } from '../testing/story.ts';
import { admitToResearch } from './admit-to-research.ts';
import { interruptStudy } from './interrupt-study.ts';
import {
  approveResearchPlan,
  fulfilResearchCondition,
  imposeResearchCondition,
  studyElsewhere,
  takeUpOtherResearchDegree,
} from './research-terms.ts';
import { recordMissedResearchYear, registerResearchYear } from './research-years.ts';
import { terminateRegistration } from './terminate-registration.ts';
import {
  acceptThesisAmendments,
  giveThesisNotice,
  recordThesisExamination,
  registerThesis,
  submitThesis,
} from './thesis.ts';

const autumn25 = aTerm({
  code: '2025-AUT',
  academicYear: '2025/26',
  teaching: ['2025-09-01', '2025-11-29'],
  addDropEnds: '2025-09-15',
  registration: ['2025-03-03', '2025-08-31'],
});
const S1 = { student: 'S1' };
const with_ = (...approvals: readonly Approval[]) => ({ ...S1, approvals });
const senate: Approval = { authority: 'senate', reason: 'resolved' };
const registrar: Approval = { authority: 'registrar', reason: 'granted' };

describe.each(['5cu', '3cu'] as const)('a research student under %s', (regime) => {
  const id = (clause: string) => `${regime}/rpg/${clause}`;
  const onResearch = (award: ResearchAward = 'phd', code = 'RES'): RecordEvent => ({
    type: 'StudentAdmitted',
    data: {
      student: 'S1',
      registration: {
        programme: { ...aResearchProgramme(regime, award), code },
        entryTerm: autumn,
        admittedOn: '2024-06-01',
        research: aResearchAdmission({
          conditions: [{ id: 'T1', kind: 'test', when: 'during', imposedOn: '2024-06-01' }],
        }),
      },
    },
  });
  const student = given(onResearch());
  const thesis: RecordEvent = {
    type: 'ThesisRegistered',
    data: { programme: 'RES', title: 'On clocks', on: '2024-10-10' },
  };
  const notice: RecordEvent = { type: 'ThesisNoticeGiven', data: { programme: 'RES', on: '2025-10-01' } };
  const fulfilled: RecordEvent = {
    type: 'ResearchConditionFulfilled',
    data: { programme: 'RES', condition: 'T1', on: '2024-11-01', reason: 'satisfactory' },
  };
  const year: RecordEvent = {
    type: 'ResearchYearRegistered',
    data: { programme: 'RES', year: { academicYear: '2025/26', on: '2025-08-20', late: false } },
  };
  const handedIn: RecordEvent = {
    type: 'ThesisSubmitted',
    data: { programme: 'RES', submission: { on: '2025-10-10', language: 'en', property: 'university' } },
  };
  const examined = (outcome: 'minor-amendments' | 'resubmit' | 'pass'): RecordEvent => ({
    type: 'ThesisExamined',
    data: { programme: 'RES', examination: { oralOn: '2025-12-01', outcome, recordedOn: '2025-12-02' } },
  });

  describe('is admitted by the Research Degrees Committee', () => {
    const programme = aResearchProgramme(regime, 'phd');
    const asked = {
      ...with_(rdc),
      programme: 'RES',
      term: autumn.code,
      thesisLanguage: 'zh',
      languageShown: true,
      entryConditionsMet: true,
      area: 'Clocks',
    };
    const at = { on: '2024-06-01', facts: { programme, term: autumn, lacking: [], unknown: undefined } };
    it('with what it fixes', () =>
      given()
        .when(admitToResearch, asked, at)
        .thenEvent('StudentAdmitted', {
          registration: {
            admittedOn: '2024-06-01',
            research: {
              thesisLanguage: 'zh',
              startsOn: '2024-09-02',
              conditions: [],
              plan: { area: 'Clocks', approvedOn: '2024-06-01' },
            },
          },
        }));
    it('with what it asks of this student', () =>
      given()
        .when(
          admitToResearch,
          { ...asked, conditions: [{ id: 'C1', kind: 'course', course: 'RM8000', when: 'before' }] },
          at,
        )
        .thenEvent('StudentAdmitted', {
          registration: { research: { conditions: [{ id: 'C1', course: 'RM8000', imposedOn: '2024-06-01' }] } },
        }));
    it('not without it', () =>
      given()
        .when(admitToResearch, { ...asked, approvals: [] }, at)
        .thenRefused('admission-refused', id('2.1')));
    it('not by default in what has to be said', () =>
      given()
        .when(admitToResearch, { ...asked, languageShown: undefined, entryConditionsMet: undefined }, at)
        .thenRefused('admission-refused', id('3.1'), id('3.2')));
    it('not beside another research degree', () => {
      student
        .when(admitToResearch, asked, { ...at, facts: { ...at.facts, programme: { ...programme, code: 'R2' } } })
        .thenRefused('admission-refused', id('3.3'), id('4.5'));
      given(onResearch('mphil', 'R2'))
        .when(admitToResearch, { ...asked, permitsOtherDegree: true }, at)
        .thenEvent('StudentAdmitted', {});
    });
    it('not as others are, and others not so', () => {
      const general = { programme, term: autumn, schedule: [], lacking: [] };
      given()
        .when(admit, { ...S1, programme: 'RES', term: autumn.code }, { on: '2024-06-01', facts: general })
        .thenUnfit('research-admission');
      const degree = { ...aResearchProgramme(regime, 'phd'), award: 'honours' as const };
      given()
        .when(admitToResearch, asked, { ...at, facts: { ...at.facts, programme: degree } })
        .thenUnfit('not-research');
    });
    it.each([
      ['unknown-course', { unknown: 'RM8000' }, {}],
      ['programme-incomplete', { lacking: ['RM8000'] }, {}],
      ['unknown-programme', { programme: undefined }, {}],
      ['unknown-term', { term: undefined }, {}],
      ['condition-course', {}, { conditions: [{ id: 'C1', kind: 'course', when: 'before' }] }],
      ['condition-course', {}, { conditions: [{ id: 'C1', kind: 'test', course: 'X', when: 'before' }] }],
      [
        'condition-taken',
        {},
        {
          conditions: [
            { id: 'C1', kind: 'test', when: 'before' },
            { id: 'C1', kind: 'other', when: 'before' },
          ],
        },
      ],
    ])('%s', (code, facts, fields) =>
      given()
        .when(admitToResearch, { ...asked, ...fields }, { ...at, facts: { ...at.facts, ...facts } })
        .thenUnfit(code),
    );
  });

  it('is registered from the first day of study', () => {
    const record = foldRecord([onResearch()]);
    const { pack, study } = governed(record, record.registrations[0]!);
    expect(pack.registration.status(study, '2024-09-01')).toMatchObject({ status: 'admitted', clause: id('2.1') });
    expect(pack.registration.status(study, '2024-09-02')).toMatchObject({ status: 'registered' });
  });

  describe('a year', () => {
    const at = { on: '2025-08-20', facts: autumn25 };
    it('is registered for', () =>
      student.when(registerResearchYear, { ...with_(srdc), term: '2025-AUT' }, at).thenEvent('ResearchYearRegistered', {
        programme: 'RES',
        year: { academicYear: '2025/26', on: '2025-08-20', late: false },
      }));
    it('is refused without the School committee', () =>
      student.when(registerResearchYear, { ...S1, term: '2025-AUT' }, at).thenRefused('year-refused', id('4.3')));
    it('waits for money that is overdue', () =>
      student
        .and({
          type: 'ChargeRecorded',
          data: {
            charge: {
              id: 'F1',
              kind: 'tuition',
              programme: 'RES',
              cents: 100,
              due: '2025-08-19',
              on: '2025-08-01',
              clause: id('4.2'),
            },
          },
        })
        .when(registerResearchYear, { ...with_(srdc), term: '2025-AUT' }, at)
        .thenRefused('year-refused', id('4.3')));
    it('is registered for once, that of entry by the admission', () => {
      student
        .and(year)
        .when(registerResearchYear, { ...with_(srdc), term: '2025-AUT' }, at)
        .thenUnfit('year-registered');
      student
        .when(registerResearchYear, { ...with_(srdc), term: autumn.code }, { ...at, facts: autumn })
        .thenUnfit('year-registered');
    });
    it('is recorded as missed from the day after the last, as of a day that has come', () => {
      const asked = { ...S1, term: '2025-AUT' };
      student
        .when(recordMissedResearchYear, asked, { ...at, on: '2025-09-15' })
        .thenRefused('year-not-missed', id('4.3'));
      student.when(recordMissedResearchYear, asked, { ...at, on: '2025-09-16' }).thenEvent('ResearchYearMissed', {
        missed: { academicYear: '2025/26', on: '2025-09-16', recordedOn: '2025-09-16' },
      });
      student
        .when(recordMissedResearchYear, { ...asked, on: '2025-09-15' }, { ...at, on: '2025-09-16' })
        .thenRefused('year-not-missed', id('4.3'));
      student
        .when(recordMissedResearchYear, { ...asked, on: '2025-09-17' }, { ...at, on: '2025-09-16' })
        .thenUnfit('day-to-come');
    });
  });

  describe('conditions', () => {
    const condition = { id: 'W1', kind: 'other', when: 'during' };
    const at = { on: '2024-10-01' };
    it('are imposed by the committee, each under a name of its own', () => {
      student.when(imposeResearchCondition, { ...with_(rdc), condition }, at).thenEvent('ResearchConditionImposed', {
        condition: { ...condition, imposedOn: '2024-10-01' },
      });
      student.when(imposeResearchCondition, { ...S1, condition }, at).thenRefused('approval-wanting', id('4.1'));
      student
        .when(imposeResearchCondition, { ...with_(rdc), condition: { ...condition, id: 'T1' } }, at)
        .thenUnfit('condition-taken');
      student
        .when(imposeResearchCondition, { ...with_(rdc), condition: { ...condition, course: 'X' } }, at)
        .thenUnfit('condition-course');
      student
        .when(imposeResearchCondition, { ...with_(rdc), condition }, { ...at, facts: 'X' })
        .thenUnfit('unknown-course');
    });
    it('are fulfilled once', () => {
      const asked = { condition: 'T1', reason: 'satisfactory' };
      student.when(fulfilResearchCondition, { ...with_(rdc), ...asked }, at).thenEvent('ResearchConditionFulfilled', {
        condition: 'T1',
        on: '2024-10-01',
      });
      student.when(fulfilResearchCondition, { ...S1, ...asked }, at).thenRefused('approval-wanting', id('4.1'));
      student
        .and(fulfilled)
        .when(fulfilResearchCondition, { ...with_(rdc), ...asked }, at)
        .thenUnfit('condition-fulfilled');
      student
        .when(fulfilResearchCondition, { ...with_(rdc), ...asked, condition: 'X' }, at)
        .thenUnfit('unknown-condition');
    });
  });

  it('gets another plan from the committee', () => {
    const asked = { area: 'Time', completeBy: '2027-01-01' };
    student
      .when(approveResearchPlan, { ...with_(rdc), ...asked }, { on: '2024-10-01' })
      .thenEvent('ResearchPlanApproved', {
        plan: { ...asked, approvedOn: '2024-10-01' },
      });
    student
      .when(approveResearchPlan, { ...S1, ...asked }, { on: '2024-10-01' })
      .thenRefused('approval-wanting', id('4.4'));
  });

  it('takes up another research degree elsewhere with permission only', () => {
    const asked = { institution: 'Elsewhere University', degree: 'PhD' };
    student
      .when(takeUpOtherResearchDegree, { ...with_(rdc), ...asked }, { on: '2024-10-01' })
      .thenEvent('OtherResearchDegreePermitted', { degree: { ...asked, recordedOn: '2024-10-01' } });
    student
      .when(takeUpOtherResearchDegree, { ...S1, ...asked }, { on: '2024-10-01' })
      .thenRefused('approval-wanting', id('4.5'));
  });

  it('studies elsewhere for a time that is one', () => {
    const supervisor = { authority: 'principal-supervisor', reason: 'recommended' };
    const asked = { place: 'Lisbon', from: '2025-02-01', until: '2025-08-01', supervised: true };
    const at = { on: '2024-12-01' };
    student.when(studyElsewhere, { ...with_(supervisor, rdc), ...asked }, at).thenEvent('StudyElsewhereApproved', {
      elsewhere: { place: 'Lisbon', from: '2025-02-01', until: '2025-08-01', recordedOn: '2024-12-01' },
    });
    student
      .when(studyElsewhere, { ...S1, ...asked, supervised: undefined }, at)
      .thenRefused('approval-wanting', id('7.1'), id('7.1.1'), id('7.1.2'));
    student.when(studyElsewhere, { ...with_(supervisor, rdc), ...asked, until: '2025-02-01' }, at).thenUnfit('no-time');
  });

  describe('interrupts study', () => {
    const asked = { from: '2025-01-01', until: '2025-09-01', reason: 'illness' };
    const at = { on: '2024-12-01' };
    const leave: RecordEvent = {
      type: 'StudyInterrupted',
      data: { programme: 'RES', leave: { ...asked, recordedOn: '2024-12-01' } },
    };
    it('with the permission of the Registrar', () => {
      student.when(interruptStudy, { ...with_(registrar), ...asked }, at).thenEvent('StudyInterrupted', leave.data);
      student.when(interruptStudy, { ...S1, ...asked }, at).thenRefused('approval-wanting', id('4.7'));
      student.when(interruptStudy, { ...with_(registrar), ...asked, until: '2025-01-01' }, at).thenUnfit('no-time');
    });
    it('once at a time', () => {
      const on = student.and(leave);
      on.when(interruptStudy, { ...with_(registrar), ...asked, from: '2025-08-31', until: '2025-10-01' }, at).thenUnfit(
        'on-leave',
      );
      on.when(interruptStudy, { ...with_(registrar), ...asked, from: '2025-09-01', until: '2025-10-01' }, at).thenEvent(
        'StudyInterrupted',
        {},
      );
    });
    it.each([
      ['2024-12-31', 'registered'],
      ['2025-01-01', 'on-leave'],
      ['2025-08-31', 'on-leave'],
      ['2025-09-01', 'registered'],
    ])('and is on %s %s', (day, status) => {
      const record = foldRecord([onResearch(), leave]);
      const { pack, study } = governed(recordOn(record, day), record.registrations[0]!);
      expect(pack.registration.status(study, day).status).toBe(status);
      expect(pack.registration.history(study)).toContainEqual({
        programme: 'RES',
        status: 'on-leave',
        since: '2025-01-01',
        until: '2025-09-01',
        clause: id('4.7'),
        reason: 'illness',
      });
    });
  });

  it('is ended by the Senate on the recommendation of the committee', () => {
    const asked = { ground: 'performance', reason: 'no progress' };
    const at = { on: '2025-03-01' };
    student.when(terminateRegistration, { ...with_(senate, rdc), ...asked }, at).thenEvent('RegistrationTerminated', {
      on: '2025-03-01',
      clause: id('4.6'),
      ground: 'performance',
    });
    student
      .when(terminateRegistration, { ...with_(senate), ...asked }, at)
      .thenRefused('termination-refused', id('4.6'));
    const ended: RecordEvent = {
      type: 'RegistrationTerminated',
      data: {
        programme: 'RES',
        on: '2025-03-01',
        recordedOn: '2025-03-01',
        clause: id('4.6'),
        ground: 'performance',
        reason: 'no progress',
      },
    };
    student
      .and(ended)
      .when(registerThesis, { ...S1, title: 'x' }, at)
      .thenRefused('registration-ended', id('4.6'));
  });

  it('is discontinued after the longest period, which is extended by the Senate', () => {
    student.when(discontinueStudy, S1, { on: '2028-09-02' }).thenEvent('RegistrationDiscontinued', {
      on: '2028-09-02',
      clause: id('5.1'),
      years: 4,
    });
    student
      .when(extendStudyPeriod, { ...with_(senate), years: 2 }, { on: '2028-01-01' })
      .thenEvent('StudyPeriodExtended', {
        extension: { years: 2, authority: 'senate', clause: id('5.1') },
      });
    student
      .when(extendStudyPeriod, { ...S1, years: 2 }, { on: '2028-01-01' })
      .thenRefused('extension-refused', id('5.1'));
  });

  it('may leave the programme', () =>
    student
      .when(withdrawFromProgramme, S1, { on: '2025-03-01', facts: new Map() })
      .thenLastEvent('ProgrammeWithdrawn', {
        programme: 'RES',
      }));

  describe('a thesis', () => {
    const at = (on: string) => ({ on });
    const ready = student.and(fulfilled, year, thesis);
    it('is registered for once', () => {
      student
        .when(registerThesis, { ...S1, title: 'On clocks' }, at('2024-10-10'))
        .thenEvent('ThesisRegistered', thesis.data);
      ready.when(registerThesis, { ...S1, title: 'Again' }, at('2025-10-01')).thenUnfit('thesis-registered');
    });
    it('is announced once before it is handed in', () => {
      student.when(giveThesisNotice, S1, at('2025-08-01')).thenUnfit('thesis-not-registered');
      ready.when(giveThesisNotice, S1, at('2025-10-01')).thenEvent('ThesisNoticeGiven', notice.data);
      ready.and(notice).when(giveThesisNotice, S1, at('2025-10-02')).thenUnfit('notice-given');
    });
    it('is handed in, and becomes the property of the University', () => {
      const asked = { ...S1, language: 'en', inForm: true };
      ready.and(notice).when(submitThesis, asked, at('2025-10-10')).thenEvent('ThesisSubmitted', handedIn.data);
      ready.when(submitThesis, asked, at('2025-10-10')).thenRefused('thesis-refused', id('6.3'));
      ready
        .and(notice)
        .when(submitThesis, { ...asked, inForm: undefined }, at('2025-10-10'))
        .thenRefused('thesis-refused', id('6.3'));
      ready.and(notice, handedIn).when(submitThesis, asked, at('2025-10-11')).thenUnfit('thesis-with-examiners');
      ready
        .and(notice, handedIn, examined('pass'))
        .when(submitThesis, asked, at('2025-12-11'))
        .thenUnfit('thesis-examined');
      ready
        .and(notice, handedIn, examined('resubmit'), {
          ...notice,
          data: { ...notice.data, on: '2026-02-01' },
        } as RecordEvent)
        .when(submitThesis, asked, at('2026-03-11'))
        .thenEvent('ThesisSubmitted', {});
      ready
        .and(notice)
        .when(submitThesis, { ...asked, approvals: [rdc] }, at('2025-10-09'))
        .thenEvent('ThesisSubmitted', { submission: { on: '2025-10-09', outsideWindow: 'good reasons' } });
    });
    it('is examined when it is with the examiners', () => {
      const asked = { ...S1, outcome: 'minor-amendments' };
      const with_examiners = ready.and(notice, handedIn);
      ready
        .when(recordThesisExamination, { ...asked, oralOn: '2025-12-01' }, at('2025-12-02'))
        .thenUnfit('thesis-not-handed-in');
      with_examiners
        .when(recordThesisExamination, { ...asked, oralOn: '2025-12-01' }, at('2025-12-02'))
        .thenEvent('ThesisExamined', examined('minor-amendments').data);
      with_examiners.when(recordThesisExamination, asked, at('2025-12-02')).thenRefused('thesis-refused', id('6.3'));
    });
    it('is amended where that was asked for', () => {
      const amended = ready.and(notice, handedIn, examined('minor-amendments'));
      amended.when(acceptThesisAmendments, S1, at('2026-01-10')).thenEvent('ThesisAmended', { on: '2026-01-10' });
      ready
        .and(notice, handedIn, examined('pass'))
        .when(acceptThesisAmendments, S1, at('2026-01-10'))
        .thenRefused('thesis-refused', id('6.3'));
    });
  });

  it('has a file that its events fill, and that a new admission empties', () => {
    const events: RecordEvent[] = [
      onResearch(),
      fulfilled,
      year,
      thesis,
      notice,
      handedIn,
      examined('minor-amendments'),
    ];
    const record = foldRecord([...events, { type: 'ThesisAmended', data: { programme: 'RES', on: '2026-01-10' } }]);
    const file = studyOf(record, record.registrations[0]!).research as ResearchFile;
    expect(file).toMatchObject({
      programme: 'RES',
      conditions: [{ id: 'T1', fulfilledOn: '2024-11-01' }],
      years: [{ academicYear: '2025/26' }],
      thesis: {
        registeredOn: '2024-10-10',
        notices: ['2025-10-01'],
        submissions: [{ on: '2025-10-10' }],
        examinations: [{ outcome: 'minor-amendments' }],
        amendedOn: '2026-01-10',
      },
    });
    expect(latestDay(record)).toBe('2026-01-10');
    expect(foldRecord([onResearch()], record).research).toMatchObject([{ years: [], conditions: [{ id: 'T1' }] }]);
    expect(foldRecord([onResearch('phd', 'R2')], record).research.map((each) => each.programme)).toEqual(['RES', 'R2']);
  });
});

describe('whoever does not do research', () => {
  it('has no research to decide about', () =>
    given(admitted('3cu', 'full-time'))
      .when(registerThesis, { ...S1, title: 'x' }, { on: '2024-10-10' })
      .thenUnfit('not-research'));
  it('has no file of it', () => {
    expect(foldRecord([admitted('3cu', 'full-time')]).research).toBe(emptyRecord.research);
  });
});
