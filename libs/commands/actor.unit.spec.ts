import { describe, expect, it } from '@jest/globals';
import {
  APPROVAL_AUTHORITIES,
  mayBeOverridden,
  mayOverride,
  mayRecordApproval,
  OVERRIDE_POWERS,
  parseActor,
  ROLES,
} from './actor.ts';

describe('who acts', () => {
  it.each([
    ['registrar', { role: 'registrar' }],
    ['tutor T1', { role: 'tutor', id: 'T1' }],
    ['student S1', { role: 'student', id: 'S1' }],
    ['student', undefined],
    ['king', undefined],
    ['registrar; student S1', undefined],
    ['', undefined],
  ])('%j is %j', (value, actor) => expect(parseActor(value)).toEqual(actor));
});

describe('setting a rule aside', () => {
  it.each([
    ['senate', ['registrar']],
    ['migration', ['migration']],
    ['dean', []],
    ['constructor', []],
  ])('on the authority of %s is for %j', (authority, roles) =>
    expect(ROLES.filter((role) => mayOverride(role, authority))).toEqual(roles),
  );

  it('is not for those rules that know no exceptions', () => {
    const [never = ''] = OVERRIDE_POWERS.senate?.except ?? [];
    expect(mayBeOverridden('senate', ['3cu/dl/6.1'])).toBe(true);
    expect(mayBeOverridden('senate', ['3cu/dl/6.1', never])).toBe(false);
    expect(mayBeOverridden('migration', ['3cu/dl/6.1', never])).toBe(true);
  });
});

describe('writing down an approval', () => {
  const authorities = Object.keys(APPROVAL_AUTHORITIES);

  it.each(authorities)('neither a student nor an operator says that %s approved', (authority) => {
    expect(mayRecordApproval('student', authority)).toBe(false);
    expect(mayRecordApproval('operator', authority)).toBe(false);
  });

  it.each([
    ['tutor', 'tutor', true],
    ['tutor', 'internal-examiner', false],
    ['tutor', 'dean', false],
    ['course-coordinator', 'tutor', true],
    ['school', 'dean', false],
    ['dean', 'school', true],
    ['dean', 'registrar', false],
    ['registry', 'dean', true],
    ['registry', 'registrar', false],
    ['registry', 'university', false],
    ['registrar', 'university', true],
    ['registrar', 'king', false],
  ])('%s for %s: %s', (role, authority, may) => expect(mayRecordApproval(role, authority)).toBe(may));

  it('has somebody for each authority, and knows each of the roles', () => {
    for (const authority of authorities) expect(ROLES.some((role) => mayRecordApproval(role, authority))).toBe(true);
  });

  it('of the committees on research and of the supervisor are given by themselves, or entered by the Registry', () => {
    const authorities = ['research-degrees-committee', 'school-research-degrees-committee', 'principal-supervisor'];
    for (const authority of authorities) {
      const given = ROLES.filter((role) => mayRecordApproval(role, authority));
      expect([...given].sort()).toEqual(['migration', 'registrar', 'registry', authority].sort());
    }
  });
});
