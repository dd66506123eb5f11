import { describe, it } from '@jest/globals';
import type { Fee } from '#catalogue';
import type { Registration } from '#regulations';
import type { RecordEvent } from '#student-record';
import { spring } from '../../regulations/testing/index.ts';
import { recordGrade } from '../assessment/record-grade.ts';
import { admitted, enrolledIn, given, graded, marked, submitted, term } from '../testing/story.ts';
import { arrangeResit } from './arrange-resit.ts';
import { applyToDeferResits, deferResits } from './defer-resits.ts';
import { applyForDeferredExamination, decideDeferredExamination } from './deferred-examination.ts';
import { applyForExaminationExemption, decideExaminationExemption } from './examination-exemption.ts';
import { recordSitting } from './record-sitting.ts';

const about = { student: 'S1', course: 'C1', term: term.code };
const enrolled = (regime: Registration['programme']['regime'] = '5cu') =>
  given(admitted(regime, 'full-time'), enrolledIn('C1'), submitted('C1', 'A1'), marked('C1', 'A1', 80));
const student = { role: 'student', id: 'S1' };
const certificate = { issuer: 'registered-doctor', leave: ['2024-12-10', '2024-12-10'], unfit: true };

const sat = (mark: number, kind: 'original' | 'resit' = 'original', course = 'C1'): RecordEvent => ({
  type: 'SittingRecorded',
  data: {
    sitting: {
      attempt: `${course}@${term.code}`,
      kind,
      examination: 'EX',
      on: '2024-12-10',
      mark,
      recordedOn: '2024-12-10',
    },
  },
});

const sittingOf = (event: RecordEvent) => (event.type === 'SittingRecorded' ? event.data.sitting : ({} as never));

