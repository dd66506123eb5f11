/** How a programme is studied. Under which general regulations, its chapter tells. */
export type StudyMode = 'distance-learning' | 'full-time' | 'part-time';

export type AwardKind =
  | 'certificate'
  | 'diploma'
  | 'higher-diploma'
  | 'associate'
  | 'ordinary'
  | 'honours'
  | 'postgraduate-certificate'
  | 'postgraduate-diploma'
  | 'masters'
  | 'mphil'
  | 'professional-doctorate'
  | 'phd';

/** The general regulations that a programme is under, in either regime. */
export type Chapter = 'distance-learning' | 'undergraduate' | 'taught-postgraduate' | 'research';

/** Every mode of study. */
export const STUDY_MODES = ['distance-learning', 'full-time', 'part-time'] as const satisfies readonly StudyMode[];

/** Every chapter. */
export const CHAPTERS: readonly Chapter[] = ['distance-learning', 'undergraduate', 'taught-postgraduate', 'research'];

/** Every kind of award. */
export const AWARDS = [
  'certificate',
  'diploma',
  'higher-diploma',
  'associate',
  'ordinary',
  'honours',
  'postgraduate-certificate',
  'postgraduate-diploma',
  'masters',
  'mphil',
  'professional-doctorate',
  'phd',
] as const satisfies readonly AwardKind[];

const TAUGHT: ReadonlySet<AwardKind> = new Set(['postgraduate-certificate', 'postgraduate-diploma', 'masters']);
const RESEARCH: ReadonlySet<AwardKind> = new Set(['mphil', 'professional-doctorate', 'phd']);

/** Whether the award is a research degree. */
export const isResearchAward = (award: AwardKind): boolean => RESEARCH.has(award);

/** Whether the award is a taught one of postgraduate level, however it is studied. */
export const isTaughtPostgraduateAward = (award: AwardKind): boolean => TAUGHT.has(award);

/**
 * The chapter that a programme is under. Whatever is studied by distance learning is under the regulations on distance
 * learning, taught postgraduate awards among them; research degrees have regulations of their own.
 */
export function chapterOf({ mode, award }: { readonly mode: StudyMode; readonly award: AwardKind }): Chapter {
  if (isResearchAward(award)) return 'research';
  if (mode === 'distance-learning') return 'distance-learning';
  return isTaughtPostgraduateAward(award) ? 'taught-postgraduate' : 'undergraduate';
}

/** The chapters that students of a mode may be under, the commonest first. */
export const CHAPTERS_OF: Readonly<Record<StudyMode, readonly [Chapter, ...Chapter[]]>> = {
  'distance-learning': ['distance-learning'],
  'full-time': ['undergraduate', 'taught-postgraduate', 'research'],
  'part-time': ['taught-postgraduate', 'research'],
};
