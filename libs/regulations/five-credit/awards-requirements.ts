import type { AwardRules, AwardTable } from '../common/awards.ts';
import { type Dated, dated } from '../dated.ts';
import { dual } from './awards-dual.ts';
import { professional } from './awards-professional.ts';

const SUBDEGREE = { exclusive: '5cu/subdeg/3.4', remaining: '5cu/ct/9.3', expiry: '5cu/subdeg/3.5' } as const;

/** Only foundation, middle and higher level can be elective; a required course of another level still counts. */
const electivesOnly = (clause: string) =>
  ({ clause, levels: ['preparatory', 'postgraduate'], maximum: 0, exceptRequired: true }) as const;

/** Postgraduate certificates and diplomas, and taught degrees: of postgraduate level, for the most part. [5cu/pgd/6.1] [5cu/pgd/7.1] [5cu/pgdeg/6.1(b)] */
const POSTGRADUATE = {
  'postgraduate-certificate': {
    exclusive: '5cu/pgd/3.5',
    expiry: '5cu/pgd/3.6',
    remaining: '5cu/ct/9.3',
    credits: { clause: '5cu/pgd/6.1(c)', minimum: 20 },
    programme: '5cu/pgd/6.1',
    ceilings: [],
    floors: [{ clause: '5cu/pgd/6.1(c)', levels: ['postgraduate'], minimum: 20, ofNamed: true }],
    categories: [],
  },
  'postgraduate-diploma': {
    exclusive: '5cu/pgd/3.5',
    expiry: '5cu/pgd/3.6',
    remaining: '5cu/ct/9.3',
    credits: { clause: '5cu/pgd/7.1(c)', minimum: 40 },
    onlyNamed: '5cu/pgd/7.1(c)',
    programme: '5cu/pgd/7.1',
    ceilings: [{ clause: '5cu/pgd/7.1(c)', levels: ['preparatory', 'foundation'], maximum: 0 }],
    floors: [{ clause: '5cu/pgd/7.1(c)', levels: ['postgraduate'], minimum: 30 }],
    categories: [],
  },
  masters: {
    exclusive: '5cu/pgdeg/3.5',
    expiry: '5cu/pgdeg/3.6',
    remaining: '5cu/ct/9.3',
    credits: { clause: '5cu/pgdeg/6.1(b)', minimum: 60 },
    programme: '5cu/pgdeg/6.1(c)',
    ceilings: [],
    floors: [{ clause: '5cu/pgdeg/6.1(b)', levels: ['postgraduate'], minimum: 60 }],
    categories: [],
  },
} satisfies AwardTable['taught-postgraduate'];

/** Face to face within the longest period of the award. [5cu/pgd/5.1] [5cu/pgdeg/5.1] */
const taughtPostgraduate: AwardTable['taught-postgraduate'] = {
  'postgraduate-certificate': {
    ...POSTGRADUATE['postgraduate-certificate'],
    maximumPeriod: { clause: '5cu/pgd/5.1', longest: { inAll: 6 } },
  },
  'postgraduate-diploma': {
    ...POSTGRADUATE['postgraduate-diploma'],
    maximumPeriod: { clause: '5cu/pgd/5.1', longest: { inAll: 6 } },
  },
  masters: { ...POSTGRADUATE.masters, maximumPeriod: { clause: '5cu/pgdeg/5.1', longest: { inAll: 6 } } },
};

