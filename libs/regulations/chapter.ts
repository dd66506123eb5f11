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
  | 'phd'
  | ProfessionalAward
  | 'dual';

/** The sub-degree awards of professional development, which only the five-credit regulations know. [5cu/subdegpd/2.1] */
export type ProfessionalAward = 'associate-diploma' | 'professional-diploma' | 'professional-higher-diploma';

/** The awards of the three-credit regulations. */
export type ThreeCreditAward = Exclude<AwardKind, ProfessionalAward>;

/** Something for each award that a regime knows. */
export type ByAward<Value> = Readonly<Partial<Record<AwardKind, Value>>>;

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
  'associate-diploma',
  'professional-diploma',
  'professional-higher-diploma',
  'dual',
] as const satisfies readonly AwardKind[];

const PROFESSIONAL: ReadonlySet<AwardKind> = new Set<ProfessionalAward>([
  'associate-diploma',
  'professional-diploma',
  'professional-higher-diploma',
]);

/** Whether the award is one of professional development. [5cu/subdegpd/2.1] */
export const isProfessionalAward = (award: AwardKind): boolean => PROFESSIONAL.has(award);

/** Whether a regime has the award. */
export const knowsAward = (regime: '5cu' | '3cu', award: AwardKind): boolean =>
  regime === '5cu' || !isProfessionalAward(award);

/** What stands for an award; one that the regime does not know is a mistake of the caller, as no programme leads to it. */
export function ofAward<Value>(values: ByAward<Value>, award: AwardKind): Value {
  const value = values[award];
  if (value === undefined) throw new RangeError(`The regulations know no award ${award}`);
  return value;
}

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
