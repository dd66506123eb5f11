import { type FigureClauses, figuresOf } from '../common/figures.ts';
import type { Study } from '../facts.ts';
import type { Figures } from '../pack.ts';
import { threeCreditScale } from './grades.ts';

const averages = ['3cu/assess/17.4.1', '3cu/assess/17.5.1'];

const taughtPostgraduate = {
  grades: ['3cu/tpg/9.2'],
  credits: ['3cu/tpg/9.4'],
  averages: ['3cu/tpg/9.3', '3cu/tpg/9.5', '3cu/tpg/9.6', ...averages],
};

/** Courses of research students are those of taught postgraduate programmes. */
const clauses: FigureClauses = {
  'distance-learning': {
    grades: ['3cu/dl/9.2'],
    credits: ['3cu/dl/9.4'],
    averages: ['3cu/dl/9.3', '3cu/dl/9.5', ...averages],
  },
  undergraduate: {
    grades: ['3cu/ug/9.2'],
    credits: ['3cu/ug/9.4'],
    averages: ['3cu/ug/9.3', '3cu/ug/9.5', '3cu/ug/9.6', ...averages],
  },
  'taught-postgraduate': taughtPostgraduate,
  research: taughtPostgraduate,
  transfers: '3cu/ct/6.1',
};

/** Credits, term averages and CGPA of a three-credit registration. [3cu/assess/17.4.1] [3cu/assess/17.5.1] */
export const threeCreditFigures = (study: Study): Figures => figuresOf(study, threeCreditScale, clauses);
