import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import { fiveCreditAdmission } from '../five-credit/admission.ts';
import { aProgramme, aTerm, autumn, by, figuresOf, saysWhy } from '../testing/index.ts';
import { threeCreditAdmission } from '../three-credit/admission.ts';

const distance = aProgramme('3cu', 'distance-learning');
const fullTime = aProgramme('3cu', 'full-time');
const today = '2024-07-01';

describe('admission to a programme', () => {
  const request = { programme: distance, term: autumn, current: [], today };

  it('asks for the age of 17 on the first day of the term', () => {
    expect(threeCreditAdmission({ ...request, born: '2007-09-02' }).outcome).toBe('allowed');
    const young = threeCreditAdmission({ ...request, born: '2007-09-03' });
    expect(refusingClauses(young)).toEqual(['3cu/dl/2.1']);
    expect(figuresOf(young, '3cu/dl/2.1')).toMatchObject({ age: 16, minimumAge: 17, firstDayOfTerm: '2024-09-02' });
    expect(saysWhy(young)).toBe(true);
    expect(
      refusingClauses(
        fiveCreditAdmission({ ...request, programme: aProgramme('5cu', 'distance-learning'), born: '2007-09-03' }),
      ),
    ).toEqual(['5cu/dl/2.1']);
  });

  it('tells that the age is vouched for when no birth date is given, and does not look at it in full-time study', () => {
    const { outcome, findings } = threeCreditAdmission(request);
    expect(outcome).toBe('allowed');
    expect(findings.find(({ clause }) => clause === '3cu/dl/2.1')).toMatchObject({
      holds: true,
      figures: { born: null, minimumAge: 17 },
      note: { en: expect.stringContaining('admissions vouches') },
    });
    expect(figuresOf(threeCreditAdmission({ ...request, programme: fullTime }), '3cu/dl/2.1')).toBeUndefined();
    expect(threeCreditAdmission({ ...request, programme: fullTime, born: '2010-01-01' }).outcome).toBe('allowed');
  });

  it.each([
    ['2022-08-31', 'refused'],
    ['2022-09-01', 'allowed'],
  ])('to a three-credit programme in a term that begins on %s is %s', (first, outcome) => {
    const term = aTerm({ teaching: [first, '2022-11-30'] });
    const ruling = threeCreditAdmission({ ...request, term });
    expect(ruling.outcome).toBe(outcome);
    expect(figuresOf(ruling, '3cu/gloss/preamble-scope')).toMatchObject({ entry: first, firstAdmission: '2022-09-01' });
  });

  it.each(['2021-09-01', '2023-09-04'])('to a five-credit programme is open in a term that begins on %s', (first) =>
    expect(
      fiveCreditAdmission({
        ...request,
        programme: aProgramme('5cu', 'full-time'),
        term: aTerm({ teaching: [first, first] }),
      }).outcome,
    ).toBe('allowed'),
  );

  it('is refused for a programme that is being read already', () =>
    expect(refusingClauses(threeCreditAdmission({ ...request, programme: fullTime, current: [fullTime] }))).toEqual([
      '3cu/ug/2.5',
    ]));
});

describe('two programmes at once', () => {
  const other = aProgramme('5cu', 'distance-learning', { code: 'BED' });
  const otherFullTime = aProgramme('5cu', 'full-time', { code: 'BBA' });

  it('need the approval of the University in full-time study', () => {
    const request = { programme: fullTime, term: autumn, current: [other], today };
    expect(refusingClauses(threeCreditAdmission(request))).toEqual(['3cu/ug/3.8']);
    expect(threeCreditAdmission({ ...request, approval: by('tutor') }).outcome).toBe('refused');
    const approved = threeCreditAdmission({ ...request, approval: by('registrar') });
    expect(approved.outcome).toBe('allowed');
    expect(figuresOf(approved, '3cu/ug/3.8')).toMatchObject({ otherProgrammes: 'BED', approvedBy: 'registrar' });
  });

  it('bind the student by the rules of the programme that is full-time', () =>
    expect(
      refusingClauses(threeCreditAdmission({ programme: distance, term: autumn, current: [otherFullTime], today })),
    ).toEqual(['5cu/ug/3.8']));

  it('are free in distance learning', () =>
    expect(threeCreditAdmission({ programme: distance, term: autumn, current: [other], today }).outcome).toBe(
      'allowed',
    ));
});
