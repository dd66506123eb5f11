import { describe, expect, it } from '@jest/globals';
import { type Command, commandOf } from '#commands';
import { type Decision, refusingClauses } from '#kernel';
import type { ProgrammeFacts } from '#regulations';
import { evolveParticulars, type Particulars, type ParticularsEvent } from '#student-record';
import { aProgramme } from '../../regulations/testing/index.ts';
import { changeParticulars } from './change-particulars.ts';
import { registerName } from './register-name.ts';

const card = (english: string, chinese?: string) => ({
  kind: 'hong-kong-identity-card',
  name: chinese ? { english, chinese } : { english },
});
const base: Particulars = {
  student: 'S1',
  name: { english: 'Chan Tai Man' },
  document: 'hong-kong-identity-card',
  nonLocal: false,
  contact: { address: 'Ho Man Tin', telephone: '1' },
  since: '2024-08-01',
};

function deciding(
  useCase: typeof registerName | typeof changeParticulars,
  fields: object,
  of: { state?: Particulars; programmes?: readonly ProgrammeFacts[]; role?: string } = {},
): Decision {
  const { state, programmes = [aProgramme('3cu', 'full-time')], role = 'registry' } = of;
  const command = commandOf<Command>(useCase.command as never, { student: 'S1', ...fields });
  return useCase.decide(state, command as never, {
    facts: { programmesOn: () => programmes },
    today: '2024-10-02',
    actor: { role },
  });
}
const refusedBy = (decision: Decision) => (decision.ruling ? refusingClauses(decision.ruling) : []);

describe.each([
  ['5cu', 'distance-learning', '5cu/dl/3.2', '5cu/dl/3.3'],
  ['5cu', 'full-time', '5cu/ug/3.2', '5cu/ug/3.7'],
  ['3cu', 'distance-learning', '3cu/dl/3.2', '3cu/dl/3.3'],
  ['3cu', 'full-time', '3cu/ug/3.2', '3cu/ug/3.7'],
  ['5cu', 'part-time', '5cu/tpg/3.2', '5cu/tpg/3.7'],
  ['3cu', 'part-time', '3cu/tpg/3.2', '3cu/tpg/3.7'],
] as const)('particulars, %s %s', (regime, mode, nameClause, changeClause) => {
  const programmes = [aProgramme(regime, mode, mode === 'part-time' ? { award: 'masters' } : {})];

  it.each([
    ['Chan Tai Man', 'CHAN, Tai  Man', true],
    ['Chan Tai Man', 'CHAN Tai Ming', false],
    ['ＣＨＡＮ Tai Man', 'Chan Tai Man', true],
  ])('the name %s is the same as %s: %s', (name, onCard, same) =>
    expect(
      refusedBy(deciding(registerName, { name: { english: name }, document: card(onCard) }, { programmes })),
    ).toEqual(same ? [] : [nameClause]),
  );

  it('the Chinese name is the one on the document, where it has one', () => {
    const chinese = (name: string | undefined, onCard: string | undefined) =>
      refusedBy(
        deciding(
          registerName,
          { name: { english: 'Chan', ...(name ? { chinese: name } : {}) }, document: card('Chan', onCard) },
          { programmes },
        ),
      );
    expect(chinese('陳大文', '陳大文')).toEqual([]);
    expect(chinese('陳大明', '陳大文')).toEqual([nameClause]);
    expect(chinese(undefined, '陳大文')).toEqual([nameClause]);
    expect(chinese('陳大文', undefined)).toEqual([nameClause]);
  });

  it('the passport is for those who are not local', () => {
    const fields = { name: { english: 'Li' }, document: { kind: 'passport', name: { english: 'Li' } } };
    expect(refusedBy(deciding(registerName, fields, { programmes }))).toEqual([nameClause]);
    expect(deciding(registerName, { ...fields, nonLocal: true }, { programmes })).toMatchObject({
      outcome: 'accepted',
      events: [{ type: 'NameRegistered', data: { document: 'passport', nonLocal: true, clause: nameClause } }],
    });
  });

  it('a change comes by the portal in person, and in writing through the Registry', () => {
    const by = (role: string, channel: string) =>
      refusedBy(deciding(changeParticulars, { channel, telephone: '2' }, { state: base, programmes, role }));
    expect(by('student', 'student-portal')).toEqual([]);
    expect(by('registry', 'in-writing')).toEqual([]);
    expect(by('student', 'in-writing')).toEqual([changeClause]);
    expect(by('registry', 'student-portal')).toEqual([changeClause]);
  });

  it('no ruling has any of them', () => {
    const decision = deciding(
      changeParticulars,
      { channel: 'in-writing', address: 'Secret Road', name: { english: 'Zhu' }, document: card('Wu') },
      { state: base, programmes },
    );
    expect(JSON.stringify(decision.ruling)).not.toMatch(/Secret|Zhu|Wu|Chan/);
    expect(refusedBy(decision)).toEqual([nameClause]);
  });
});

describe('particulars', () => {
  it('of somebody on no programme, or without a name, are not taken up', () => {
    const fields = { name: { english: 'Li' }, document: card('Li') };
    expect(deciding(registerName, fields, { programmes: [] })).toMatchObject({ code: 'not-a-student' });
    expect(deciding(registerName, fields, { state: base })).toMatchObject({ code: 'name-registered' });
    const change = { channel: 'in-writing', telephone: '2' };
    expect(deciding(changeParticulars, change)).toMatchObject({ code: 'no-particulars' });
    expect(deciding(changeParticulars, { channel: 'in-writing' }, { state: base })).toMatchObject({
      code: 'nothing-changes',
    });
    expect(deciding(changeParticulars, { ...change, name: { english: 'Li' } }, { state: base })).toMatchObject({
      code: 'document-needed',
    });
  });

  it('keep what a change does not tell of', () => {
    const changed: ParticularsEvent = {
      type: 'ParticularsChanged',
      data: { contact: { telephone: '2' }, channel: 'in-writing', on: '2024-10-02', clause: '3cu/ug/3.7' },
    };
    expect(evolveParticulars(base, changed)).toEqual({
      ...base,
      contact: { address: 'Ho Man Tin', telephone: '2' },
      since: '2024-10-02',
    });
    expect(evolveParticulars(undefined, changed)).toBeUndefined();
  });
});
