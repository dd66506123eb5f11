import { Rational } from '#kernel';
import type { AwardRules, AwardTable, CategoryFloor } from '../common/awards.ts';
import { type Dated, dated } from '../dated.ts';
import { core } from './awards-core.ts';
import { dual } from './awards-dual.ts';

const SUBDEGREE = { exclusive: '3cu/subdeg/3.4', remaining: '3cu/ct/9.3', expiry: '3cu/subdeg/3.5' } as const;
const DEGREE = { exclusive: '3cu/bach/3.5', remaining: '3cu/ct/9.3', expiry: '3cu/bach/3.6' } as const;

/** An associate degree leaves out the fourth part. */
const associateCore: CategoryFloor[] = [
  { clause: '3cu/subdeg/8.1(d)(ii)', category: 'core-values', minimum: 2 },
  { clause: '3cu/subdeg/8.1(d)(ii)', category: 'social-responsibility', minimum: 1 },
  { clause: '3cu/subdeg/8.1(d)(ii)', category: 'communicator-team-player', minimum: 3 },
];

const CERTIFICATE: AwardRules = {
  ...SUBDEGREE,
  credits: { clause: '3cu/subdeg/5.2(d)', minimum: 18 },
  onlyNamed: '3cu/subdeg/5.2(d)',
  programme: '3cu/subdeg/5.2(b)',
  ceilings: [],
  floors: [],
  categories: [],
  cgpa: { clause: '3cu/subdeg/5.2(c)', minimum: Rational.of(2) },
};

const DIPLOMA: AwardRules = {
  ...SUBDEGREE,
  credits: { clause: '3cu/subdeg/6.1(c)', minimum: 45 },
  onlyNamed: '3cu/subdeg/6.1(c)',
  programme: '3cu/subdeg/6.1',
  ceilings: [],
  floors: [{ clause: '3cu/subdeg/6.1(c)', levels: [2000], minimum: 15 }],
  categories: [],
  cgpa: { clause: '3cu/subdeg/6.1(b)', minimum: Rational.of(2) },
};

const HIGHER_DIPLOMA: AwardRules = {
  ...SUBDEGREE,
  credits: { clause: '3cu/subdeg/7.1(e)', minimum: 60 },
  programme: '3cu/subdeg/7.1(b)',
  ceilings: [],
  floors: [{ clause: '3cu/subdeg/7.1(e)', levels: [3000, 4000], minimum: 6 }],
  categories: [],
  cgpa: { clause: '3cu/subdeg/7.1(d)', minimum: Rational.of(2) },
};

const ASSOCIATE: AwardRules = {
  ...SUBDEGREE,
  credits: { clause: '3cu/subdeg/8.1(d)(i)', minimum: 60 },
  programme: '3cu/subdeg/8.1(b)',
  ceilings: [],
  floors: [{ clause: '3cu/subdeg/8.1(d)(i)', levels: [2000, 3000], minimum: 30 }],
  categories: associateCore,
  cgpa: { clause: '3cu/subdeg/8.1(d)', minimum: Rational.of(2) },
};

/** Both routes to the ordinary degree ask the same; only the clauses differ, and General Education is face-to-face. */
const ordinary = (route: string): AwardRules => ({
  ...DEGREE,
  credits: { clause: route, minimum: 90 },
  programme: '3cu/bach/6.1.2',
  ceilings: [{ clause: `${route}(i)`, levels: [1000], maximum: 30 }],
  floors: [{ clause: `${route}(ii)`, levels: [3000, 4000, 8000, 9000], minimum: 24 }],
  categories: [...core(`${route}(iii)`), { clause: `${route}(iv)`, category: 'university-english', minimum: 6 }],
  cgpa: { clause: '3cu/bach/6.1.3', minimum: Rational.of(2) },
});

/** Credits of level 4000 do not fill the minimum of level 3000: the honours text says the level, not "or above". */
const honours = (route: string): AwardRules => ({
  ...DEGREE,
  credits: { clause: route, minimum: 120 },
  major: '3cu/gloss/21',
  minor: '3cu/gloss/23',
  programme: '3cu/bach/7.1.2',
  ceilings: [{ clause: `${route}(i)`, levels: [1000], maximum: 30 }],
  floors: [
    { clause: `${route}(ii)`, levels: [3000], minimum: 24 },
    { clause: `${route}(iii)`, levels: [4000], minimum: 24 },
  ],
  categories: [...core(`${route}(iv)`), { clause: `${route}(v)`, category: 'university-english', minimum: 6 }],
  cgpa: { clause: '3cu/bach/7.1.3', minimum: Rational.parse('1.70') },
});

