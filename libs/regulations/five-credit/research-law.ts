import type { ResearchLaw, StartTerms, WindowYears, YearsAtMost } from '../common/research-law.ts';
import { dated } from '../dated.ts';
import type { ResearchAward } from '../facts.ts';
import { fiveCreditScale } from './grades.ts';
import { academicCalendar, FIVE_CREDIT_PACK } from './parameters.ts';

const from = '2022-09-01';

/** MPhil and PhD begin in Autumn or Spring, professional doctorates with prerequisite courses in Autumn. */
const start = dated<Readonly<Record<ResearchAward, StartTerms>>>({
  from,
  clause: '5cu/rpg/4.2',
  value: {
    mphil: { terms: [0, 1] },
    phd: { terms: [0, 1] },
    'professional-doctorate': { terms: [0], withCoursesOnly: true },
  },
});

/** Years from the first day of study to the completed thesis, leave included. */
const period = dated<Readonly<Record<ResearchAward, Readonly<Record<'full-time' | 'part-time', YearsAtMost>>>>>({
  from,
  clause: '5cu/rpg/5.1',
  value: {
    mphil: {
      'full-time': { years: 3, also: ['5cu/pgdeg/8.2.3'] },
      'part-time': { years: 6, also: ['5cu/pgdeg/8.2.3'] },
    },
    phd: {
      'full-time': { years: 4, also: ['5cu/pgdeg/8.2.3'] },
      'part-time': { years: 8, also: ['5cu/pgdeg/8.2.3'] },
    },
    'professional-doctorate': {
      'full-time': { years: 4 },
      'part-time': { years: 8, also: ['5cu/pgdeg/7.3.2'] },
    },
  },
});

/** Years between the first registration for the thesis and its submission. */
const window = {
  'part-time': dated<Readonly<Record<ResearchAward, WindowYears>>>({
    from,
    clause: '5cu/rpg/6.1',
    value: {
      mphil: { least: 2, most: 5 },
      phd: { least: 2, most: 6 },
      'professional-doctorate': { least: 2, most: 5, also: ['5cu/pgdeg/7.3.1'] },
    },
  }),
  'full-time': dated<Readonly<Record<ResearchAward, WindowYears>>>({
    from,
    clause: '5cu/rpg/6.2',
    value: {
      mphil: { least: 1, most: 2, also: ['5cu/pgdeg/8.2.2'] },
      phd: { least: 1, most: 3, also: ['5cu/pgdeg/8.2.2'] },
      'professional-doctorate': { least: 1, most: 2, also: ['5cu/pgdeg/8.2.2'] },
    },
  }),
};

/** What the regulations on research degrees set. */
export const fiveCreditResearchLaw: ResearchLaw = {
  pack: FIVE_CREDIT_PACK,
  scale: fiveCreditScale,
  calendar: academicCalendar,
  committee: '5cu/rpg/2.1',
  entryConditions: '5cu/rpg/3.1',
  language: '5cu/rpg/3.2',
  onlyDegree: '5cu/rpg/3.3',
  conditions: '5cu/rpg/4.1',
  start,
  everyYear: '5cu/rpg/4.3',
  plan: '5cu/rpg/4.4',
  noOther: '5cu/rpg/4.5',
  termination: '5cu/rpg/4.6',
  interruption: '5cu/rpg/4.7',
  period,
  window,
  thesis: '5cu/rpg/6.3',
  elsewhere: { recommended: '5cu/rpg/7.1', place: '5cu/rpg/7.1.1', supervision: '5cu/rpg/7.1.2' },
  award: {
    thesis: { mphil: '5cu/pgdeg/8.1', phd: '5cu/pgdeg/8.1', 'professional-doctorate': '5cu/pgdeg/7.1(b)' },
    coursework: { 'professional-doctorate': { clause: '5cu/pgdeg/7.1(b)', credits: 40, level: 'postgraduate' } },
    programme: { mphil: '5cu/pgdeg/8.1', phd: '5cu/pgdeg/8.1', 'professional-doctorate': '5cu/pgdeg/7.1(c)' },
  },
  extendedBy: ['senate', 'university'],
};
