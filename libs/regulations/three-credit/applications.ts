import type { ByChapter } from '../common/parameters.ts';
import type { ApplicationLaw, StudyApplicationKind } from '../facts.ts';

/** What students apply for, by which clause, and whose approval it takes. */
export const threeCreditApplications: ByChapter<Partial<Record<StudyApplicationKind, ApplicationLaw>>> = {
  'distance-learning': {
    deferral: { clause: '3cu/dl/5.1', authority: 'university' },
    return: { clause: '3cu/dl/7.1', authority: 'registrar' },
    'programme-change': { clause: '3cu/dl/8.1', authority: 'school' },
    'programme-withdrawal': { clause: '3cu/dl/6.1', authority: 'registrar' },
  },
  undergraduate: {
    deferral: { clause: '3cu/ug/4.1', authority: 'university' },
    return: { clause: '3cu/ug/5.2', authority: 'university' },
    'programme-change': { clause: '3cu/ug/8.1', authority: 'school' },
    'study-period-extension': { clause: '3cu/ug/7.2', authority: 'senate' },
    'programme-withdrawal': { clause: '3cu/ug/5.1', authority: 'registrar' },
  },
  'taught-postgraduate': {
    deferral: { clause: '3cu/tpg/4.1', authority: 'university' },
    return: { clause: '3cu/tpg/5.2', authority: 'university' },
    'programme-change': { clause: '3cu/tpg/8.1', authority: 'school' },
    'study-period-extension': { clause: '3cu/tpg/7.1', authority: 'senate' },
    'programme-withdrawal': { clause: '3cu/tpg/5.1', authority: 'registrar' },
  },
  research: {
    'programme-change': { clause: '3cu/rpg/2.1', authority: 'research-degrees-committee' },
    leave: { clause: '3cu/rpg/4.7', authority: 'registrar' },
    'study-period-extension': { clause: '3cu/rpg/5.1', authority: 'senate' },
  },
};
