import type { AwardRules, NumberedRoutes } from '../common/awards.ts';

/** Besides the normal route, each with a total that is all it asks. [5cu/dual/5.1(c)] */
export const dualRoutes: NumberedRoutes = {
  clause: '5cu/dual/5.1(c)',
  of: {
    2: { clause: '5cu/dual/5.1(c)(ii)', minimum: 125 },
    3: { clause: '5cu/dual/5.1(c)(iii)', minimum: 155 },
  },
};

/**
 * An honours degree with a postgraduate diploma. Courses of postgraduate level that the programme names are no electives
 * and count. [5cu/dual/5.1] [5cu/dual/5.1(c)(i)] [5cu/dual/6.1] [5cu/dual/6.2]
 */
export const dual: AwardRules = {
  exclusive: '5cu/dual/3.5',
  expiry: '5cu/dual/3.6',
  remaining: '5cu/ct/9.3',
  credits: { clause: '5cu/dual/5.1(c)(i)', minimum: 190 },
  routes: dualRoutes,
  programme: '5cu/dual/5.1',
  entry: '5cu/dual/5.1(a)',
  once: '5cu/dual/5.2',
  ceilings: [
    { clause: '5cu/dual/5.1(c)(i)', levels: ['foundation'], maximum: 40 },
    { clause: '5cu/dual/5.1(c)(i)', levels: ['preparatory'], maximum: 0, exceptRequired: true },
    { clause: '5cu/dual/5.1(c)(i)', levels: ['postgraduate'], maximum: 0, exceptNamed: true },
  ],
  floors: [{ clause: '5cu/dual/5.1(c)(i)', levels: ['postgraduate'], minimum: 30 }],
  categories: [],
  reckoning: { considered: '5cu/dual/3.2', transferred: '5cu/dual/3.3', exempted: '5cu/dual/3.4' },
  honours: {
    classified: '5cu/dual/6.1',
    unclassified: '5cu/dual/6.2',
    levels: ['preparatory', 'foundation', 'middle', 'higher'],
    without: 30,
  },
};
