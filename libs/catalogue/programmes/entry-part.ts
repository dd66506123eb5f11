import { IsCodeList, IsCount, IsEntryCode, IsFlag, IsOneOf, IsPartList } from '#commands';
import { type Refusal, refuse, type Text, text } from '#kernel';
import {
  ENTRY_CONDITION_KINDS,
  ENTRY_ROUTE_KINDS,
  type EntryCondition,
  type EntryConditionKind,
  type EntryRoute,
  type ProgrammeEntry,
} from '#regulations';
import { IsTitle, titled } from '../parts.ts';

export class EntryConditionPart {
  @IsEntryCode({ description: 'What it is called within the programme.' })
  readonly id!: string;

  @IsOneOf(ENTRY_CONDITION_KINDS, { description: 'What it asks for.' })
  readonly kind!: EntryConditionKind;

  @IsTitle()
  readonly title?: Text;

  @IsEntryCode({ description: 'Of conditions with the same group one is enough.', example: 'G1', optional: true })
  readonly group?: string;
}

export class EntryRoutePart {
  @IsEntryCode({ description: 'What it is called within the programme.', example: 'R2' })
  readonly code!: string;

  @IsOneOf(ENTRY_ROUTE_KINDS, {
    description: 'A pathway of distance learning, or entry to a later year of a full-time honours programme.',
  })
  readonly kind!: EntryRoute['kind'];

  @IsTitle()
  readonly title?: Text;

  @IsCount(2, 3, {
    description: 'Which of the routes it is that the regulations of the award number (five-credit dual awards).',
    optional: true,
  })
  readonly number?: number;

  @IsCount(1, 400, { description: 'The credits that the award takes of who enters so.', example: 60 })
  readonly credits!: number;

  @IsCount(1, 10, {
    description: 'The prescribed study period N from this entry; that of the programme unless told.',
    optional: true,
  })
  readonly years?: number;

  @IsCount(2, 6, { description: 'The year of the programme that is entered.', optional: true })
  readonly year?: number;

  @IsPartList(EntryConditionPart, 20, { description: 'Asked in place of those of the programme.', optional: true })
  readonly conditions?: EntryConditionPart[];

  @IsCodeList({ description: 'Courses from which who enters so is exempted.', optional: true })
  readonly exempts?: string[];
}

/** How a programme is entered. [5cu/dl/2.4] [5cu/dl/2.5] [3cu/dl/2.2] [3cu/dl/2.4] [3cu/dl/2.5] */
export class EntryPart {
  @IsFlag({ description: 'Under open admission: nothing that was learnt before is asked; false unless told.' })
  readonly open?: boolean;

  @IsFlag({ description: 'Approved by the Council to run outside Hong Kong; false unless told.' })
  readonly outsideHongKong?: boolean;

  @IsPartList(EntryConditionPart, 20, { description: 'What direct entry asks; nothing unless told.', optional: true })
  readonly conditions?: EntryConditionPart[];

  @IsPartList(EntryRoutePart, 10, { description: 'Ways in on earlier qualifications.', optional: true })
  readonly routes?: EntryRoutePart[];
}

/** The entry of a programme as facts. `years` is the prescribed period of direct entry. */
export const entryFactsOf = (part: EntryPart, years: number): ProgrammeEntry => ({
  open: part.open ?? false,
  outsideHongKong: part.outsideHongKong ?? false,
  conditions: (part.conditions ?? []).map(conditionOf),
  routes: (part.routes ?? []).map((route) => ({
    ...route,
    title: titled(route.title, route.code),
    years: route.years ?? years,
    conditions: (route.conditions ?? []).map(conditionOf),
    exempts: route.exempts ?? [],
  })),
});

const conditionOf = (part: EntryConditionPart): EntryCondition => ({ ...part, title: titled(part.title, part.id) });

/** Why the entry of a programme cannot be meant: one name stands for two things. */
export function unfitEntry({ conditions, routes }: ProgrammeEntry): Refusal | undefined {
  const lists = [
    routes.map(({ code }) => code),
    conditions.map(({ id }) => id),
    ...routes.map((route) => route.conditions.map(({ id }) => id)),
  ];
  return lists.some((names) => new Set(names).size < names.length) ? namedTwice : undefined;
}

const namedTwice = refuse(
  'named-twice',
  text('Two conditions, or two routes, of the entry have one name.', '兩項入學條件或兩個入學途徑使用同一名稱。'),
);
