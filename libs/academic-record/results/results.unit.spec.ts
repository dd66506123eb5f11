import { describe, expect, it } from '@jest/globals';
import type { Actor } from '#kernel';
import type { Sitting } from '#regulations';
import { foldRecord, type RecordEvent } from '#student-record';
import { aCourse } from '../../regulations/testing/index.ts';
import { recordGrade } from '../assessment/record-grade.ts';
import { isSamePerson } from '../people.ts';
import { admitted, enrolledIn, given, graded, term, withdrawn } from '../testing/story.ts';
import { confirmGradeAmendment, proposeGradeAmendment, withdrawGradeAmendment } from './amend-grade.ts';
import { approveResult } from './approve-result.ts';
import { recommendResult } from './recommend-result.ts';

const about = { student: 'S1', course: 'C1', term: term.code };
const panel: Actor = { role: 'award-panel', id: 'P1' };
const school: Actor = { role: 'school', id: 'D1' };
const registrar: Actor = { role: 'registrar', id: 'R1' };
const on = '2025-01-08';
const facts = {};

const recommended = (grade: string, id = 'R1', of: object = {}): RecordEvent => ({
  type: 'ResultRecommended',
  data: { course: 'C1', term: term.code, on, by: panel, id, grade, gradedTerm: term.code, ...of },
});
const approved = (grade: string, recommendation = 'R1'): RecordEvent => ({
  type: 'ResultApproved',
  data: { course: 'C1', term: term.code, on, by: school, recommendation, grade, school: 'S&T' },
});
const proposed = (id = 'A1', from = 'B', grade = 'A'): RecordEvent => ({
  type: 'GradeAmendmentProposed',
  data: {
    course: 'C1',
    term: term.code,
    on,
    by: school,
    id,
    from,
    grade,
    reason: 'added up wrongly',
    evidence: ['script'],
  },
});

const enrolled3 = given(admitted('3cu', 'distance-learning'), enrolledIn('C1'));
const enrolled5 = given(admitted('5cu', 'full-time'), enrolledIn(aCourse('C1', { credits: 5, level: 'middle' })));

describe('who two people are', () => {
  it.each<[string, Actor, Actor, boolean]>([
    ['one name in two roles', { role: 'school', id: 'X' }, { role: 'dean', id: 'X' }, true],
    ['two names in one role', { role: 'school', id: 'X' }, { role: 'school', id: 'Y' }, false],
    ['nobody by name, who may be anybody', { role: 'registrar' }, { role: 'school', id: 'X' }, true],
    ['two offices without names', { role: 'registrar' }, { role: 'school' }, true],
    ['the migration and somebody here', { role: 'migration' }, { role: 'registrar', id: 'X' }, false],
    ['the migration twice', { role: 'migration' }, { role: 'migration' }, true],
  ])('%s', (_what, one, other, same) => {
    expect(isSamePerson(one, other)).toBe(same);
    expect(isSamePerson(other, one)).toBe(same);
  });
});

