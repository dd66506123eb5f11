import type { Notice, RequestsLaw } from '../common/requests-law.ts';
import { dated } from '../dated.ts';
import type { DisclosureKind, ToldOfExamination } from '../facts/request-facts.ts';
import { fiveCreditScale } from './grades.ts';
import { FIVE_CREDIT_PACK } from './parameters.ts';

const from = '2022-09-01';
const days = (clause: string, value: number) => dated<number>({ from, clause, value });
const notice = (clause: string, value: Notice) => dated<Notice>({ from, clause, value });

const registrar = ['registrar', 'migration'];

/**
 * Requests about examinations and results. Days that the University sets and the text does not name are its present
 * setting: 28 before the examinations for another venue or day, 56 for one abroad, 7 after them for special
 * circumstances, 14 after the result for an appeal.
 */
export const fiveCreditRequestsLaw: RequestsLaw = {
  pack: FIVE_CREDIT_PACK,
  scale: fiveCreditScale,
  resit: 'Fail-Resit',
  arrangements: {
    venue: '5cu/assess/6.1',
    kinds: {
      'other-venue': {
        clause: '5cu/assess/14.1',
        papers: ['medical-certificate', 'special-needs-assessment'],
        decidedBy: registrar,
        needs: ['place', 'consulted', 'invigilator'],
      },
      scribe: {
        clause: '5cu/assess/14.2',
        papers: ['medical-certificate', 'special-needs-assessment'],
        decidedBy: registrar,
        needs: ['assessed', 'noteTaker', 'noteTakerKnown', 'invigilator'],
      },
      typewriter: {
        clause: '5cu/assess/14.2',
        papers: ['medical-certificate', 'special-needs-assessment'],
        decidedBy: registrar,
        needs: ['assessed'],
      },
      braille: {
        clause: '5cu/assess/14.3',
        papers: ['medical-certificate', 'special-needs-assessment'],
        decidedBy: registrar,
        needs: ['practicable'],
      },
      audio: {
        clause: '5cu/assess/14.3',
        papers: ['medical-certificate', 'special-needs-assessment'],
        decidedBy: registrar,
        needs: ['practicable'],
      },
      'extra-time': {
        clause: '5cu/assess/14.4',
        papers: ['medical-certificate'],
        also: ['5cu/assess/6.4'],
        decidedBy: registrar,
        needs: ['minutes'],
      },
      'religious-days': {
        clause: '5cu/assess/17.1',
        notice: { before: notice('5cu/assess/17.1', { months: 3 }) },
        through: '5cu/assess/17.2',
        costs: { clause: '5cu/assess/17.4', charge: 'examination-arrangement', agreed: true },
        decidedBy: ['registrar', 'registry', 'migration'],
        needs: [],
      },
      overseas: {
        clause: '5cu/dl/8.11.6(a)',
        only: 'distance-learning',
        notice: { before: notice('5cu/dl/8.11.6(b)', { days: 56 }) },
        fee: { clause: '5cu/dl/8.11.6(c)', charge: 'examination-abroad' },
        costs: { clause: '5cu/dl/8.11.6(c)', charge: 'examination-abroad', agreed: true },
        decidedBy: registrar,
        needs: ['practicable', 'sameTime', 'host'],
        otherwiseNextSitting: true,
      },
      'change-of-venue': {
        clause: '5cu/assess/6.1',
        notice: { before: notice('5cu/assess/6.1', { days: 28 }), acceptedLateBy: 'registrar' },
        decidedBy: registrar,
        needs: ['place'],
      },
      'change-of-date': {
        clause: '5cu/assess/6.1',
        notice: { before: notice('5cu/assess/6.1', { days: 28 }) },
        timetable: { clause: '5cu/assess/6.3', emergencyOnly: false },
        decidedBy: registrar,
        needs: ['date', 'otherPaper'],
      },
    },
  },
  oral: '5cu/assess/16.1',
  incidents: {
    listed: '5cu/assess/10.1',
    kinds: {
      'unauthorised-material': '5cu/assess/10.1(a)',
      help: '5cu/assess/10.1(b)',
      'improper-approach': '5cu/assess/10.1(c)',
      'integrity-breach': '5cu/assess/10.1(d)',
      'instructions-not-followed': '5cu/assess/10.4',
      'no-identification': '5cu/assess/7.1(unnumbered)',
      'late-arrival': '5cu/assess/7.4',
    },
    breaches: new Set([
      'unauthorised-material',
      'help',
      'improper-approach',
      'integrity-breach',
      'instructions-not-followed',
    ]),
    withExhibits: new Set(['unauthorised-material']),
    ending: '5cu/assess/10.2',
    report: '5cu/assess/10.3',
    discipline: '5cu/assess/10.4',
    lateMinutes: days('5cu/assess/7.4', 30),
  },
  circumstances: {
    report: '5cu/assess/21.1',
    lasting: days('5cu/assess/21.3', 28),
    types: {
      'university-failure': '5cu/assess/21.3(a)',
      'long-illness': '5cu/assess/21.3(b)',
      'private-life': '5cu/assess/21.3(c)',
    },
    shortlyBefore: days('5cu/assess/21.4', 21),
    documents: '5cu/assess/21.5',
    usual: new Set(['long-illness', 'illness', 'bereavement', 'private-life', 'university-failure']),
    within: days('5cu/assess/21.6', 7),
    tutor: '5cu/assess/21.2',
  },
  appeals: {
    within: days('5cu/assess/20.1', 14),
    fee: '5cu/assess/20.2',
    told: dated<readonly ToldOfExamination[]>({ from, clause: '5cu/assess/20.3', value: ['examination-mark'] }),
  },
  disclosure: {
    released: dated<readonly DisclosureKind[]>({
      from,
      clause: '5cu/assess/19.3',
      value: ['examination-mark', 'certified-results'],
    }),
    telephone: '5cu/assess/19.2',
  },
};
