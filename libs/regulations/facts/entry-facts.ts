import type { Text } from '#kernel';

export const ENTRY_CONDITION_KINDS = [
  'general',
  'professional-qualification',
  'qualification',
  'experience',
  'language',
  'interview',
  'outside-hong-kong',
  'other',
] as const;

/** What a condition of entry asks for. [5cu/dl/2.4] [3cu/dl/2.4] [5cu/ug/2.1] [3cu/ug/2.1] [5cu/ug/2.2] [3cu/ug/2.2] */
export type EntryConditionKind = (typeof ENTRY_CONDITION_KINDS)[number];

/** Something that an entrant has to bring. */
export interface EntryCondition {
  /** What it is called within the programme. */
  readonly id: string;
  readonly kind: EntryConditionKind;
  readonly title: Text;
  /** Of conditions with the same group one is enough; those without are all asked. */
  readonly group?: string;
}

export const ENTRY_ROUTE_KINDS = ['pathway', 'advanced'] as const;

/**
 * A way in on earlier qualifications: a pathway of a distance-learning programme, or entry to a later year of a
 * full-time honours programme. [5cu/dl/2.5] [3cu/dl/2.5] [3cu/gloss/27] [3cu/gloss/34]
 */
export interface EntryRoute {
  readonly code: string;
  readonly kind: (typeof ENTRY_ROUTE_KINDS)[number];
  readonly title: Text;
  /** Which of the routes that the regulations of the award number it is. [5cu/dual/5.1(c)] */
  readonly number?: number;
  /** The credits that the award takes of who enters so. */
  readonly credits: number;
  /** The prescribed study period N from this point of entry, in years. [5cu/gloss/18] [3cu/gloss/25] */
  readonly years: number;
  /** The year of the programme that is entered. */
  readonly year?: number;
  /** Asked in place of the conditions of the programme. */
  readonly conditions: readonly EntryCondition[];
  /** Courses from which who enters so is exempted. [3cu/bach/3.3] [3cu/bach/3.4] [5cu/bach/3.3] */
  readonly exempts: readonly string[];
}

/** How a programme is entered. */
export interface ProgrammeEntry {
  /** Under the policy of open admission. [3cu/dl/2.2] */
  readonly open: boolean;
  /** Approved by the Council to run outside Hong Kong. [5cu/dl/2.3] [3cu/dl/2.3] */
  readonly outsideHongKong: boolean;
  readonly conditions: readonly EntryCondition[];
  readonly routes: readonly EntryRoute[];
}

/** What an entrant brought for a condition: evidence, or the University's exemption from it. */
export interface Credential {
  readonly condition: string;
  readonly by: 'evidence' | 'exemption';
  /** The evidence, or the reason of the exemption, in words. */
  readonly words: string;
}

/** How a student came in; kept with the registration. */
export interface EntryPath {
  /** The route; absent for direct entry. */
  readonly route?: Pick<EntryRoute, 'code' | 'kind' | 'number' | 'credits' | 'years' | 'year' | 'exempts'> & {
    readonly clause: string;
    /** The credits that it takes off those of the programme; absent where it was not kept. */
    readonly waived?: number;
  };
  readonly met: readonly (Credential & { readonly clause: string })[];
}

/** Whether a programme has any condition of entry, so that applying for it takes a fee. [5cu/dl/2.6] [5cu/dl/7.2] [3cu/dl/2.6] [3cu/dl/8.2] */
export const hasEntryConditions = (of: {
  readonly requirements: { readonly entryRequirements?: boolean };
  readonly entry?: ProgrammeEntry;
}): boolean => of.requirements.entryRequirements === true || (of.entry?.conditions.length ?? 0) > 0;