describe('the award panel recommends a result', () => {
  const asked = { ...about, id: 'R1', grade: 'B+' };
  const at = { on, facts, actor: panel };

  it('that is no grade yet [3cu/gloss/6]', () => {
    enrolled3
      .when(recommendResult, { ...asked, statistics: 'mean 61' }, at)
      .thenEvent('ResultRecommended', { grade: 'B+', by: panel, statistics: 'mean 61', gradedTerm: term.code });
    const record = foldRecord([admitted('3cu', 'distance-learning'), enrolledIn('C1'), recommended('B+')]);
    expect(record.attempts[0]?.grade).toBeUndefined();
    expect(record.results.recommendations).toMatchObject([{ attempt: `C1@${term.code}`, grade: 'B+' }]);
  });

  it('on the scale only, and not where one stands', () => {
    enrolled3.when(recommendResult, { ...asked, grade: 'L' }, at).thenRefusedBy('3cu/assess/17.3.1', '3cu/dl/9.2');
    enrolled5.when(recommendResult, { ...asked, grade: 'D' }, at).thenRefusedBy('5cu/assess/18.3.1', '5cu/ug/9.2');
    enrolled3.and(graded('C1', 'B')).when(recommendResult, asked, at).thenRefusedBy('3cu/assess/17.2.1');
    enrolled3.and(withdrawn('C1')).when(recommendResult, asked, at).thenRefusedBy('3cu/dl/6.3');
  });

  it('and the Registry enters its word, which it has to have [3cu/assess/17.2.1]', () => {
    const entering = { on, facts, actor: { role: 'registry', id: 'G1' } };
    enrolled3.when(recommendResult, asked, entering).thenUnfit('panel-word-needed');
    const approvals = [{ authority: 'award-panel', reason: 'minutes of 7 January' }];
    enrolled3
      .when(recommendResult, { ...asked, approvals }, entering)
      .thenEvent('ResultRecommended', { word: 'minutes of 7 January' });
  });

  it('under a name of its own', () =>
    enrolled3.and(recommended('B')).when(recommendResult, asked, at).thenUnfit('recommendation-exists'));

  it('that is no Pass without the examination, which is asked for and decided as an exemption [5cu/assess/13.1]', () => {
    const absent: Sitting = {
      ...{ attempt: `C1@${term.code}`, kind: 'original', absent: true },
      ...{ on: '2024-12-10', recordedOn: '2024-12-10' },
    };
    const missed = (story: typeof enrolled3) => story.and({ type: 'SittingRecorded', data: { sitting: absent } });
    missed(enrolled3)
      .when(recommendResult, { ...asked, grade: 'Pass' }, at)
      .thenRefusedBy('3cu/assess/13.1');
    missed(enrolled5)
      .when(recommendResult, { ...asked, grade: 'Pass' }, at)
      .thenRefusedBy('5cu/ug/9.2', '5cu/assess/13.1');
    enrolled5.when(recommendResult, { ...asked, grade: 'Pass' }, at).thenRefusedBy('5cu/ug/9.2');
  });
});

