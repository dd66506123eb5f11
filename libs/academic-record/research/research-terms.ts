import { courses } from '#catalogue';
import { IsConditionId, IsDay, IsFlag, IsLine, IsPart, IsReason } from '#commands';
import { type CivilDate, refuse, text } from '#kernel';
import { isRefusal, recordUseCase, unknownCourse } from '../record-use-case.ts';
import { ConditionPart, courseNeeded, imposed, namesItsCourse, sameCondition } from './research-condition.ts';
import { BY, decided, ResearchRequest } from './research-request.ts';
import { researchGoingOn } from './research-student.ts';

/** The Research Degrees Committee asks one thing more of a student. [5cu/rpg/4.1] [3cu/rpg/4.1] */
export class ImposeResearchCondition extends ResearchRequest {
  @IsPart(ConditionPart, { description: 'What is asked.' })
  readonly condition!: ConditionPart;
}

export const imposeResearchCondition = recordUseCase({
  command: ImposeResearchCondition,
  path: 'research-conditions',
  summary: text('Impose a condition on a research student', '對研究生附加條件'),
  by: BY,
  clauses: ['5cu/rpg/4.1', '3cu/rpg/4.1'],
  facts: async (reader, { condition: { course } }: ImposeResearchCondition) =>
    course !== undefined && (await reader.read(courses, course)) === undefined ? course : undefined,
  decide: (record, { programme, condition, approvals = [] }: ImposeResearchCondition, { facts: unknown, today }) => {
    if (unknown) return unknownCourse(unknown);
    const found = researchGoingOn(record, programme, today);
    if (isRefusal(found)) return found;
    if (!namesItsCourse(condition)) return courseNeeded;
    if (found.file.conditions.some(({ id }) => id === condition.id)) return sameCondition;
    return decided(found.pack.research.condition(found.study, { approvals, today }), {
      type: 'ResearchConditionImposed',
      data: { programme: found.code, condition: imposed(condition, today) },
    });
  },
});

/** A condition is fulfilled: its course has been passed, or the Research Degrees Committee says so. [5cu/rpg/4.1] [3cu/rpg/4.1] */
export class FulfilResearchCondition extends ResearchRequest {
  @IsConditionId()
  readonly condition!: string;

  @IsReason({ description: 'How it was fulfilled: the test and its result.' })
  readonly reason!: string;
}

export const fulfilResearchCondition = recordUseCase({
  command: FulfilResearchCondition,
  path: 'research-condition-fulfilments',
  summary: text('Record that a condition is fulfilled', '記錄已符合附加條件'),
  by: BY,
  clauses: ['5cu/rpg/4.1', '3cu/rpg/4.1'],
  decide: (record, { programme, condition: id, reason, approvals = [] }: FulfilResearchCondition, { today }) => {
    const found = researchGoingOn(record, programme, today);
    if (isRefusal(found)) return found;
    const condition = found.file.conditions.find((each) => each.id === id);
    if (!condition) return unknownCondition;
    if (condition.fulfilledOn) return fulfilledAlready;
    return decided(found.pack.research.fulfilment(found.study, { condition, approvals, today }), {
      type: 'ResearchConditionFulfilled',
      data: { programme: found.code, condition: id, on: today, reason },
    });
  },
});

const unknownCondition = refuse(
  'unknown-condition',
  text('There is no such condition on the record.', '紀錄中沒有該附加條件。'),
);
const fulfilledAlready = refuse(
  'condition-fulfilled',
  text('The condition is fulfilled already.', '已符合該附加條件。'),
);

/** The Research Degrees Committee approves another field of research, or another plan. [5cu/rpg/4.4] [3cu/rpg/4.4] */
export class ApproveResearchPlan extends ResearchRequest {
  @IsLine({ description: 'The field of research.' })
  readonly area!: string;

  @IsReason({ description: 'The plan of research.', optional: true })
  readonly plan?: string;

  @IsDay({ description: 'The day by which the plan is carried out.', optional: true })
  readonly completeBy?: CivilDate;
}

