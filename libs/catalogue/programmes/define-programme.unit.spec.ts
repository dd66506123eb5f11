import { describe, it } from '@jest/globals';
import { aCourse } from '../../regulations/testing/index.ts';
import { given } from '../testing/defining.ts';
import { defineProgramme } from './define-programme.ts';

const asked = { code: 'BSC', award: 'honours', regime: '3cu', mode: 'distance-learning', credits: 120 };
const defining = (fields: object, known = {}) => given(known).when(defineProgramme, { ...asked, ...fields });

describe('defining a programme', () => {
  it('opens it, for four years and of the University unless told', async () =>
    (await defining({})).thenDefined({ programme: { code: 'BSC', years: 4, school: 'UNIVERSITY', credits: 120 } }));

  it.each([
    ['3cu', 'certificate', 18, '3cu/subdeg/5.2(d)'],
    ['3cu', 'diploma', 45, '3cu/subdeg/6.1(c)'],
    ['3cu', 'higher-diploma', 60, '3cu/subdeg/7.1(e)'],
    ['3cu', 'associate', 60, '3cu/subdeg/8.1(d)(i)'],
    ['3cu', 'ordinary', 90, '3cu/bach/6.1.4.1'],
    ['3cu', 'honours', 120, '3cu/bach/7.1.4.1'],
    ['5cu', 'certificate', 20, '5cu/subdeg/5.1(c)'],
    ['5cu', 'diploma', 60, '5cu/subdeg/6.1(c)'],
    ['5cu', 'higher-diploma', 90, '5cu/subdeg/7.1(c)'],
    ['5cu', 'associate', 80, '5cu/subdeg/8.1(b)'],
    ['5cu', 'ordinary', 40, '5cu/bach/7.1(b)(ii)'],
    ['5cu', 'honours', 80, '5cu/bach/8.1(c)'],
  ])('of %s, %s takes %i credits at least', async (regime, award, credits, clause) => {
    (await defining({ regime, award, credits })).thenDefined({ programme: { credits } });
    (await defining({ regime, award, credits: credits - 1 })).thenRefusedBy(clause);
  });

  it('of research is studied full-time or part-time, never by distance learning', async () => {
    for (const award of ['mphil', 'phd', 'professional-doctorate']) {
      for (const mode of ['full-time', 'part-time'])
        (await defining({ award, mode, credits: 24 })).thenDefined({ programme: { award, mode } });
      (await defining({ award, mode: 'distance-learning', credits: 24 })).thenUnfit('no-such-study');
    }
  });

  it('may require courses that are defined later', async () =>
    (await defining({ requirements: { courses: ['C1', 'C2'] } })).thenDefined({
      programme: { requirements: { courses: ['C1', 'C2'] } },
    }));

  it('does not require more credits of courses than it has', async () => {
    const known = { 'course-C1': aCourse('C1', { credits: 60 }), 'course-C2': aCourse('C2', { credits: 60 }) };
    const requirements = { courses: ['C1', 'C2'] };
    (await defining({ requirements }, known)).thenDefined();
    const large = { ...known, 'course-C2': aCourse('C2', { credits: 61 }) };
    (await defining({ requirements }, large)).thenUnfit('more-than-the-programme');
  });

  it.each([{ residenceCredits: 121 }, { generalEducation: 46, credits: 45 }])(
    'does not ask for a part that is more than the whole: %j',
    async ({ credits = 120, ...requirements }: { credits?: number }) => {
      const award = credits === 45 ? 'diploma' : 'honours';
      (await defining({ award, credits, requirements })).thenUnfit('more-than-the-programme');
    },
  );

  it('weighs one of the groups for honours at least', async () => {
    const weighing = (groupA: number, groupB: number) => ({ requirements: { classification: { groupA, groupB } } });
    (await defining(weighing(1, 0))).thenDefined();
    (await defining(weighing(0, 1))).thenDefined();
    (await defining(weighing(0, 0))).thenUnfit('weights-all-zero');
  });
});