describe('the School approves a result', () => {
  const asked = { ...about, recommendation: 'R1', school: 'S&T' };
  const at = { on: '2025-01-09', actor: school };
  const waiting = enrolled3.and(recommended('B+'));
  const word = { authority: 'school', reason: 'minutes of 8 January' };

  it('and the Registry enters its word, which it has to have [3cu/assess/17.2.1]', () => {
    for (const role of ['registrar', 'registry']) {
      const entering = { on: '2025-01-09', actor: { role, id: 'G1' } };
      waiting.when(approveResult, asked, entering).thenUnfit('school-word-needed');
      waiting
        .when(approveResult, { ...asked, approvals: [{ ...word, authority: 'award-panel' }] }, entering)
        .thenUnfit('school-word-needed');
      waiting
        .when(approveResult, { ...asked, approvals: [word] }, entering)
        .thenEvents({ type: 'ResultApproved', data: { word: word.reason } }, { type: 'GradeRecorded', data: {} });
    }
  });

  it('that is the grade on record from then on, with the recommendation', () =>
    waiting
      .when(approveResult, asked, at)
      .thenEvents(
        { type: 'ResultApproved', data: { recommendation: 'R1', grade: 'B+', school: 'S&T', by: school } },
        { type: 'GradeRecorded', data: { grade: 'B+', gradedTerm: term.code, recommendation: 'R1', on: '2025-01-09' } },
      ));

  it('only if it has a say: that of the course in three credits, that of the programme in five', () => {
    const elsewhere = aCourse('C1', { school: 'ED' });
    const other = given(admitted('3cu', 'distance-learning'), enrolledIn(elsewhere), recommended('B+'));
    other.when(approveResult, asked, at).thenRefusedBy('3cu/assess/17.2.1');
    other.when(approveResult, { ...asked, school: 'ED' }, at).thenLastEvent('GradeRecorded', { grade: 'B+' });
    const five = given(admitted('5cu', 'full-time'), enrolledIn(elsewhere), recommended('B+'));
    five.when(approveResult, { ...asked, school: 'ED' }, at).thenRefusedBy('5cu/assess/18.2.1');
    five.when(approveResult, asked, at).thenLastEvent('GradeRecorded', { grade: 'B+' });
  });

  it('otherwise than recommended with a reason', () => {
    waiting.when(approveResult, { ...asked, grade: 'B' }, at).thenUnfit('reason-needed');
    waiting
      .when(approveResult, { ...asked, grade: 'B', reason: 'in line with the cohort' }, at)
      .thenEvents(
        { type: 'ResultApproved', data: { grade: 'B', differs: 'in line with the cohort' } },
        { type: 'GradeRecorded', data: { grade: 'B' } },
      );
  });

  it('in the person of somebody else than who recommended it', () => {
    waiting.when(approveResult, asked, { ...at, actor: panel }).thenUnfit('same-person');
    waiting.when(approveResult, asked, { ...at, actor: { role: 'dean', id: 'P1' } }).thenUnfit('same-person');
    waiting.when(approveResult, asked, { ...at, actor: { role: 'dean', id: 'P2' } }).thenLastEvent('GradeRecorded', {});
  });

  it('by name, as it was recommended by name', () => {
    waiting.when(approveResult, asked, { ...at, actor: { role: 'school' } }).thenUnfit('person-needed');
    enrolled3
      .when(recommendResult, { ...about, id: 'R1', grade: 'B' }, { on, facts, actor: { role: 'award-panel' } })
      .thenUnfit('person-needed');
  });

  it('once, and the last one that was recommended', () => {
    waiting.when(approveResult, { ...asked, recommendation: 'R9' }, at).thenUnfit('unknown-recommendation');
    waiting.and(recommended('B', 'R2')).when(approveResult, asked, at).thenUnfit('recommendation-superseded');
    waiting.and(approved('B+'), graded('C1', 'B+')).when(approveResult, asked, at).thenUnfit('result-approved');
  });

  it('with a resit that was sat and the Senate for a pass after it [5cu/assess/15.2(d)]', () => {
    const resat = enrolled5.and(graded('C1', 'Fail-Resit'), recommended('C'));
    const senate = { approvals: [word, { authority: 'senate', reason: 'meeting of 8 January' }] };
    const of = { on: '2025-06-01', actor: registrar };
    const sitting: Sitting = {
      ...{ attempt: `C1@${term.code}`, kind: 'resit', mark: 52 },
      ...{ on: '2025-04-28', recordedOn: '2025-04-28' },
    };
    resat.when(approveResult, { ...asked, ...senate }, of).thenRefusedBy('5cu/assess/15.2(d)');
    const sat = resat.and({ type: 'SittingRecorded', data: { sitting } });
    sat.when(approveResult, { ...asked, approvals: [word] }, of).thenRefusedBy('5cu/assess/15.2(d)');
    sat
      .when(approveResult, { ...asked, ...senate }, of)
      .thenEvents(
        { type: 'ResultApproved', data: { grade: 'C', senate: 'meeting of 8 January' } },
        { type: 'GradeRecorded', data: { grade: 'C' } },
      );
    const failed = enrolled5.and(graded('C1', 'Fail-Resit'), recommended('Fail'));
    failed.when(approveResult, { ...asked, approvals: [word] }, of).thenLastEvent('GradeRecorded', { grade: 'Fail' });
  });
});

describe('a grade that somebody else enters', () => {
  const asked = { ...about, grade: 'A' };
  const at = (actor: Actor) => ({ on: '2025-01-09', facts, actor });
  const waiting = enrolled3.and(recommended('B+'));

  it('is none while a recommendation waits for the School [3cu/assess/17.2.1]', () => {
    waiting.when(recordGrade, asked, at(registrar)).thenUnfit('recommendation-waiting');
    waiting.when(recordGrade, asked, at(school)).thenUnfit('recommendation-waiting');
    const again = waiting.and(approved('Fail-Resit'), graded('C1', 'Incomplete'), recommended('B', 'R2'));
    again.when(recordGrade, asked, at(school)).thenUnfit('recommendation-waiting');
  });

  it('is one once the School has said something, and of another attempt', () => {
    const incomplete = waiting.and(approved('Incomplete'), graded('C1', 'Incomplete'));
    incomplete.when(recordGrade, asked, at(school)).thenEvent('GradeRecorded', { grade: 'A' });
    enrolled3
      .and(recommended('B+', 'R1', { course: 'C2' }))
      .when(recordGrade, asked, at(school))
      .thenEvent('GradeRecorded', { grade: 'A' });
  });

  it('is taken over by the migration', () =>
    waiting.when(recordGrade, asked, at({ role: 'migration' })).thenEvent('GradeRecorded', { grade: 'A' }));

  it('is not for the award panel to record', () => expect(recordGrade.by).not.toContain('award-panel'));
});

