import { emptyAccount } from '../common/account.ts';
import type { ProgrammeFacts, ResearchAdmission, ResearchAward, ResearchFile, Study, Thesis } from '../facts.ts';
import type { ResearchAdmissionRequest } from '../rules/research.ts';
import { aProgramme, autumn, by } from './index.ts';

/** A research degree, for specs. */
export const aResearchProgramme = (
  regime: ProgrammeFacts['regime'],
  award: ResearchAward,
  mode: 'full-time' | 'part-time' = 'full-time',
): ProgrammeFacts => aProgramme(regime, mode, { code: 'RES', award, credits: 40 });

export const aResearchAdmission = (of: Partial<ResearchAdmission> = {}): ResearchAdmission => ({
  thesisLanguage: 'en',
  startsOn: '2024-09-02',
  conditions: [],
  plan: { area: 'Distributed systems', approvedOn: '2024-06-01' },
  ...of,
});

/** On a research degree from 2 September 2024, with these facts in its file. */
export function aResearchStudy(
  programme: ProgrammeFacts,
  file: Partial<ResearchFile> = {},
  of: Partial<Omit<Study, 'registration'>> & { admission?: Partial<ResearchAdmission> } = {},
): Study {
  const { admission, ...facts } = of;
  const research = aResearchAdmission(admission);
  return {
    registration: { programme, entryTerm: autumn, admittedOn: '2024-06-01', research },
    attempts: [],
    transfers: [],
    deferrals: [],
    ...facts,
    research: {
      programme: programme.code,
      conditions: research.conditions,
      plans: [research.plan],
      years: [],
      missed: [],
      leaves: [],
      elsewhere: [],
      otherDegrees: [],
      ...file,
    },
  };
}

export const aThesis = (registeredOn: string, of: Partial<Thesis> = {}): Thesis => ({
  title: 'On clocks',
  registeredOn,
  notices: [],
  submissions: [],
  examinations: [],
  ...of,
});

/** Years registered for, each by the year in which it begins. */
export const years = (...firsts: readonly number[]): ResearchFile['years'] =>
  firsts.map((first) => ({
    academicYear: `${first}/${String(first + 1).slice(2)}`,
    on: `${first}-08-20`,
    late: false,
  }));

export const rdc = by('research-degrees-committee');
export const srdc = by('school-research-degrees-committee');

/** An application that nothing stands against. */
export const anApplication = (
  programme: ProgrammeFacts,
  of: Partial<ResearchAdmissionRequest> = {},
): ResearchAdmissionRequest => ({
  programme,
  term: autumn,
  startsOn: '2024-09-02',
  entryConditionsMet: true,
  languageShown: true,
  thesisLanguage: 'en',
  conditions: [],
  account: emptyAccount,
  application: { cents: 0 },
  here: [],
  permits: { otherDegree: false, otherStart: false },
  approvals: [rdc],
  today: '2024-06-01',
  ...of,
});
