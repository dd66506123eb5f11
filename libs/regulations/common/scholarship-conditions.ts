import { type ClauseId, type Text, text } from '#kernel';
import type {
  DonorCondition,
  DonorConditionKind,
  ScholarshipFacts,
  ScholarshipRequest,
} from '../facts/scholarship-facts.ts';
import { STUDY_MODES, type StudyMode } from '../facts.ts';
import { approvalBy, type Demand, type Remark } from './demand.ts';
import type { ScholarshipLaw } from './scholarship-law.ts';

/** The conditions that apply to students of a mode. */
export const conditionsFor = ({ conditions }: Pick<ScholarshipFacts, 'conditions'>, mode: StudyMode) =>
  conditions.filter((condition) => condition.mode === undefined || condition.mode === mode);

/** The programmes that the donor leaves to a student of a mode; undefined where the donor names none. */
export function programmesLeft(scholarship: Pick<ScholarshipFacts, 'conditions'>, mode: StudyMode) {
  const [first, ...others] = conditionsFor(scholarship, mode).flatMap(({ kind, programmes = [] }) =>
    kind === 'programmes' ? [programmes] : [],
  );
  return first?.filter((code) => others.every((programmes) => programmes.includes(code)));
}

/** Whether the donor has said that financial need counts for students of a mode. */
export const needCounts = (scholarship: Pick<ScholarshipFacts, 'conditions'>, mode: StudyMode): boolean =>
  conditionsFor(scholarship, mode).some(({ kind, considered }) => kind === 'financial-need' && considered);

/**
 * Conditions that apply to the same students and cannot stand together: they name programmes and have none in common,
 * or one lets financial need count and another does not. Empty when all agree.
 */
export function disagreeing(scholarship: Pick<ScholarshipFacts, 'conditions' | 'mode'>): readonly DonorCondition[] {
  for (const mode of STUDY_MODES) {
    if (scholarship.mode !== undefined && scholarship.mode !== mode) continue;
    const applying = conditionsFor(scholarship, mode);
    const ofProgrammes = applying.filter(({ kind }) => kind === 'programmes');
    if (ofProgrammes.length > 1 && programmesLeft(scholarship, mode)?.length === 0) return ofProgrammes;
    const ofNeed = applying.filter(({ kind }) => kind === 'financial-need');
    if (new Set(ofNeed.map(({ considered }) => considered)).size > 1) return ofNeed;
  }
  return [];
}

/** The clause that lets a donor ask a thing. */
export function conditionClause(law: ScholarshipLaw, kind: DonorConditionKind): ClauseId {
  switch (kind) {
    case 'programmes':
      return law.programmes;
    case 'representative':
      return law.representative;
    case 'financial-need':
      return law.need;
    default:
      return law.conditions;
  }
}

/** What the clauses say of the conditions of a donor. */
export function donorConditions(law: ScholarshipLaw, request: ScholarshipRequest): (Demand | Remark)[] {
  const { conditions } = request.scholarship;
  if (conditions.length === 0) return [];
  const kinds = conditions.map(({ kind }) => kind).join(' ');
  return [
    { clause: law.conditions, figures: { conditions: kinds } },
    ...conditions.flatMap((condition) => accepted(law, condition)),
    ...conditions.map((condition) => notContrary(law, condition, request)),
  ];
}

function accepted(law: ScholarshipLaw, { kind, programmes = [], considered = false }: DonorCondition): Remark[] {
  const clause = conditionClause(law, kind);
  switch (kind) {
    case 'programmes':
      return [{ clause, figures: { programmes: programmes.join(' ') } }];
    case 'representative':
      return [{ clause }];
    case 'financial-need':
      return [{ clause, figures: { considered } }];
    default:
      return [];
  }
}

/** The clauses that some conditions go against, and why. */
const against = (law: ScholarshipLaw): Partial<Record<DonorCondition['kind'], { clause: ClauseId; why: Text }>> => ({
  'sole-selection': {
    clause: law.recommendation,
    why: text(
      'The donor would choose alone; a School or a committee recommends.',
      '捐贈者不可獨自甄選；獎學金須由學院或委員會推薦。',
    ),
  },
  'without-credits': {
    clause: law.credits.clause,
    why: text(
      'The donor would leave out the credits that the regulations ask.',
      '捐贈者不可免除規例所訂明的學分要求。',
    ),
  },
});

/** Nobody lets a condition pass that goes against the regulations; of one in words the University has to judge. */
function notContrary(
  law: ScholarshipLaw,
  { kind, words = '' }: DonorCondition,
  { approvals }: ScholarshipRequest,
): Demand {
  const contrary = against(law)[kind];
  const clause = law.contrary;
  if (kind === 'other')
    return {
      clause,
      met: false,
      figures: { condition: kind, words },
      approval: approvalBy(approvals, 'university'),
      note: text(
        `Whether it agrees with the regulations and the aims of the Ordinance has to be judged: ${words}`,
        `須判定是否符合規例及條例的目標：${words}`,
      ),
      remedy: text('Obtain the approval of the University.', '取得大學批准。'),
    };
  return {
    clause,
    met: !contrary,
    figures: { condition: kind, against: contrary?.clause ?? null },
    note: contrary?.why ?? text('', ''),
    remedy: text('Offer it without this condition.', '刪除此條件。'),
  };
}