describe('recording a sitting', () => {
  const asked = { ...about, kind: 'original', mark: 38 };

  it('keeps its day, its paper and its mark', () =>
    enrolled()
      .when(recordSitting, { ...asked, on: '2024-12-10' }, { on: '2024-12-16' })
      .thenEvent('SittingRecorded', {
        sitting: {
          attempt: 'C1@2024-AUT',
          kind: 'original',
          examination: 'EX',
          on: '2024-12-10',
          mark: 38,
          recordedOn: '2024-12-16',
        },
      }));

  it('keeps that the candidate was absent', () =>
    enrolled()
      .when(recordSitting, { ...about, kind: 'original', absent: true }, { on: '2024-12-10' })
      .thenEvent('SittingRecorded', { sitting: { absent: true } }));

  it('does not fit a mark of somebody absent, a day to come, a paper that is not there, or a second time', () => {
    const when = (fields: object, story = enrolled()) =>
      story.when(recordSitting, { ...asked, ...fields }, { on: '2024-12-10' });
    when({ absent: true }).thenUnfit('mark-or-absence');
    when({ mark: undefined }).thenUnfit('mark-or-absence');
    when({ on: '2024-12-11' }).thenUnfit('sitting-to-come');
    when({ examination: 'A1' }).thenUnfit('unknown-examination');
    when({}, enrolled().and(sat(20))).thenUnfit('sitting-known');
    when({ course: 'C9' }).thenUnfit('not-enrolled');
  });

  it('is put right with a reason, and what stood before is told', () => {
    const correction = { reason: 'added up wrongly' };
    enrolled()
      .and(sat(20))
      .when(recordSitting, { ...asked, correction }, { on: '2024-12-20' })
      .thenEvents({
        type: 'SittingCorrected',
        data: { from: 20, reason: 'added up wrongly', sitting: { mark: 38, on: '2024-12-10' } },
      });
    enrolled()
      .when(recordSitting, { ...asked, correction }, { on: '2024-12-20' })
      .thenUnfit('nothing-to-correct');
  });

  describe('put right once a grade rests on it', () => {
    const correction = { reason: 'added up wrongly' };
    const as = (id: string) => ({ on: '2025-02-04', actor: { role: 'registry', id } });
    const standing = () => enrolled().and(sat(20), graded('C1', 'Fail'));
    const proposed = (mark: number): RecordEvent => ({
      type: 'SittingCorrectionProposed',
      data: {
        sitting: { ...sittingOf(sat(mark)), recordedOn: '2025-02-04' },
        reason: 'added up wrongly',
        by: { role: 'registry', id: 'G1' },
      },
    });

    it('waits for a second person, and is not put right by the first alone', () => {
      standing()
        .when(recordSitting, { ...asked, correction }, as('G1'))
        .thenEvents({ type: 'SittingCorrectionProposed', data: { sitting: { mark: 38 }, by: { id: 'G1' } } });
      standing()
        .and(proposed(38))
        .when(recordSitting, { ...asked, correction }, as('G1'))
        .thenUnfit('same-person');
    });

    it('stands when somebody else records the same', () =>
      standing()
        .and(proposed(38))
        .when(recordSitting, { ...asked, correction }, as('G2'))
        .thenEvents({ type: 'SittingCorrected', data: { from: 20, sitting: { mark: 38, on: '2024-12-10' } } }));

    it('waits anew when somebody else records another mark', () =>
      standing()
        .and(proposed(37))
        .when(recordSitting, { ...asked, correction }, as('G2'))
        .thenEvents({ type: 'SittingCorrectionProposed', data: { sitting: { mark: 38 }, by: { id: 'G2' } } }));

    it('takes people who are named, and for what another system saw to, nobody else', () => {
      const when = (role: string) =>
        standing().when(recordSitting, { ...asked, correction }, { on: '2025-02-04', actor: { role } });
      when('registry').thenUnfit('person-needed');
      when('migration').thenEvent('SittingCorrected', { from: 20 });
    });
  });

  it('is not put right into an examination before teaching began', () =>
    enrolled()
      .and(sat(20))
      .when(recordSitting, { ...asked, on: '2024-08-31', correction: { reason: 'x' } }, { on: '2024-12-20' })
      .thenRefused('sitting-refused', '5cu/assess/5.1', '5cu/ug/9.7.1'));

  it('names who made an exception from the count of sittings', () => {
    const deferral: RecordEvent = {
      type: 'DeferredExaminationRequested',
      data: {
        application: {
          id: 'DE1',
          attempt: 'C1@2024-AUT',
          ground: 'other',
          kind: 'original',
          examinationOn: '2024-12-10',
          on: '2024-12-12',
          decision: { granted: true, reason: 'agreed', latest: '2025-05-10', clause: '', on: '2024-12-20' },
        },
      },
    };
    const twice = enrolled().and(sat(20), { ...sat(25, 'resit') }, deferral);
    const third = { ...about, kind: 'deferred', mark: 60 };
    twice
      .when(recordSitting, third, { on: '2025-04-28' })
      .thenRefused('sitting-refused', '5cu/assess/5.2', '5cu/assess/12.3');
    const approval = { authority: 'award-panel', reason: 'two illnesses' };
    twice
      .when(recordSitting, { ...third, approvals: [approval] }, { on: '2025-04-28' })
      .thenEvent('SittingRecorded', { sitting: { kind: 'deferred', exception: approval } });
  });
});

