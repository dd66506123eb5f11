import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import { HOLD_KINDS } from '#regulations';
import { foldRecord, type RecordEvent } from '#student-record';
import { aCourse, aProgramme } from '../../regulations/testing/index.ts';
import { enrol } from '../enrolment/enrol.ts';
import { governed } from '../record-use-case.ts';
import { admitted, given, heldBy, items, term } from '../testing/story.ts';
import { HOLD_POWERS, mayUse } from './hold-powers.ts';
import { placeHold } from './place-hold.ts';
import { releaseHold } from './release-hold.ts';

const student = given(admitted('3cu', 'full-time'));
const asked = {
  student: 'S1',
  hold: 'H1',
  kind: 'discipline',
  authority: 'registrar',
  reason: 'a case is open',
  clause: '3cu/ug/14.2',
};
const release = { student: 'S1', hold: 'H1', authority: 'registrar', reason: 'the case is closed' };
const course = { student: 'S1', course: 'COMP2010', term: term.code };
const facts = { course: aCourse('COMP2010'), term, items };

describe('a hold', () => {
  it('stands from its day, with who ordered it and why', () =>
    student.when(placeHold, asked, { on: '2024-08-10' }).thenEvent('HoldPlaced', {
      hold: {
        id: 'H1',
        kind: 'discipline',
        authority: 'registrar',
        reason: 'a case is open',
        clause: '3cu/ug/14.2',
        placedOn: '2024-08-10',
      },
    }));

  it('is refused on a clause on which its kind does not rest', () =>
    student.when(placeHold, { ...asked, clause: '3cu/ug/3.5' }, { on: '2024-08-10' }).thenRefusedBy('3cu/ug/3.5'));

  it('is placed and released by whom the table names', () => {
    const registry = { on: '2024-08-10', actor: { role: 'registry' } };
    student.when(placeHold, asked, registry).thenUnfit('not-its-power');
    student
      .when(placeHold, { ...asked, kind: 'documents', authority: 'registry', clause: '3cu/ug/13.5' }, registry)
      .thenEvent('HoldPlaced', {});
    const held = student.and(heldBy('discipline', '3cu/ug/14.2'));
    held.when(releaseHold, release, registry).thenUnfit('not-its-power');
    held.when(releaseHold, { ...release, authority: 'dean' }, { on: '2024-08-10' }).thenUnfit('not-its-power');
  });

  it('has authorities for every kind, and none of them is a student', () => {
    for (const kind of HOLD_KINDS)
      for (const powers of Object.values(HOLD_POWERS[kind])) {
        expect(Object.keys(powers).length).toBeGreaterThan(0);
        for (const authority of Object.keys(powers)) expect(mayUse(powers, authority, 'student')).toBe(false);
      }
  });

  it('has a name of its own, and can be released once', () => {
    const held = student.and(heldBy('discipline', '3cu/ug/14.2'));
    held.when(placeHold, asked, { on: '2024-08-11' }).thenUnfit('hold-known');
    held
      .when(releaseHold, release, { on: '2024-08-12' })
      .thenEvents({ type: 'HoldReleased', data: { hold: 'H1', on: '2024-08-12', authority: 'registrar' } });
    const released = held.and({
      type: 'HoldReleased',
      data: { hold: 'H1', on: '2024-08-12', authority: 'registrar', reason: 'closed' },
    });
    released.when(releaseHold, release, { on: '2024-08-13' }).thenUnfit('unknown-hold');
    given().when(releaseHold, release, { on: '2024-08-13' }).thenUnfit('unknown-student');
  });

  it.each([
    ['5cu', 'distance-learning', '5cu/dl/11.2'],
    ['5cu', 'full-time', '5cu/ug/14.2'],
    ['3cu', 'distance-learning', '3cu/dl/12.2'],
    ['3cu', 'full-time', '3cu/ug/14.2'],
  ] as const)('of discipline keeps a student from enrolment until it is released, %s %s', (regime, mode, clause) => {
    const held = given(admitted(regime, mode), heldBy('discipline', clause));
    held.when(enrol, course, { facts, on: '2024-08-20' }).thenRefusedBy(clause);
    held
      .and({ type: 'HoldReleased', data: { hold: 'H1', on: '2024-08-20', authority: 'registrar', reason: 'closed' } })
      .when(enrol, course, { facts, on: '2024-08-20' })
      .thenEvent('CourseEnrolled', {});
  });

  describe.each([
    ['5cu', 'debt', '5cu/tpg/3.5', 'enrolment'],
    ['5cu', 'discipline', '5cu/tpg/12.2', 'enrolment'],
    ['5cu', 'documents', '5cu/tpg/11.5', 'documents'],
    ['3cu', 'debt', '3cu/tpg/3.5', 'enrolment'],
    ['3cu', 'discipline', '3cu/tpg/13.2', 'enrolment'],
    ['3cu', 'documents', '3cu/tpg/12.5', 'documents'],
    ['3cu', 'probation-advice', '3cu/tpg/10.4', 'enrolment'],
  ] as const)('on a taught postgraduate of %s: %s', (regime, kind, clause, act) => {
    const masters = aProgramme(regime, 'part-time', { award: 'masters', credits: 60 });
    const registration = { programme: masters, entryTerm: term, admittedOn: '2024-08-01' };
    const postgraduate: RecordEvent = { type: 'StudentAdmitted', data: { student: 'S1', registration } };
    const placing = { ...asked, kind, clause };
    const at = { on: '2024-08-10' };

    it('rests on the clause of that chapter, and on no other', () => {
      given(postgraduate).when(placeHold, placing, at).thenEvent('HoldPlaced', { hold: { kind, clause } });
      const elsewhere = clause.replace('tpg', 'ug');
      given(postgraduate)
        .when(placeHold, { ...placing, clause: elsewhere }, at)
        .thenRefused('hold-refused', elsewhere);
    });

    it(`keeps the student from ${act}`, () => {
      const record = foldRecord([postgraduate, heldBy(kind, clause)]);
      const { pack, study } = governed(record, record.registrations[0]!);
      const cleared = pack.clearance(study, { act, approvals: [], today: '2024-08-20' });
      expect(refusingClauses(cleared)).toEqual([clause]);
    });
  });
});