describe('a grade is amended by two people', () => {
  const listed = { preview: 7, decisions: [] };
  const asked = { ...about, id: 'A1', grade: 'A', reason: 'added up wrongly', evidence: ['script'] };
  const done = enrolled3.and(graded('C1', 'B'));
  const open = done.and(proposed());

  it('one proposes it, and nothing is changed', () => {
    done
      .when(proposeGradeAmendment, asked, { on, actor: school })
      .thenEvent('GradeAmendmentProposed', { from: 'B', grade: 'A', by: school, evidence: ['script'] });
    const record = foldRecord([admitted('3cu', 'distance-learning'), enrolledIn('C1'), graded('C1', 'B'), proposed()]);
    expect(record.attempts[0]?.grade).toBe('B');
  });

  it('another confirms it, and the grade is put right', () =>
    open
      .when(
        confirmGradeAmendment,
        { student: 'S1', amendment: 'A1', preview: 7 },
        { facts: listed, on: '2025-02-01', actor: registrar },
      )
      .thenEvent('GradeCorrected', {
        from: 'B',
        grade: 'A',
        gradedTerm: term.code,
        reason: 'added up wrongly',
        amendment: 'A1',
        by: registrar,
      }));

  it('and has seen the list of what it changes as it is now', () =>
    open
      .when(
        confirmGradeAmendment,
        { student: 'S1', amendment: 'A1', preview: 6 },
        { facts: listed, on: '2025-02-01', actor: registrar },
      )
      .thenUnfit('preview-changed'));

  it('who proposed it cannot', () => {
    const confirm = (actor: Actor) =>
      open.when(
        confirmGradeAmendment,
        { student: 'S1', amendment: 'A1', preview: 7 },
        { facts: listed, on: '2025-02-01', actor },
      );
    confirm(school).thenUnfit('same-person');
    confirm({ role: 'registrar', id: 'D1' }).thenUnfit('same-person');
  });

  it('takes two names, so nobody goes unnamed [3cu/assess/17.2.1]', () => {
    const nobody = { on: '2025-02-01', facts: listed, actor: { role: 'school' } };
    done.when(proposeGradeAmendment, asked, nobody).thenUnfit('person-needed');
    open.when(confirmGradeAmendment, { student: 'S1', amendment: 'A1', preview: 7 }, nobody).thenUnfit('person-needed');
  });

  it('takes the Senate for a pass in place of a granted resit, with the proposal or the confirmation [5cu/assess/15.2(d)]', () => {
    const granted = enrolled5.and(graded('C1', 'Fail-Resit'));
    const senate = { approvals: [{ authority: 'senate', reason: 'Minute 9' }] };
    const to = { ...asked, grade: 'C' };
    granted.when(proposeGradeAmendment, to, { on, actor: school }).thenEvent('GradeAmendmentProposed', { grade: 'C' });
    granted
      .when(proposeGradeAmendment, { ...to, ...senate }, { on, actor: school })
      .thenEvent('GradeAmendmentProposed', { grade: 'C', ...senate });
    const of = (proposal: RecordEvent) => (fields: object) =>
      granted
        .and(proposal)
        .when(
          confirmGradeAmendment,
          { student: 'S1', amendment: 'A1', preview: 7, ...fields },
          { facts: listed, on: '2025-02-01', actor: registrar },
        );
    const proposal = proposed('A1', 'Fail-Resit', 'C');
    of(proposal)({}).thenRefused('amendment-refused', '5cu/assess/15.2(d)');
    of(proposal)({ approvals: [{ authority: 'award-panel', reason: 'agreed' }] }).thenRefusedBy('5cu/assess/15.2(d)');
    of(proposal)(senate).thenEvent('GradeCorrected', { from: 'Fail-Resit', grade: 'C' });
    const decided = { ...proposal, data: { ...proposal.data, ...senate } } as RecordEvent;
    of(decided)({}).thenEvent('GradeCorrected', { from: 'Fail-Resit', grade: 'C' });
  });

  it('is confirmed or withdrawn once', () => {
    const withdraw = { student: 'S1', amendment: 'A1', reason: 'the script was of another' };
    open.when(withdrawGradeAmendment, { ...withdraw, amendment: 'A9' }, { on }).thenUnfit('unknown-amendment');
    open
      .when(withdrawGradeAmendment, withdraw, { on, actor: school })
      .thenLastEvent('GradeAmendmentWithdrawn', { id: 'A1', by: school });
    const closed = open.and({ type: 'GradeAmendmentWithdrawn', data: { id: 'A1', on, by: school, reason: 'x' } });
    closed.when(withdrawGradeAmendment, withdraw, { on }).thenUnfit('amendment-closed');
    closed
      .when(confirmGradeAmendment, { student: 'S1', amendment: 'A1', preview: 7 }, { on, actor: registrar })
      .thenUnfit('amendment-closed');
    const confirmed = open.and({
      type: 'GradeCorrected',
      data: {
        ...{ course: 'C1', term: term.code, on, grade: 'A', gradedTerm: term.code, from: 'B', reason: 'x' },
        ...{ amendment: 'A1', by: registrar },
      },
    });
    confirmed
      .when(confirmGradeAmendment, { student: 'S1', amendment: 'A1', preview: 7 }, { on, actor: registrar })
      .thenUnfit('amendment-closed');
  });

  it('is overtaken by a correction in between', () =>
    open
      .and({
        type: 'GradeCorrected',
        data: { course: 'C1', term: term.code, on, grade: 'C', gradedTerm: term.code, from: 'B', reason: 'x' },
      })
      .when(
        confirmGradeAmendment,
        { student: 'S1', amendment: 'A1', preview: 7 },
        { on, facts: listed, actor: registrar },
      )
      .thenUnfit('amendment-overtaken'));

  it('is one at a time, of a grade that stands, to another grade of the scale', () => {
    enrolled3.when(proposeGradeAmendment, asked, { on, actor: school }).thenUnfit('nothing-to-correct');
    open.when(proposeGradeAmendment, asked, { on, actor: school }).thenUnfit('amendment-exists');
    open.when(proposeGradeAmendment, { ...asked, id: 'A2' }, { on, actor: school }).thenUnfit('amendment-open');
    done
      .when(proposeGradeAmendment, { ...asked, grade: 'B' }, { on, actor: school })
      .thenRefusedBy('3cu/assess/17.2.1');
    done.when(proposeGradeAmendment, { ...asked, grade: 'I' }, { on, actor: school }).thenRefusedBy('3cu/dl/9.2');
  });
});