describe('a deferred examination', () => {
  const asked = { ...about, application: 'DE1', ground: 'health', certificate };
  const requested: RecordEvent = {
    type: 'DeferredExaminationRequested',
    data: {
      application: {
        id: 'DE1',
        attempt: 'C1@2024-AUT',
        ground: 'health',
        kind: 'original',
        examinationOn: '2024-12-10',
        on: '2024-12-12',
      },
    },
  };
  const apply = (fields: object, on = '2024-12-12', story = enrolled()) =>
    story.when(applyForDeferredExamination, { ...asked, ...fields }, { on, actor: student });

  it('is asked for with what is brought', () =>
    apply({}).thenEvent('DeferredExaminationRequested', {
      application: {
        id: 'DE1',
        attempt: 'C1@2024-AUT',
        ground: 'health',
        examinationOn: '2024-12-10',
        certificate: { ...certificate, keptFromCoursework: false },
        on: '2024-12-12',
      },
    }));

  it('is refused by the regulations under one code', () =>
    apply({}, '2024-12-18').thenRefused('deferred-examination-not-applied', '5cu/assess/11.1'));

  it('does not fit a name in use, one that is asked for, another day, or what was never set', () => {
    const known = enrolled().and(requested);
    apply({}, '2024-12-12', known).thenUnfit('application-known');
    apply({ application: 'DE2' }, '2024-12-12', known).thenUnfit('already-applied');
    apply({ examinationOn: '2024-12-11' }).thenUnfit('not-an-examination-day');
    apply({ kind: 'resit' }).thenUnfit('no-such-examination');
    apply({ kind: 'deferred', application: 'DE2' }, '2024-12-12', known).thenUnfit('no-such-examination');
  });

  it('is of the day on which the absence is on record, and asked for once', () => {
    const course = () => {
      const taken = enrolledIn('C1');
      return given(admitted('5cu', 'full-time'), { ...taken, data: { ...taken.data, items: [] } } as RecordEvent);
    };
    const absent: RecordEvent = {
      type: 'SittingRecorded',
      data: {
        sitting: {
          ...{ attempt: 'C1@2024-AUT', kind: 'original', absent: true },
          ...{ on: '2024-12-10', recordedOn: '2024-12-10' },
        },
      },
    };
    const missed = course().and(absent);
    apply({ examinationOn: '2024-12-18' }, '2024-12-20', missed).thenUnfit('not-an-examination-day');
    apply({ examinationOn: '2024-12-10' }, '2024-12-17', missed).thenLastEvent('DeferredExaminationRequested', {});
    apply({}, '2024-12-17', missed).thenLastEvent('DeferredExaminationRequested', {
      application: { examinationOn: '2024-12-10' },
    });
    apply({ application: 'DE2', examinationOn: '2024-12-18' }, '2024-12-12', course().and(requested)).thenUnfit(
      'already-applied',
    );
    // The day was named before the absence was recorded.
    const late = { ...requested.data.application, examinationOn: '2024-12-18' };
    const evading = course().and({ type: 'DeferredExaminationRequested', data: { application: late } }, absent);
    decide({ period: '2025-SPR' }, evading).thenRefusedBy('5cu/assess/11.1');
  });

  const decide = (fields: object, story = enrolled().and(requested), facts: object = { period: spring }) =>
    story.when(
      decideDeferredExamination,
      { ...about, application: 'DE1', granted: true, reason: 'ill', ...fields },
      { on: '2024-12-20', facts },
    );

  it('is granted with its last day', () =>
    decide({ period: '2025-SPR', examinationOn: '2025-04-28' }).thenEvent('DeferredExaminationDecided', {
      application: 'DE1',
      decision: {
        granted: true,
        reason: 'ill',
        period: '2025-SPR',
        examinationOn: '2025-04-28',
        latest: '2025-05-10',
        clause: '5cu/assess/12.1',
        on: '2024-12-20',
      },
    }));

  it('is refused without asking the regulations', () =>
    decide({ granted: false }).thenEvents({
      type: 'DeferredExaminationDecided',
      data: { decision: { granted: false, reason: 'ill', clause: '5cu/assess/12.1', on: '2024-12-20' } },
    }));

  it('is decided once, of the attempt that it is about', () => {
    decide({}, enrolled()).thenUnfit('unknown-application');
    const decided: RecordEvent = {
      type: 'DeferredExaminationDecided',
      data: { application: 'DE1', decision: { granted: false, reason: '', clause: '', on: '2024-12-19' } },
    };
    decide({}, enrolled().and(requested, decided)).thenUnfit('already-decided');
    decide({ course: 'C2' }, enrolled().and(requested, enrolledIn('C2'))).thenUnfit('unknown-application');
    decide({ period: '2025-XXX' }, enrolled().and(requested), {}).thenUnfit('unknown-term');
  });

  it('may be asked for again when it was refused', () => {
    const refused: RecordEvent = {
      type: 'DeferredExaminationDecided',
      data: { application: 'DE1', decision: { granted: false, reason: '', clause: '', on: '2024-12-13' } },
    };
    apply({ application: 'DE2' }, '2024-12-14', enrolled().and(requested, refused)).thenEvent(
      'DeferredExaminationRequested',
      {},
    );
  });
});

