import { type FigureClauses, figuresOf } from '../common/figures.ts';
import type { Study } from '../facts.ts';
import type { Figures } from '../pack.ts';
import { fiveCreditScale } from './grades.ts';

const averages = ['5cu/assess/18.3.2', '5cu/assess/18.4.1', '5cu/assess/18.5.1', '5cu/assess/18.5.2'];

const taughtPostgraduate = {
  grades: ['5cu/tpg/9.2'],
  credits: ['5cu/tpg/9.2(unnumbered)'],
  averages: ['5cu/tpg/9.2(unnumbered)', ...averages],
};

/** Courses of research students are those of taught postgraduate programmes. */
const clauses: FigureClauses = {
  'distance-learning': { grades: ['5cu/dl/8.2'], credits: ['5cu/dl/8.3'], averages: ['5cu/dl/8.4', ...averages] },
  undergraduate: { grades: ['5cu/ug/9.2'], credits: ['5cu/ug/9.3'], averages: ['5cu/ug/9.4', ...averages] },
  'taught-postgraduate': taughtPostgraduate,
  research: taughtPostgraduate,
  transfers: '5cu/ct/6.1',
};

/** Credits, term averages and CGPA of a five-credit registration. Fail-Resit stays outside while it is pending. [5cu/assess/18.4.1] [5cu/assess/18.5.2] */
export const fiveCreditFigures = (study: Study): Figures => figuresOf(study, fiveCreditScale, clauses);
