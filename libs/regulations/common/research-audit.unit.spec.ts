import { describe, expect, it } from '@jest/globals';
import type { Attempt, ResearchFile, Study } from '../facts.ts';
import { fiveCreditResearchAudit } from '../five-credit/research.ts';
import { aCourse, anAttempt } from '../testing/index.ts';
import { aResearchProgramme, aResearchStudy, aThesis } from '../testing/research.ts';
import { threeCreditResearchAudit } from '../three-credit/research.ts';

const passed: Partial<ResearchFile> = {
  thesis: aThesis('2025-01-10', {
    submissions: [{ on: '2027-01-10', language: 'en', property: 'university' }],
    examinations: [{ oralOn: '2027-03-01', outcome: 'pass', recordedOn: '2027-03-02' }],
  }),
};

describe.each([
  ['5cu', fiveCreditResearchAudit, 40, 'postgraduate'],
  ['3cu', threeCreditResearchAudit, 24, 8000],
] as const)('a research degree under %s', (regime, audit, credits, level) => {
  const of = (
    award: 'phd' | 'mphil' | 'professional-doctorate',
    file: Partial<ResearchFile>,
    attempts: Attempt[] = [],
  ) => aResearchStudy(aResearchProgramme(regime, award), file, { attempts });
  const wanting = (study: Study) =>
    audit(study)
      .requirements.filter(({ met }) => !met)
      .map(({ clause }) => clause);
  const took = (credit: number, grade: string) =>
    anAttempt(aCourse(`C${credit}`, { credits: credit, level }), { programme: 'RES', grade, gradedOn: '2025-06-01' });

  it('takes a thesis that has satisfied the examiners', () => {
    expect(audit(of('phd', passed))).toMatchObject({ met: true, award: 'phd', ruling: { outcome: 'allowed' } });
    expect(wanting(of('mphil', {}))).toEqual([`${regime}/pgdeg/8.1`]);
    const open = { ...passed.thesis!, examinations: [] };
    expect(wanting(of('phd', { thesis: open }))).toEqual([`${regime}/pgdeg/8.1`]);
  });

  it('takes the conditions that were imposed', () =>
    expect(
      wanting(
        of('phd', { ...passed, conditions: [{ id: 'T1', kind: 'test', when: 'during', imposedOn: '2024-06-01' }] }),
      ),
    ).toEqual([`${regime}/rpg/4.1`]));

  it('takes the courses that the programme prescribes', () => {
    const study = of('phd', passed);
    const programme = { ...study.registration.programme };
    const asked: Study = {
      ...study,
      registration: {
        ...study.registration,
        programme: { ...programme, requirements: { ...programme.requirements, courses: ['C5'] } },
      },
    };
    expect(wanting(asked)).toEqual([`${regime}/pgdeg/8.1`]);
    expect(wanting({ ...asked, attempts: [took(5, 'Fail')] })).toEqual([`${regime}/pgdeg/8.1`]);
    expect(wanting({ ...asked, attempts: [took(5, 'B')] })).toEqual([]);
  });

  it(`takes ${credits} credits of coursework of a professional doctorate`, () => {
    expect(wanting(of('professional-doctorate', passed, [took(credits, 'B')]))).toEqual([]);
    expect(wanting(of('professional-doctorate', passed, [took(credits - 1, 'B')]))).toEqual([`${regime}/pgdeg/7.1(b)`]);
    expect(
      wanting(
        of('professional-doctorate', passed, [
          anAttempt(aCourse('U', { credits, level: regime === '5cu' ? 'higher' : 4000 }), {
            programme: 'RES',
            grade: 'B',
          }),
        ]),
      ),
    ).toEqual([`${regime}/pgdeg/7.1(b)`]);
  });
});

it('takes a CGPA of 2.0 of a professional doctorate, three-credit', () => {
  const of = (grade: string) =>
    aResearchStudy(aResearchProgramme('3cu', 'professional-doctorate'), passed, {
      attempts: [anAttempt(aCourse('C', { credits: 24, level: 8000 }), { programme: 'RES', grade })],
    });
  expect(threeCreditResearchAudit(of('C')).met).toBe(true);
  expect(threeCreditResearchAudit(of('C-')).requirements.filter(({ met }) => !met)).toMatchObject([
    { clause: '3cu/pgdeg/7.1(b)', needed: '2.00' },
  ]);
});
