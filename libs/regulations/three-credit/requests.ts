import type { Notice, RequestsLaw } from '../common/requests-law.ts';
import { dated } from '../dated.ts';
import type { DisclosureKind, ToldOfExamination } from '../facts/request-facts.ts';
import { threeCreditScale } from './grades.ts';
import { THREE_CREDIT_PACK } from './parameters.ts';

const from = '2022-09-01';
const days = (clause: string, value: number) => dated<number>({ from, clause, value });
const notice = (clause: string, value: Notice) => dated<Notice>({ from, clause, value });

const registrar = ['registrar', 'migration'];

/**
 * Requests about examinations and results. Days that the University sets and the text does not name are its present
 * setting: 28 before the examinations for another venue, 56 for one abroad, 7 after them for special
 * circumstances, 14 after the result for an appeal.
 */
export const threeCreditRequestsLaw: RequestsLaw = {
  pack: THREE_CREDIT_PACK,
  scale: threeCreditScale,
  arrangements: {
    venue: '3cu/assess/6.1',
    kinds: {
      'other-venue': {
        clause: '3cu/assess/14.1',
        papers: ['medical-certificate', 'special-needs-assessment'],
        decidedBy: registrar,
        needs: ['place', 'consulted', 'invigilator'],
      },
      scribe: {
        clause: '3cu/assess/14.2',
        papers: ['medical-certificate', 'special-needs-assessment'],
        decidedBy: registrar,
        needs: ['assessed', 'noteTaker', 'noteTakerKnown'],
      },
      typewriter: {
        clause: '3cu/assess/14.2',
        papers: ['medical-certificate', 'special-needs-assessment'],
        decidedBy: registrar,
        needs: ['assessed', 'invigilator'],
      },
      braille: {
        clause: '3cu/assess/14.3',
        papers: ['medical-certificate', 'special-needs-assessment'],
        decidedBy: registrar,
        needs: ['practicable'],
      },
      audio: {
        clause: '3cu/assess/14.3',
        papers: ['medical-certificate', 'special-needs-assessment'],
        decidedBy: registrar,
        needs: ['practicable'],
      },
      'extra-time': {
        clause: '3cu/assess/14.4',
        papers: ['medical-certificate'],
        also: ['3cu/assess/6.4'],
        decidedBy: registrar,
        needs: ['minutes'],
      },
      'religious-days': {
        clause: '3cu/assess/16.1',
        notice: { before: notice('3cu/assess/16.1', { months: 3 }) },
        through: '3cu/assess/16.2',
        costs: { clause: '3cu/assess/16.4', charge: 'examination-arrangement', agreed: true },
        decidedBy: ['registrar', 'registry', 'migration'],
        needs: [],
      },
      overseas: {
        clause: '3cu/dl/9.12.3(a)',
        only: 'distance-learning',
        notice: { before: notice('3cu/dl/9.12.3(b)', { days: 56 }) },
        fee: { clause: '3cu/dl/9.12.3(c)', charge: 'examination-abroad' },
        costs: { clause: '3cu/dl/9.12.3(c)', charge: 'examination-abroad', agreed: true },
        decidedBy: registrar,
        needs: ['practicable', 'sameTime', 'host'],
        otherwiseNextSitting: true,
      },
      'change-of-venue': {
        clause: '3cu/assess/6.1',
        notice: { before: notice('3cu/assess/6.1', { days: 28 }), acceptedLateBy: 'registrar' },
        decidedBy: registrar,
        needs: ['place'],
      },
      'change-of-date': {
        clause: '3cu/assess/6.3',
        timetable: { clause: '3cu/assess/6.3', emergencyOnly: true },
        decidedBy: registrar,
        needs: ['date', 'otherPaper'],
      },
    },
  },
  oral: '3cu/assess/15.1',
  incidents: {
    listed: '3cu/assess/10.1',
    kinds: {
      'unauthorised-material': '3cu/assess/10.1(a)',
      help: '3cu/assess/10.1(b)',
      'improper-approach': '3cu/assess/10.1(c)',
      'integrity-breach': '3cu/assess/10.1(d)',
      'instructions-not-followed': '3cu/assess/10.4',
      'no-identification': '3cu/assess/7.1',
      'late-arrival': '3cu/assess/7.4',
    },
    breaches: new Set([
      'unauthorised-material',
      'help',
      'improper-approach',
      'integrity-breach',
      'instructions-not-followed',
    ]),
    withExhibits: new Set(['unauthorised-material']),
    ending: '3cu/assess/10.2',
    report: '3cu/assess/10.3',
    discipline: '3cu/assess/10.4',
    lateMinutes: days('3cu/assess/7.4', 30),
  },
  circumstances: {
    report: '3cu/assess/20.1',
    lasting: days('3cu/assess/20.3', 28),
    types: {
      'university-failure': '3cu/assess/20.3(a)',
      'long-illness': '3cu/assess/20.3(b)',
      'private-life': '3cu/assess/20.3(c)',
    },
    shortlyBefore: days('3cu/assess/20.4', 21),
    documents: '3cu/assess/20.5',
    usual: new Set(['long-illness', 'illness', 'bereavement', 'private-life', 'university-failure']),
    within: days('3cu/assess/20.6', 7),
    tutor: '3cu/assess/20.2',
  },
  appeals: {
    within: days('3cu/assess/19.1', 14),
    fee: '3cu/assess/19.2',
    told: dated<readonly ToldOfExamination[]>({ from, clause: '3cu/assess/19.3', value: ['examination-mark'] }),
  },
  disclosure: {
    released: dated<readonly DisclosureKind[]>({
      from,
      clause: '3cu/assess/18.3',
      value: ['examination-mark', 'certified-results'],
    }),
    telephone: '3cu/assess/18.2',
  },
};
