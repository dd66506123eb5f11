import { describe, expect, it } from '@jest/globals';
import { refusingClauses, text } from '#kernel';
import type { Credential, EntryCondition, EntryRoute, ProgrammeEntry } from '../facts.ts';
import { fiveCredit } from '../five-credit/index.ts';
import { anAttempt, aProgramme, aStudy, autumn, figuresOf, saysWhy } from '../testing/index.ts';
import { threeCredit } from '../three-credit/index.ts';

const packs = { '5cu': fiveCredit, '3cu': threeCredit } as const;
const MODES = { dl: 'distance-learning', ug: 'full-time' } as const;
const regimes = ['5cu', '3cu'] as const;
const condition = (id: string, kind: EntryCondition['kind'], group?: string): EntryCondition => ({
  id,
  kind,
  title: text(id, '條件'),
  ...(group ? { group } : {}),
});
const route = (of: Partial<EntryRoute> = {}): EntryRoute => ({
  code: 'R2',
  kind: 'pathway',
  title: text('Second route', '途徑二'),
  credits: 80,
  years: 3,
  conditions: [condition('HD', 'qualification')],
  exempts: [],
  ...of,
});
const entering = (of: Partial<ProgrammeEntry>): ProgrammeEntry => ({
  open: false,
  outsideHongKong: false,
  conditions: [],
  routes: [],
  ...of,
});
const showing = (id: string): Credential => ({ condition: id, by: 'evidence', words: `certificate of ${id}` });
const exemptedFrom = (id: string): Credential => ({ condition: id, by: 'exemption', words: 'equal elsewhere' });

/** The clauses that refuse somebody who brings this. */
function admitting(
  regime: '5cu' | '3cu',
  mode: keyof typeof MODES,
  entry: ProgrammeEntry,
  credentials: readonly Credential[],
  by?: EntryRoute,
) {
  const programme = aProgramme(regime, MODES[mode], { entry });
  const asked = { route: by, credentials };
  return packs[regime].admission({ programme, term: autumn, current: [], today: '2024-07-01', entry: asked });
}

