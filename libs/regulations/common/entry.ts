import { type ClauseId, text } from '#kernel';
import type { Dated } from '../dated.ts';
import {
  type ByAward,
  type Chapter,
  chapterOf,
  type EntryCondition,
  type EntryConditionKind,
  type EntryPath,
  type EntryRoute,
  type ProgrammeFacts,
  type Registration,
} from '../facts.ts';
import type { AdmissionRequest } from '../pack.ts';
import type { NumberedRoutes } from './awards.ts';
import type { Demand, Remark } from './demand.ts';

/** What the regulations on one kind of study say of its entry. */
export interface EntryLaw {
  /** What asks for a condition, by its kind. */
  readonly conditions: Readonly<Record<EntryConditionKind, ClauseId>>;
  /** Whether the University may exempt somebody from a condition. */
  readonly exemption: boolean;
  /** The clause of open admission; absent where nothing provides for it. */
  readonly open?: ClauseId;
  /** The clause by which a route takes fewer credits. */
  readonly fewerCredits: ClauseId;
  /** The clause by which a course counts as completed of who is exempted from it by the route. */
  readonly exempted?: ClauseId;
}

export interface EntryLaws {
  readonly pack: string;
  readonly 'distance-learning': EntryLaw;
  readonly undergraduate: EntryLaw;
  readonly 'taught-postgraduate': EntryLaw;
  /** What each kind of route is. */
  readonly routes: Readonly<Record<EntryRoute['kind'], ClauseId>>;
  /** The years of a programme that are entered on earlier qualifications. */
  readonly laterYears: Dated<readonly number[]>;
  /** Of awards that number their routes: each of their routes is one of these. */
  readonly numbered?: ByAward<Dated<NumberedRoutes>>;
  /** N is that of the point of entry. */
  readonly period: ClauseId;
}

/** Research degrees have an admission of their own: undefined. */
export const lawOf = (laws: EntryLaws, programme: ProgrammeFacts): EntryLaw | undefined =>
  (laws as Partial<Record<Chapter, EntryLaw>>)[chapterOf(programme)];

/** The conditions of direct entry, or those that a route has in their place. */
const conditionsOf = (programme: ProgrammeFacts, route: EntryRoute | undefined): readonly EntryCondition[] =>
  route?.conditions ?? programme.entry?.conditions ?? [];

type Asked = NonNullable<AdmissionRequest['entry']>;

/**
 * Whether an entrant brings what the programme asks, or what the route asks in its place: evidence of every condition,
 * and of a group of conditions of one. From a condition of a full-time programme the University may exempt; the
 * regulations of distance learning know no exemption. [5cu/dl/2.3] [5cu/dl/2.4] [5cu/ug/2.1] [5cu/ug/2.2] [3cu/dl/2.2]
 * [3cu/dl/2.3] [3cu/dl/2.4] [3cu/ug/2.1] [3cu/ug/2.2]
 */
export function entryOf(
  laws: EntryLaws,
  { programme, entry }: Pick<AdmissionRequest, 'programme' | 'entry'>,
): (Demand | Remark)[] {
  const law = lawOf(laws, programme);
  if (!law) return [];
  const asked = entry ?? { credentials: [] };
  const { route } = asked;
  const conditions = conditionsOf(programme, route);
  const single = conditions.filter(({ group }) => group === undefined);
  const groups = [...new Set(conditions.flatMap(({ group }) => group ?? []))];
  const brought = (condition: EntryCondition) => demandOf(law, condition, asked);
  const ofGroup = (group: string): Demand[] => {
    const demands = conditions.filter((condition) => condition.group === group).map(brought);
    const fulfilled = demands.filter(({ met, approval }) => met || approval);
    return fulfilled.length > 0 ? fulfilled : demands;
  };
  return [
    ...(programme.entry?.open && law.open ? [{ clause: law.open, figures: { conditions: conditions.length } }] : []),
    ...single.map(brought),
    ...groups.flatMap(ofGroup),
    ...(route ? byRoute(laws, law, route) : []),
  ];
}

function demandOf(law: EntryLaw, { id, kind, title, group }: EntryCondition, { credentials }: Asked): Demand {
  const credential = credentials.find(({ condition }) => condition === id);
  const exempted = credential?.by === 'exemption';
  const alternative = group === undefined ? text('', '') : text(' (or another of its group)', '（或同組的其他條件）');
  return {
    clause: law.conditions[kind],
    met: credential?.by === 'evidence',
    figures: { condition: id, kind, shownBy: exempted ? null : (credential?.words ?? null) },
    approval: exempted && law.exemption ? { authority: 'university', reason: credential.words } : undefined,
    note: exempted
      ? text(
          `${id}: the regulations of this programme know no exemption from it.`,
          `${id}：此課程的規例不設豁免該入學條件。`,
        )
      : text(
          `Entry asks for ${id}, ${title.en}${alternative.en}; nothing shows it.`,
          `入學條件 ${id}（${title['zh-Hant']}）${alternative['zh-Hant']}未有證明。`,
        ),
    remedy: law.exemption
      ? text(`Evidence of ${id}, or an exemption by the University.`, `提交 ${id} 的證明，或取得大學豁免。`)
      : text(`Evidence of ${id}.`, `提交 ${id} 的證明。`),
  };
}

const byRoute = (laws: EntryLaws, law: EntryLaw, route: EntryRoute): Remark[] => {
  const { code, kind, credits, years, year = null, exempts } = route;
  return [
    { clause: laws.routes[kind], figures: { route: code, kind, year } },
    { clause: law.fewerCredits, figures: { route: code, credits } },
    { clause: laws.period, figures: { route: code, years } },
    ...(law.exempted && exempts.length > 0 ? [{ clause: law.exempted, figures: { exempts: exempts.join(' ') } }] : []),
  ];
};

/** What is kept of an entry with the registration. */
export const entryPath =
  (laws: EntryLaws) =>
  (programme: ProgrammeFacts, asked: Asked): EntryPath | undefined => {
    const law = lawOf(laws, programme);
    if (!law) return undefined;
    const conditions = conditionsOf(programme, asked.route);
    const met = asked.credentials.flatMap((credential) => {
      const condition = conditions.find(({ id }) => id === credential.condition);
      return condition ? [{ ...credential, clause: law.conditions[condition.kind] }] : [];
    });
    if (!asked.route) return conditions.length === 0 ? undefined : { met };
    const { code, kind, number, credits, years, year, exempts } = asked.route;
    const numbered = number === undefined ? {} : { number };
    const waived = Math.max(0, programme.credits - credits);
    return { route: { code, kind, ...numbered, credits, years, year, exempts, waived, clause: law.fewerCredits }, met };
  };

/** The conditions of entry that a registration does not show as met: all of those without a group, and groups without any. */
export function unmetOf({ programme, entry }: Registration): readonly string[] {
  if (entry?.route) return [];
  const met = new Set(entry?.met.map(({ condition }) => condition));
  const conditions = programme.entry?.conditions ?? [];
  const groupsMet = new Set(conditions.filter(({ id }) => met.has(id)).map(({ group }) => group));
  return conditions
    .filter(({ id, group }) => !met.has(id) && (group === undefined || !groupsMet.has(group)))
    .map(({ id }) => id);
}