describe('the pass levels of the earlier scale', () => {
  const asked = { ...about, grade: 'Pass Two' };

  it('are taken over by the migration, and recorded by nobody else [5cu/bach/12.4]', () => {
    enrolled5
      .when(recordGrade, asked, { on, facts, actor: { role: 'migration' } })
      .thenEvent('GradeRecorded', { grade: 'Pass Two' });
    enrolled5.when(recordGrade, asked, { on, facts, actor: registrar }).thenRefusedBy('5cu/ug/9.2');
    enrolled3.when(recordGrade, asked, { on, facts, actor: { role: 'migration' } }).thenRefusedBy('3cu/dl/9.2');
  });
});

describe('courses without credits', () => {
  const lab = aCourse('C1', { credits: 0 });
  it.each([
    ['3cu', 'full-time', 'Complete'],
    ['5cu', 'full-time', 'L'],
  ] as const)('of %s end with %s %s, and others do not', (regime, mode, grade) => {
    const of = { on, facts, actor: registrar };
    given(admitted(regime, mode), enrolledIn(lab))
      .when(recordGrade, { ...about, grade }, of)
      .thenEvent('GradeRecorded', { grade });
    given(admitted(regime, mode), enrolledIn('C1'))
      .when(recordGrade, { ...about, grade }, of)
      .thenRefusedBy(regime === '3cu' ? '3cu/ug/9.3' : '5cu/ug/9.2');
  });

  it('an incomplete course waits for its result', () =>
    enrolled3
      .and(graded('C1', 'Incomplete'))
      .when(recordGrade, { ...about, grade: 'B' }, { on: '2025-03-01', facts })
      .thenEvent('GradeRecorded', { grade: 'B' }));
});