describe('an exemption from an examination', () => {
  const recommendation = { by: 'tutor', evaluation: 'steady', passExpected: true, workEnclosed: true };
  const asked = {
    ...about,
    application: 'EE1',
    certificate: { ...certificate, keptFromCoursework: true },
    cannotContinue: 'a lasting illness',
    recommendation,
  };

  it('is asked for by who is to be examined', () => {
    enrolled('3cu')
      .when(applyForExaminationExemption, asked, { on: '2024-12-12', actor: student })
      .thenEvent('ExaminationExemptionRequested', { application: { id: 'EE1', recommendation } });
    enrolled('3cu')
      .and(graded('C1', 'B'))
      .when(applyForExaminationExemption, asked, { on: '2025-01-12', actor: student })
      .thenUnfit('not-to-be-examined');
  });

  const application: RecordEvent = {
    type: 'ExaminationExemptionRequested',
    data: {
      application: {
        id: 'EE1',
        attempt: 'C1@2024-AUT',
        certificate: { issuer: 'registered-doctor', leave: ['2024-12-10', '2024-12-10'], unfit: true },
        examinationOn: '2024-12-10',
        cannotContinue: 'a lasting illness',
        recommendation: { by: 'tutor', evaluation: 'steady', passExpected: true, workEnclosed: true },
        on: '2024-12-12',
      },
    },
  };
  const decide = (fields: object, story = enrolled('3cu').and(application)) =>
    story.when(
      decideExaminationExemption,
      { ...about, application: 'EE1', granted: true, reason: 'cannot go on', ...fields },
      { on: '2025-01-10', facts: {} },
    );

  it('is refused without asking the regulations', () =>
    decide({ granted: false }).thenEvents({
      type: 'ExaminationExemptionDecided',
      data: { application: 'EE1', granted: false, clause: '3cu/assess/13.1' },
    }));

  it('is not granted for a course that is not the last, whoever approves', () =>
    decide({
      approvals: [
        { authority: 'senate', reason: '' },
        { authority: 'award-panel', reason: '' },
      ],
    }).thenRefused('exemption-refused', '3cu/assess/13.1(c)'));

  it('does not fit what was never asked, or has its result', () => {
    decide({}, enrolled('3cu')).thenUnfit('unknown-application');
    decide({}, enrolled('3cu').and(application, graded('C1', 'B'))).thenUnfit('not-to-be-examined');
  });
});