const distanceLearning = {
  ...POSTGRADUATE,
  ...professional,
  dual,
  certificate: {
    ...SUBDEGREE,
    credits: { clause: '5cu/subdeg/5.1(c)', minimum: 30 },
    onlyNamed: '5cu/subdeg/5.1(c)',
    once: '5cu/subdeg/5.2',
    programme: '5cu/subdeg/5.1',
    ceilings: [],
    floors: [],
    categories: [],
  },
  diploma: {
    ...SUBDEGREE,
    credits: { clause: '5cu/subdeg/6.1(c)', minimum: 60 },
    onlyNamed: '5cu/subdeg/6.1(c)',
    programme: '5cu/subdeg/6.1',
    ceilings: [
      { clause: '5cu/subdeg/6.1(c)(i)', levels: ['preparatory'], maximum: 10 },
      { clause: '5cu/subdeg/6.1(c)(iii)', category: 'general-education', maximum: 20 },
    ],
    floors: [{ clause: '5cu/subdeg/6.1(c)(ii)', levels: ['middle'], minimum: 20 }],
    categories: [],
  },
  'higher-diploma': {
    ...SUBDEGREE,
    credits: { clause: '5cu/subdeg/7.1(c)', minimum: 90 },
    onlyNamed: '5cu/subdeg/7.1(c)',
    programme: '5cu/subdeg/7.1',
    ceilings: [
      { clause: '5cu/subdeg/7.1(c)(i)', levels: ['preparatory'], maximum: 10 },
      { clause: '5cu/subdeg/7.1(c)(iii)', category: 'general-education', maximum: 30 },
    ],
    floors: [{ clause: '5cu/subdeg/7.1(c)(ii)', levels: ['higher'], minimum: 10 }],
    categories: [],
  },
  associate: {
    ...SUBDEGREE,
    credits: { clause: '5cu/subdeg/8.1(b)', minimum: 80 },
    onlyNamed: '5cu/subdeg/8.1(b)',
    programme: '5cu/subdeg/8.1',
    ceilings: [{ clause: '5cu/subdeg/8.1(b)', levels: ['preparatory'], maximum: 10, admittedFrom: '2005-10-01' }],
    floors: [{ clause: '5cu/subdeg/8.1(b)', levels: ['middle', 'higher'], minimum: 40 }],
    categories: [],
  },
  ordinary: {
    exclusive: '5cu/bach/3.4',
    remaining: '5cu/ct/9.3',
    credits: { clause: '5cu/bach/5.1(b)', minimum: 120 },
    programme: '5cu/bach/5.1',
    entry: '5cu/bach/5.1(d)',
    expiry: '5cu/bach/3.5',
    once: '5cu/bach/5.2',
    ceilings: [{ clause: '5cu/bach/5.1(b)', levels: ['foundation'], maximum: 40 }, electivesOnly('5cu/bach/5.1(b)')],
    named: { clause: '5cu/bach/5.1(c)', minimum: 100 },
    floors: [{ clause: '5cu/bach/5.1(c)', levels: ['higher'], minimum: 20, ofNamed: true }],
    categories: [],
  },
  honours: {
    exclusive: '5cu/bach/3.4',
    remaining: '5cu/ct/9.3',
    credits: { clause: '5cu/bach/9.1(b)', minimum: 160 },
    expiry: '5cu/bach/3.5',
    programme: '5cu/bach/9.1(d)',
    ceilings: [{ clause: '5cu/bach/9.1(b)', levels: ['foundation'], maximum: 40 }, electivesOnly('5cu/bach/9.1(b)')],
    floors: [{ clause: '5cu/bach/9.1(c)', levels: ['higher'], minimum: 40 }],
    categories: [],
  },
} satisfies AwardTable['distance-learning'];

/** Face-to-face programmes take the requirements of their equivalents, within N + 2 years. [5cu/bach/9.3] [5cu/ug/7.2] */
const faceToFace = (rules: AwardRules): AwardRules => ({
  ...rules,
  maximumPeriod: { clause: '5cu/ug/7.2', longest: { beyond: 2 } },
});

const undergraduate: AwardTable['undergraduate'] = {
  certificate: faceToFace(distanceLearning.certificate),
  diploma: faceToFace(distanceLearning.diploma),
  'higher-diploma': faceToFace(distanceLearning['higher-diploma']),
  associate: faceToFace(distanceLearning.associate),
  ordinary: faceToFace(distanceLearning.ordinary),
  honours: faceToFace(distanceLearning.honours),
  'associate-diploma': faceToFace(professional['associate-diploma']),
  'professional-diploma': faceToFace(professional['professional-diploma']),
  'professional-higher-diploma': faceToFace(professional['professional-higher-diploma']),
  dual: faceToFace(dual),
};

/** What each five-credit award asks for. [5cu/subdeg/5.1] [5cu/bach/5.1] [5cu/bach/9.1] */
export const fiveCreditAwards: Dated<AwardTable> = dated({
  from: '2022-09-01',
  clause: '5cu/bach/3.9',
  value: { 'distance-learning': distanceLearning, undergraduate, 'taught-postgraduate': taughtPostgraduate },
});
