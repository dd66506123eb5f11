import { Rational } from '#kernel';
import type { AwardRules } from '../common/awards.ts';
import type { CourseLevel } from '../facts.ts';
import { core } from './awards-core.ts';

/** Levels of the courses of a degree, and of those of a postgraduate diploma. */
const BACHELOR: readonly CourseLevel[] = [1000, 2000, 3000, 4000];
const POSTGRADUATE: readonly CourseLevel[] = [8000, 9000];

const CORE = core('3cu/dual/6.1.5(v)');

/**
 * An honours degree with a postgraduate diploma, in one award. Each part has an average of its own, and credits of level
 * 8000 are none of the degree: what the award takes besides those of the diploma comes from lower levels.
 * [3cu/dual/3.10] [3cu/dual/6.1] [3cu/dual/6.1.3] [3cu/dual/6.1.4] [3cu/dual/6.1.5] [3cu/dual/7.1] [3cu/dual/7.2]
 */
export const dual: AwardRules = {
  exclusive: '3cu/dual/3.5',
  expiry: '3cu/dual/3.6',
  remaining: '3cu/ct/9.3',
  credits: { clause: '3cu/dual/6.1.5', minimum: 138 },
  beyond: '3cu/dual/6.1.5(vii)',
  programme: '3cu/dual/6.1.2',
  entry: '3cu/dual/3.1',
  once: '3cu/dual/6.2',
  ceilings: [{ clause: '3cu/dual/6.1.5(i)', levels: [1000], maximum: 30 }],
  floors: [
    { clause: '3cu/dual/6.1.5(ii)', levels: [3000], minimum: 24 },
    { clause: '3cu/dual/6.1.5(iii)', levels: [4000], minimum: 24 },
    { clause: '3cu/dual/6.1.5(iv)', levels: [8000], minimum: 18 },
    { clause: '3cu/dual/3.10', levels: BACHELOR, minimum: 120 },
  ],
  categories: [...CORE, { clause: '3cu/dual/6.1.5(vi)', category: 'university-english', minimum: 6 }],
  core: { clause: '3cu/dual/6.1.5(v)', parts: CORE },
  averages: [
    { clause: '3cu/dual/6.1.3', levels: BACHELOR, minimum: Rational.parse('1.70') },
    { clause: '3cu/dual/6.1.4', levels: POSTGRADUATE, minimum: Rational.of(2) },
  ],
  reckoning: { considered: '3cu/dual/3.2', transferred: '3cu/dual/3.3', exempted: '3cu/dual/3.4' },
  honours: { classified: '3cu/dual/7.1', unclassified: '3cu/dual/7.2', levels: BACHELOR, without: 18 },
};