describe('a resit', () => {
  const fee: Fee = {
    kind: 'resit',
    regime: '5cu',
    mode: 'full-time',
    cents: 80000,
    per: 'once',
    from: '2024-01-01',
    clause: '5cu/ug/9.7.3',
  };
  const facts = { period: spring, schedule: [fee] };
  const held = enrolled().and(sat(38), graded('C1', 'Fail-Resit'));

  it('is arranged, and its fee is due the day before', () =>
    held
      .when(arrangeResit, { ...about, period: '2025-SPR', examinationOn: '2025-04-28' }, { on: '2025-01-20', facts })
      .thenEvents(
        {
          type: 'ResitArranged',
          data: {
            resit: {
              attempt: 'C1@2024-AUT',
              latest: '2025-05-10',
              charge: 'resit.C1.2024-AUT',
              clause: '5cu/ug/9.7.2',
            },
          },
        },
        {
          type: 'ChargeRecorded',
          data: { charge: { kind: 'resit', cents: 80000, due: '2025-04-27', clause: '5cu/ug/9.7.3' } },
        },
      ));

  it('is due on the day before the first of its period while no day is set, and never before it is charged', () => {
    held
      .when(arrangeResit, { ...about, period: '2025-SPR' }, { on: '2025-01-20', facts })
      .thenLastEvent('ChargeRecorded', { charge: { due: '2025-04-27' } });
    held
      .when(arrangeResit, { ...about, examinationOn: '2025-01-20' }, { on: '2025-01-20', facts: { schedule: [fee] } })
      .thenLastEvent('ChargeRecorded', { charge: { due: '2025-01-20' } });
  });

  it('is charged once, however often it is arranged', () => {
    const arranged: RecordEvent = {
      type: 'ResitArranged',
      data: {
        resit: {
          attempt: 'C1@2024-AUT',
          period: '2025-SPR',
          latest: '2025-05-10',
          charge: 'R1',
          clause: '',
          arrangedOn: '2025-01-20',
        },
      },
    };
    held
      .and(arranged)
      .when(arrangeResit, { ...about, period: '2025-SPR', examinationOn: '2025-05-02' }, { on: '2025-02-01', facts })
      .thenEvents({ type: 'ResitArranged', data: { resit: { charge: 'R1', examinationOn: '2025-05-02' } } });
  });

  it('is not arranged before it is granted, or under the three-credit regulations', () => {
    enrolled()
      .when(arrangeResit, { ...about, period: '2025-SPR' }, { on: '2025-01-20', facts })
      .thenRefused('resit-refused', '5cu/assess/15.1', '5cu/ug/9.7.2');
    enrolled('3cu')
      .when(arrangeResit, { ...about, period: '2025-SPR' }, { on: '2025-01-20', facts })
      .thenRefused('resit-refused', '3cu/assess/5.1', '3cu/ug/9.9.1');
  });

  it('that was missed leaves no pass, whoever makes an exception', () => {
    const missed: RecordEvent = {
      type: 'SittingRecorded',
      data: {
        sitting: {
          attempt: 'C1@2024-AUT',
          kind: 'resit',
          examination: 'EX',
          on: '2025-04-28',
          absent: true,
          recordedOn: '2025-04-28',
        },
      },
    };
    const at = { on: '2025-05-20', facts: {} };
    const asked = { ...about, grade: 'C' };
    const senate = { approvals: [{ authority: 'senate', reason: 'ill' }] };
    const refused = held.and(missed);
    refused.when(recordGrade, asked, at).thenRefusedBy('5cu/assess/15.2(d)', '5cu/assess/15.2(d)', '5cu/ug/9.7.4');
    refused.when(recordGrade, { ...asked, ...senate }, at).thenRefusedBy('5cu/assess/15.2(d)');
    refused.when(recordGrade, { ...asked, grade: 'Fail' }, at).thenEvent('GradeRecorded', { grade: 'Fail' });
  });
});