export const approveResearchPlan = recordUseCase({
  command: ApproveResearchPlan,
  path: 'research-plans',
  summary: text('Approve a field and plan of research', '批准研究範疇及計劃'),
  by: BY,
  clauses: ['5cu/rpg/4.4', '3cu/rpg/4.4'],
  decide: (record, { programme, area, plan, completeBy, approvals = [] }: ApproveResearchPlan, { today }) => {
    const found = researchGoingOn(record, programme, today);
    if (isRefusal(found)) return found;
    return decided(found.pack.research.plan(found.study, { approvals, today }), {
      type: 'ResearchPlanApproved',
      data: {
        programme: found.code,
        plan: { area, ...(plan ? { plan } : {}), ...(completeBy ? { completeBy } : {}), approvedOn: today },
      },
    });
  },
});

/**
 * A research student takes up another research degree elsewhere; refused without the express permission of the Research
 * Degrees Committee. [5cu/rpg/4.5] [3cu/rpg/4.5]
 */
export class TakeUpOtherResearchDegree extends ResearchRequest {
  @IsLine({ description: 'The institution.' })
  readonly institution!: string;

  @IsLine({ description: 'The degree.' })
  readonly degree!: string;
}

export const takeUpOtherResearchDegree = recordUseCase({
  command: TakeUpOtherResearchDegree,
  path: 'other-research-degrees',
  summary: text('Take up another research degree elsewhere', '同時攻讀他校研究學位'),
  by: ['student', ...BY],
  clauses: ['5cu/rpg/4.5', '3cu/rpg/4.5'],
  decide: (record, { programme, institution, degree, approvals = [] }: TakeUpOtherResearchDegree, { today }) => {
    const found = researchGoingOn(record, programme, today);
    if (isRefusal(found)) return found;
    return decided(found.pack.research.otherDegree(found.study, { approvals, today }), {
      type: 'OtherResearchDegreePermitted',
      data: { programme: found.code, degree: { institution, degree, recordedOn: today } },
    });
  },
});

/**
 * All or part of study or research is done away from the University. Refused unless the principal supervisor recommends
 * it, the Research Degrees Committee finds the place suitable, and the supervisor can guide and control the work there.
 * [5cu/rpg/7.1] [5cu/rpg/7.1.1] [5cu/rpg/7.1.2] [3cu/rpg/7.1] [3cu/rpg/7.1.1] [3cu/rpg/7.1.2]
 */
export class StudyElsewhere extends ResearchRequest {
  @IsLine({ description: 'The place.' })
  readonly place!: string;

  @IsDay({ description: 'The first day there.' })
  readonly from!: CivilDate;

  @IsDay({ description: 'The first day back.' })
  readonly until!: CivilDate;

  @IsFlag({ description: 'Whether the principal supervisor can control and guide the work there.' })
  readonly supervised?: boolean;
}

export const studyElsewhere = recordUseCase({
  command: StudyElsewhere,
  path: 'studies-elsewhere',
  summary: text('Study or do research elsewhere', '在大學以外學習或研究'),
  by: ['student', 'principal-supervisor', ...BY],
  clauses: ['5cu/rpg/7.1', '5cu/rpg/7.1.1', '5cu/rpg/7.1.2', '3cu/rpg/7.1', '3cu/rpg/7.1.1', '3cu/rpg/7.1.2'],
  decide: (record, command: StudyElsewhere, { today }) => {
    const { programme, place, from, until, supervised = false, approvals = [] } = command;
    if (from >= until) return noTime;
    const found = researchGoingOn(record, programme, today);
    if (isRefusal(found)) return found;
    return decided(found.pack.research.elsewhere(found.study, { place, from, until, supervised, approvals, today }), {
      type: 'StudyElsewhereApproved',
      data: { programme: found.code, elsewhere: { place, from, until, recordedOn: today } },
    });
  },
});

const noTime = refuse('no-time', text('The first day has to come before the last.', '首日須在恢復日之前。'));
