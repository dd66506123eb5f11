import { type FigureClauses, figuresOf } from '../common/figures.ts';
import type { Study } from '../facts.ts';
import type { Figures } from '../pack.ts';
import { fiveCreditScale } from './grades.ts';

const taughtPostgraduate = [
  '5cu/tpg/9.2',
  '5cu/tpg/9.2(unnumbered)',
  '5cu/assess/18.3.2',
  '5cu/assess/18.4.1',
  '5cu/assess/18.5.1',
  '5cu/assess/18.5.2',
];

/** Courses of research students are those of taught postgraduate programmes. */
const clauses: FigureClauses = {
  'distance-learning': [
    '5cu/dl/8.2',
    '5cu/dl/8.3',
    '5cu/dl/8.4',
    '5cu/assess/18.3.2',
    '5cu/assess/18.4.1',
    '5cu/assess/18.5.1',
    '5cu/assess/18.5.2',
  ],
  undergraduate: [
    '5cu/ug/9.2',
    '5cu/ug/9.3',
    '5cu/ug/9.4',
    '5cu/assess/18.3.2',
    '5cu/assess/18.4.1',
    '5cu/assess/18.5.1',
    '5cu/assess/18.5.2',
  ],
  'taught-postgraduate': taughtPostgraduate,
  research: taughtPostgraduate,
  transfers: '5cu/ct/6.1',
};

/** Credits, term averages and CGPA of a five-credit registration. Fail-Resit stays outside while it is pending. [5cu/assess/18.4.1] [5cu/assess/18.5.2] */
export const fiveCreditFigures = (study: Study): Figures => figuresOf(study, fiveCreditScale, clauses);