describe.each(regimes)('conditions of entry, %s', (regime) => {
  const kinds = {
    '5cu': {
      'professional-qualification': '5cu/dl/2.4',
      qualification: '5cu/dl/2.4',
      experience: '5cu/dl/2.4',
      language: '5cu/dl/2.4',
      other: '5cu/dl/2.4',
      'outside-hong-kong': '5cu/dl/2.3',
    },
    '3cu': {
      'professional-qualification': '3cu/dl/2.4(a)',
      qualification: '3cu/dl/2.4(b)',
      experience: '3cu/dl/2.4(c)',
      language: '3cu/dl/2.4(d)',
      other: '3cu/dl/2.4',
      'outside-hong-kong': '3cu/dl/2.3',
    },
  } as const;

  it.each(Object.entries(kinds[regime]))('of the kind %s are asked in distance learning', (kind, clause) => {
    const entry = entering({ conditions: [condition('C', kind as EntryCondition['kind'])] });
    const without = admitting(regime, 'dl', entry, []);
    expect(refusingClauses(without)).toEqual([clause]);
    expect(saysWhy(without)).toBe(true);
    expect(without.remedies).toHaveLength(1);
    expect(figuresOf(admitting(regime, 'dl', entry, [showing('C')]), clause)).toMatchObject({
      condition: 'C',
      kind,
      shownBy: 'certificate of C',
    });
    expect(admitting(regime, 'dl', entry, [showing('C')]).outcome).toBe('allowed');
  });

  it('are asked full-time, an interview among them', () => {
    const entry = entering({ conditions: [condition('G', 'general'), condition('I', 'interview')] });
    expect(refusingClauses(admitting(regime, 'ug', entry, []))).toEqual([`${regime}/ug/2.1`, `${regime}/ug/2.2`]);
    expect(refusingClauses(admitting(regime, 'ug', entry, [showing('G')]))).toEqual([`${regime}/ug/2.2`]);
    expect(admitting(regime, 'ug', entry, [showing('G'), showing('I')]).outcome).toBe('allowed');
  });

  it('may be exempted from full-time, not in distance learning', () => {
    const entry = entering({ conditions: [condition('Q', 'qualification')] });
    const exempted = admitting(regime, 'ug', entry, [exemptedFrom('Q')]);
    expect(exempted.outcome).toBe('allowed');
    expect(figuresOf(exempted, `${regime}/ug/2.1`)).toMatchObject({ approvedBy: 'university' });
    expect(admitting(regime, 'dl', entry, [exemptedFrom('Q')]).outcome).toBe('refused');
  });

  it('are alternatives within a group, and asked together otherwise', () => {
    const conditions = [
      condition('DEGREE', 'qualification', 'G'),
      condition('YEARS', 'experience', 'G'),
      condition('IELTS', 'language'),
    ];
    const entry = entering({ conditions });
    const bringing = (...ids: string[]) => refusingClauses(admitting(regime, 'dl', entry, ids.map(showing))).length;
    expect(bringing('DEGREE', 'IELTS')).toBe(0);
    expect(bringing('YEARS', 'IELTS')).toBe(0);
    expect(bringing('YEARS')).toBe(1);
    expect(refusingClauses(admitting(regime, 'dl', entry, [showing('IELTS')]))).toEqual([
      kinds[regime].qualification,
      kinds[regime].experience,
    ]);
  });

  it('of a route stand in the place of those of the programme', () => {
    const entry = entering({ conditions: [condition('G', 'general')], routes: [route()] });
    expect(admitting(regime, 'dl', entry, [showing('HD')], route()).outcome).toBe('allowed');
    const without = admitting(regime, 'dl', entry, [showing('G')], route());
    expect(refusingClauses(without)).toEqual([kinds[regime].qualification]);
  });

  it('are none under open admission', () => {
    const open = entering({ open: true });
    expect(figuresOf(admitting(regime, 'dl', open, []), `${regime}/dl/2.2`)).toEqual({ conditions: 0 });
  });
});

describe.each(regimes)('a programme described with its entry, %s', (regime) => {
  const pack = packs[regime];
  const described = (mode: keyof typeof MODES, entry: ProgrammeEntry, award: 'honours' | 'ordinary' = 'honours') =>
    refusingClauses(pack.programme(aProgramme(regime, MODES[mode], { entry, award }), '2024-07-01'));

  it('under open admission asks for nothing, but what is asked outside Hong Kong', () => {
    expect(described('dl', entering({ open: true }))).toEqual([]);
    expect(described('dl', entering({ open: true, conditions: [condition('Q', 'qualification')] }))).toEqual([
      `${regime}/dl/2.2`,
    ]);
    const abroad = { open: true, conditions: [condition('X', 'outside-hong-kong')] };
    expect(described('dl', entering({ ...abroad, outsideHongKong: true }))).toEqual([]);
    expect(described('dl', entering(abroad))).toEqual([`${regime}/dl/2.3`]);
  });

  it('is not under open admission full-time', () =>
    expect(described('ug', entering({ open: true }))).toEqual([`${regime}/ug/2.1`]));

  it('has pathways in distance learning, for no more credits than its own', () => {
    const whole = regime === '5cu' ? 160 : 120;
    expect(described('dl', entering({ routes: [route({ credits: whole })] }))).toEqual([]);
    expect(described('dl', entering({ routes: [route({ credits: whole + 1 })] }))).toEqual([`${regime}/dl/2.5`]);
    expect(described('ug', entering({ routes: [route()] }))).toEqual([
      regime === '5cu' ? '5cu/gloss/20' : '3cu/gloss/27',
    ]);
  });

  it.each([
    [2, true],
    [3, true],
    [4, false],
    [undefined, false],
  ])('is entered full-time in year %s: %s', (year, may) => {
    const clause = regime === '5cu' ? '5cu/gloss/26' : '3cu/gloss/34';
    const advanced = entering({ routes: [route({ kind: 'advanced', year })] });
    expect(described('ug', advanced)).toEqual(may ? [] : [clause]);
    expect(described('ug', advanced, 'ordinary')).toEqual([clause]);
    expect(described('dl', advanced)).toEqual([clause]);
  });
});

