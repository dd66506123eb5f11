import type { Ruling, Text } from '#kernel';
import type { AwardAudit, RequirementCheck } from '#regulations';
import type { ProgrammeAt, RecordAt } from '../../record-at.ts';
import { recordView } from '../../record-view.ts';
import { type NamedClass, namedClass, type ProgrammeName, programmeName } from '../shown.ts';

/** What the regulations say of one student's award of one programme, as the record stands. [3cu/dl/10.1] */
export interface AwardDecisionDocument {
  readonly student: string;
  readonly programme: ProgrammeName;
  readonly award: AwardAudit['award'];
  /** Whether every requirement is met. */
  readonly met: boolean;
  readonly requirements: {
    readonly met: readonly RequirementCheck[];
    /** Each says what is still to be done. */
    readonly outstanding: readonly RequirementCheck[];
  };
  /** Only for honours whose requirements are met. */
  readonly classification: AwardClassification | null;
  readonly ruling: Ruling;
}

export interface AwardClassification {
  /** The average of the award: exact as `839/240`, and half up to two decimals, as it was compared with the bands. */
  readonly average: { readonly exact: string; readonly display: string } | null;
  /** Null: no class is defined for the average; for the award panel and the Senate. */
  readonly class: NamedClass | null;
  readonly clause: string;
  /** Why there is no class. */
  readonly note?: Text;
  /** The courses that were averaged, with the credits used of each. */
  readonly used: readonly UsedCourse[];
}

export interface UsedCourse {
  readonly code: string;
  /** The term of the attempt whose grade counts. */
  readonly term: string;
  readonly credits: number;
  /** The group of the weighted average (five-credit). [5cu/bach/12.5(a)] */
  readonly group?: 'A' | 'B';
}

/** The decision on the award of one programme. Pure. */
export function awardDecisionOf(student: string, { registration, pack, audit }: ProgrammeAt): AwardDecisionDocument {
  return {
    student,
    programme: programmeName(registration, pack),
    award: audit.award,
    met: audit.met,
    requirements: {
      met: audit.requirements.filter(({ met }) => met),
      outstanding: audit.requirements.filter(({ met }) => !met),
    },
    classification: audit.classification ? classificationOf(audit.classification) : null,
    ruling: audit.ruling,
  };
}

export const awardDecision = recordView({
  name: 'award_decision',
  version: 1,
  view: ({ student, programmes }: RecordAt) =>
    programmes.map((programme) => ({
      part: programme.registration.programme.code,
      document: awardDecisionOf(student, programme),
    })),
});

function classificationOf(made: NonNullable<AwardAudit['classification']>): AwardClassification {
  const { average, rounded, clause, note, used } = made;
  return {
    average: average && rounded !== null ? { exact: average.toString(), display: rounded } : null,
    class: namedClass(made.class),
    clause,
    note,
    used: used.map(({ course, ...rest }) => ({ code: course, ...rest })),
  };
}