const within = (clause: string) => ({ maximumPeriod: { clause, longest: { beyond: 2 } } });

/** Postgraduate certificates and diplomas, and taught degrees: of level 8000. [3cu/pgd/6.1.4] [3cu/pgd/7.1.4] [3cu/pgdeg/6.1.4] */
const POSTGRADUATE = {
  'postgraduate-certificate': {
    exclusive: '3cu/pgd/3.5',
    expiry: '3cu/pgd/3.6',
    remaining: '3cu/ct/9.3',
    credits: { clause: '3cu/pgd/6.1.4', minimum: 9 },
    programme: '3cu/pgd/6.1.2',
    ceilings: [],
    floors: [{ clause: '3cu/pgd/6.1.4', levels: [8000], minimum: 9, ofNamed: true }],
    categories: [],
    cgpa: { clause: '3cu/pgd/6.1.5', minimum: Rational.of(2) },
  },
  'postgraduate-diploma': {
    exclusive: '3cu/pgd/3.5',
    expiry: '3cu/pgd/3.6',
    remaining: '3cu/ct/9.3',
    credits: { clause: '3cu/pgd/7.1.4', minimum: 18 },
    programme: '3cu/pgd/7.1.2',
    ceilings: [],
    floors: [{ clause: '3cu/pgd/7.1.4', levels: [8000], minimum: 18, ofNamed: true }],
    categories: [],
    cgpa: { clause: '3cu/pgd/7.1.5', minimum: Rational.of(2) },
  },
  masters: {
    exclusive: '3cu/pgdeg/3.5',
    expiry: '3cu/pgdeg/3.6',
    remaining: '3cu/ct/9.3',
    credits: { clause: '3cu/pgdeg/6.1.4', minimum: 30 },
    programme: '3cu/pgdeg/6.1.2',
    ceilings: [],
    floors: [{ clause: '3cu/pgdeg/6.1.4', levels: [8000], minimum: 30, ofNamed: true }],
    categories: [],
    cgpa: { clause: '3cu/pgdeg/6.1.5', minimum: Rational.of(2) },
  },
} satisfies AwardTable['taught-postgraduate'];

/** Face to face within the longest period of the award. [3cu/pgd/5.1] [3cu/pgdeg/5.1] */
const taughtPostgraduate: AwardTable['taught-postgraduate'] = {
  'postgraduate-certificate': {
    ...POSTGRADUATE['postgraduate-certificate'],
    maximumPeriod: { clause: '3cu/pgd/5.1', longest: { beyond: 2 } },
  },
  'postgraduate-diploma': {
    ...POSTGRADUATE['postgraduate-diploma'],
    maximumPeriod: { clause: '3cu/pgd/5.1', longest: { beyond: 2 } },
  },
  masters: { ...POSTGRADUATE.masters, maximumPeriod: { clause: '3cu/pgdeg/5.1', longest: { beyond: 2 } } },
};

const awards: AwardTable = {
  'distance-learning': {
    ...POSTGRADUATE,
    certificate: CERTIFICATE,
    diploma: DIPLOMA,
    'higher-diploma': HIGHER_DIPLOMA,
    associate: ASSOCIATE,
    ordinary: ordinary('3cu/bach/6.1.4.1'),
    honours: honours('3cu/bach/7.1.4.1'),
    dual,
  },
  undergraduate: {
    certificate: { ...CERTIFICATE, ...within('3cu/ug/7.2') },
    diploma: { ...DIPLOMA, ...within('3cu/ug/7.2') },
    'higher-diploma': { ...HIGHER_DIPLOMA, ...within('3cu/ug/7.2') },
    associate: { ...ASSOCIATE, ...within('3cu/ug/7.2') },
    ordinary: {
      ...ordinary('3cu/bach/6.1.4.2'),
      ...within('3cu/bach/5.1'),
      generalEducation: '3cu/bach/6.1.4.2(v)',
    },
    honours: {
      ...honours('3cu/bach/7.1.4.2'),
      ...within('3cu/bach/5.1'),
      generalEducation: '3cu/bach/7.1.4.2(vi)',
    },
    dual: { ...dual, ...within('3cu/dual/5.1') },
  },
  'taught-postgraduate': taughtPostgraduate,
};

/** What each three-credit award asks for. [3cu/subdeg/5.2] [3cu/bach/6.1] [3cu/bach/7.1] */
export const threeCreditAwards: Dated<AwardTable> = dated({
  from: '2022-09-01',
  clause: '3cu/bach/3.10',
  value: awards,
});