describe.each(regimes)('the award of who came by a route, %s', (regime) => {
  const pack = packs[regime];
  const programme = aProgramme(regime, 'distance-learning', {
    credits: 20,
    years: 2,
    entry: entering({ routes: [route({ credits: 20 })] }),
    requirements: { courses: ['C1'] },
  });
  const path = pack.entryPath(programme, {
    route: route({ credits: 20, exempts: ['C1'] }),
    credentials: [showing('HD')],
  });
  const study = aStudy(programme, { attempts: [anAttempt('X', { grade: 'A' })] });
  const ofRoute = { ...study, registration: { ...study.registration, entry: path } };
  const total = (of: typeof study) => pack.audit(of).requirements[0];

  it('takes the credits of the route', () => {
    expect(total(ofRoute)).toMatchObject({ clause: `${regime}/dl/2.5`, needed: '20', have: '3' });
    expect(total(study)).toMatchObject({ needed: regime === '5cu' ? '160' : '120' });
  });

  it('takes the courses of which it exempts as completed', () => {
    const courses = (of: typeof study) =>
      pack.audit(of).requirements.find(({ requirement }) => requirement.en.startsWith('Courses that'));
    expect(courses(ofRoute)).toMatchObject({ met: true, have: '1' });
    expect(courses(study)).toMatchObject({ met: false, have: '0' });
  });

  it('keeps what was brought, with the clause that asks for it', () => {
    expect(path?.met).toEqual([{ ...showing('HD'), clause: regime === '5cu' ? '5cu/dl/2.4' : '3cu/dl/2.4(b)' }]);
    expect(pack.entryPath(aProgramme(regime, 'full-time'), { credentials: [] })).toBeUndefined();
  });
});

describe('an ordinary degree of the five-credit structure', () => {
  const entry = entering({ conditions: [condition('Q', 'qualification')] });
  const programme = aProgramme('5cu', 'distance-learning', { award: 'ordinary', credits: 120, entry });
  const study = aStudy(programme);
  const check = (credentials: readonly Credential[]) => {
    const path = fiveCredit.entryPath(programme, { credentials });
    return fiveCredit
      .audit({ ...study, registration: { ...study.registration, entry: path } })
      .requirements.find(({ clause }) => clause === '5cu/bach/5.1(d)');
  };

  it('is for those who met every condition of entry', () => {
    expect(check([showing('Q')])).toMatchObject({ met: true, needed: '1', have: '1' });
    expect(check([])).toMatchObject({ met: false, have: '0' });
  });
});

describe.each(regimes)('the conditions of taught postgraduate study, %s', (regime) => {
  const entry = entering({ conditions: [condition('ENGLISH', 'language'), condition('I', 'interview')] });
  const programme = aProgramme(regime, 'part-time', { award: 'masters', credits: 60, entry });
  const admitted = (...credentials: Credential[]) =>
    packs[regime].admission({ programme, term: autumn, current: [], today: '2024-07-01', entry: { credentials } });

  it('are asked unless the University exempts', () => {
    expect(refusingClauses(admitted())).toEqual([`${regime}/tpg/2.1`, `${regime}/tpg/2.2`]);
    expect(admitted(exemptedFrom('ENGLISH'), showing('I')).outcome).toBe('allowed');
  });

  it('may be those of a pathway', () => {
    const pathway = { ...programme, entry: entering({ routes: [route({ credits: 40 })] }) };
    expect(packs[regime].programme(pathway, '2024-07-01').outcome).toBe('allowed');
  });
});