describe('putting off resits', () => {
  const arranged = (course: string, charge?: string): RecordEvent[] => [
    enrolledIn(course),
    graded(course, 'Fail-Resit'),
    {
      type: 'ResitArranged',
      data: {
        resit: {
          attempt: `${course}@2024-AUT`,
          period: '2025-SPR',
          examinationOn: '2025-04-28',
          latest: '2025-05-10',
          clause: '',
          arrangedOn: '2025-01-20',
          ...(charge ? { charge } : {}),
        },
      },
    },
  ];
  const two = given(admitted('5cu', 'full-time'), ...arranged('R1', 'F1'), ...arranged('R2'));
  const asked = { student: 'S1', application: 'RD1', term: '2025-SPR', courses: ['R1'], reason: 'work' };
  const requested: RecordEvent = {
    type: 'ResitDeferralRequested',
    data: { application: { id: 'RD1', term: '2025-SPR', attempts: ['R1@2024-AUT'], reason: 'work', on: '2025-02-01' } },
  };
  const charge: RecordEvent = {
    type: 'ChargeRecorded',
    data: {
      charge: {
        id: 'F1',
        kind: 'resit',
        programme: 'BSC',
        cents: 80000,
        due: '2025-04-27',
        on: '2025-01-20',
        clause: '',
      },
    },
  };
  const fee: Fee = {
    kind: 'resit',
    regime: '5cu',
    mode: 'full-time',
    cents: 99900,
    per: 'once',
    from: '2024-01-01',
    clause: '5cu/ug/9.7.3',
  };
  const summer = { ...spring, code: '2025-SUM', examinations: ['2025-08-11', '2025-08-16'] };
  const decide = { student: 'S1', application: 'RD1', granted: true, reason: 'agreed', period: '2025-SUM' };
  const at = { on: '2025-02-10', facts: { period: summer, schedule: [fee] } };

  it('is asked for by the student', () => {
    two
      .when(applyToDeferResits, asked, { on: '2025-02-01', actor: student })
      .thenEvent('ResitDeferralRequested', { application: { id: 'RD1', attempts: ['R1@2024-AUT'] } });
    two
      .when(applyToDeferResits, { ...asked, courses: ['R1', 'R2'] }, { on: '2025-02-01' })
      .thenRefused('resit-deferral-refused', '5cu/assess/15.3');
    two.when(applyToDeferResits, { ...asked, courses: [] }, { on: '2025-02-01' }).thenUnfit('no-courses-named');
    two.when(applyToDeferResits, { ...asked, courses: ['R9'] }, { on: '2025-02-01' }).thenUnfit('not-enrolled');
  });

  it('moves what is still owed of the fee, as much as it was', () =>
    two
      .and(charge, requested, {
        type: 'PaymentRecorded',
        data: { payment: { id: 'P', cents: 30000, on: '2025-01-21', charge: 'F1' } },
      })
      .when(deferResits, decide, at)
      .thenEvents(
        {
          type: 'ResitDeferralDecided',
          data: {
            granted: true,
            clause: '5cu/assess/15.3',
            resits: [
              {
                attempt: 'R1@2024-AUT',
                period: '2025-SUM',
                latest: '2025-08-16',
                deferredFrom: { period: '2025-SPR', latest: '2025-05-10' },
              },
            ],
          },
        },
        { type: 'ChargeWaived', data: { waiver: { charge: 'F1', cents: 50000 } } },
        { type: 'ChargeRecorded', data: { charge: { kind: 'resit', cents: 50000, due: '2025-08-10' } } },
      ));

  it('leaves a fee that is paid', () =>
    two
      .and(charge, requested, {
        type: 'PaymentRecorded',
        data: { payment: { id: 'P', cents: 80000, on: '2025-01-21', charge: 'F1' } },
      })
      .when(deferResits, decide, at)
      .thenEvents({ type: 'ResitDeferralDecided', data: { resits: [{ charge: 'F1' }] } }));

  it('is refused without asking the regulations, once, and only where it was asked for', () => {
    two
      .and(requested)
      .when(deferResits, { ...decide, granted: false }, at)
      .thenEvents({ type: 'ResitDeferralDecided', data: { granted: false, resits: [] } });
    two.when(deferResits, decide, at).thenUnfit('unknown-application');
    const decided: RecordEvent = {
      type: 'ResitDeferralDecided',
      data: { application: 'RD1', granted: false, reason: '', clause: '', on: '2025-02-05', resits: [] },
    };
    two.and(requested, decided).when(deferResits, decide, at).thenUnfit('already-decided');
  });
});
