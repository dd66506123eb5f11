import type { ResearchLaw, StartTerms, WindowYears, YearsAtMost } from '../common/research-law.ts';
import { dated } from '../dated.ts';
import type { ResearchAward } from '../facts.ts';
import { threeCreditScale } from './grades.ts';
import { academicCalendar, THREE_CREDIT_PACK } from './parameters.ts';

const from = '2022-09-01';

/** MPhil and PhD begin in Autumn or Spring, professional doctorates with prerequisite courses in Autumn. */
const start = dated<Readonly<Record<ResearchAward, StartTerms>>>({
  from,
  clause: '3cu/rpg/4.2',
  value: {
    mphil: { terms: [0, 1] },
    phd: { terms: [0, 1] },
    'professional-doctorate': { terms: [0], withCoursesOnly: true },
  },
});

/** Years from the first day of study to the completed thesis, leave included. */
const period = dated<Readonly<Record<ResearchAward, Readonly<Record<'full-time' | 'part-time', YearsAtMost>>>>>({
  from,
  clause: '3cu/rpg/5.1',
  value: {
    mphil: { 'full-time': { years: 3, also: ['3cu/pgdeg/8.1'] }, 'part-time': { years: 6, also: ['3cu/pgdeg/8.1'] } },
    phd: { 'full-time': { years: 4, also: ['3cu/pgdeg/8.1'] }, 'part-time': { years: 8, also: ['3cu/pgdeg/8.1'] } },
    'professional-doctorate': {
      'full-time': { years: 4, also: ['3cu/pgdeg/7.1(d)'] },
      'part-time': { years: 8, also: ['3cu/pgdeg/7.1(d)'] },
    },
  },
});

/** Years between the first registration for the thesis and its submission. */
const window = {
  'part-time': dated<Readonly<Record<ResearchAward, WindowYears>>>({
    from,
    clause: '3cu/rpg/6.1',
    value: {
      mphil: { least: 2, most: 5, also: ['3cu/pgdeg/8.1'] },
      phd: { least: 2, most: 6, also: ['3cu/pgdeg/8.1'] },
      'professional-doctorate': { least: 2, most: 5, also: ['3cu/pgdeg/7.2'] },
    },
  }),
  'full-time': dated<Readonly<Record<ResearchAward, WindowYears>>>({
    from,
    clause: '3cu/rpg/6.2',
    value: {
      mphil: { least: 1, most: 2, also: ['3cu/pgdeg/8.1'] },
      phd: { least: 1, most: 3, also: ['3cu/pgdeg/8.1'] },
      'professional-doctorate': { least: 1, most: 2, also: ['3cu/pgdeg/7.2'] },
    },
  }),
};

/** What the regulations on research degrees set. */
export const threeCreditResearchLaw: ResearchLaw = {
  pack: THREE_CREDIT_PACK,
  scale: threeCreditScale,
  calendar: academicCalendar,
  committee: '3cu/rpg/2.1',
  entryConditions: '3cu/rpg/3.1',
  language: '3cu/rpg/3.2',
  onlyDegree: '3cu/rpg/3.3',
  conditions: '3cu/rpg/4.1',
  start,
  everyYear: '3cu/rpg/4.3',
  plan: '3cu/rpg/4.4',
  noOther: '3cu/rpg/4.5',
  termination: '3cu/rpg/4.6',
  interruption: '3cu/rpg/4.7',
  period,
  window,
  thesis: '3cu/rpg/6.3',
  elsewhere: { recommended: '3cu/rpg/7.1', place: '3cu/rpg/7.1.1', supervision: '3cu/rpg/7.1.2' },
  award: {
    thesis: { mphil: '3cu/pgdeg/8.1', phd: '3cu/pgdeg/8.1', 'professional-doctorate': '3cu/pgdeg/7.1(c)' },
    coursework: { 'professional-doctorate': { clause: '3cu/pgdeg/7.1(b)', credits: 24, level: 8000, cgpa: 2 } },
    programme: { mphil: '3cu/pgdeg/8.1', phd: '3cu/pgdeg/8.1', 'professional-doctorate': '3cu/pgdeg/7.1' },
  },
  extendedBy: ['senate', 'university'],
};
