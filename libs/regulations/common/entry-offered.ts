import { type CivilDate, type Ruling, rule, text } from '#kernel';
import { chapterOf, type EntryCondition, type EntryRoute, type ProgrammeFacts } from '../facts.ts';
import type { NumberedRoutes } from './awards.ts';
import { type Demand, ruleOn } from './demand.ts';
import { type EntryLaw, type EntryLaws, lawOf } from './entry.ts';

/** Whether a route is one for such a programme: a numbered one whatever the mode of study; entry to a later year is to one of the years that the law names. */
const fits = (
  programme: ProgrammeFacts,
  { kind, year }: EntryRoute,
  laterYears: readonly number[],
  numbered: boolean,
): boolean => {
  const isUndergraduate = chapterOf(programme) === 'undergraduate';
  if (kind === 'pathway') return numbered || !isUndergraduate;
  return isUndergraduate && programme.award === 'honours' && year !== undefined && laterYears.includes(year);
};

/**
 * Whether a programme may be entered as it is described: one of open admission asks for nothing that was learnt before,
 * conditions beyond the others belong to programmes outside Hong Kong, a pathway to distance learning and entry to a
 * later year to full-time honours, and neither takes more credits than the programme. [3cu/dl/2.2] [5cu/dl/2.3] [3cu/dl/2.3]
 * [5cu/dl/2.5] [3cu/dl/2.5] [5cu/gloss/20] [5cu/gloss/26] [3cu/gloss/27] [3cu/gloss/34]
 */
export const entryOffered =
  (laws: EntryLaws) =>
  (programme: ProgrammeFacts, today: CivilDate): Ruling => {
    const { entry } = programme;
    if (!entry) return rule(laws.pack, []);
    const law = lawOf(laws, programme);
    if (!law) return rule(laws.pack, []);
    const asks = entry.conditions.filter(({ kind }) => kind !== 'outside-hong-kong');
    const abroad = [...entry.conditions, ...entry.routes.flatMap(({ conditions }) => conditions)].some(
      ({ kind }) => kind === 'outside-hong-kong',
    );
    return ruleOn(laws.pack, [
      ...(entry.open ? [openAdmission(law, asks)] : []),
      ...asks.map(({ id, kind }) => ({ clause: law.conditions[kind], figures: { condition: id, kind } })),
      ...(abroad ? [outside(law, entry.outsideHongKong)] : []),
      ...entry.routes.flatMap((route) => offered(laws, law, programme, route, today)),
    ]);
  };

const openAdmission = (law: EntryLaw, asks: readonly EntryCondition[]): Demand => ({
  clause: law.open ?? law.conditions.general,
  met: law.open !== undefined && asks.length === 0,
  figures: { conditions: asks.map(({ id }) => id).join(' ') || null },
  note: law.open
    ? text('A programme of open admission has no such conditions of entry.', '公開收生的課程不得設此類入學條件。')
    : text('These regulations know no open admission.', '此類課程的規例不設公開收生。'),
  remedy: text('Define it without open admission, or without conditions.', '設定為非公開收生，或不設入學條件。'),
});

const outside = (law: EntryLaw, outsideHongKong: boolean): Demand => ({
  clause: law.conditions['outside-hong-kong'],
  met: outsideHongKong,
  figures: { outsideHongKong },
  note: text(
    'Such conditions belong to programmes that the Council has approved to run outside Hong Kong.',
    '此類條件只適用於校董會核准在香港以外開辦的課程。',
  ),
});

const offered = (
  laws: EntryLaws,
  law: EntryLaw,
  programme: ProgrammeFacts,
  route: EntryRoute,
  today: CivilDate,
): Demand[] => [
  {
    clause: laws.routes[route.kind],
    met: fits(programme, route, laws.laterYears.on(today).value, laws.numbered?.[programme.award] !== undefined),
    figures: {
      route: route.code,
      kind: route.kind,
      mode: programme.mode,
      award: programme.award,
      year: route.year ?? null,
    },
    note:
      route.kind === 'pathway'
        ? text('An undergraduate programme taught face to face has no pathways.', '面授本科課程不設入學途徑。')
        : text(
            `Only full-time honours programmes are entered in a later year: ${laws.laterYears.on(today).value.join(', ')}.`,
            `只有全日制榮譽學士課程可銜接入讀高年級（第 ${laws.laterYears.on(today).value.join('、')} 年）。`,
          ),
  },
  {
    clause: law.fewerCredits,
    met: route.credits <= programme.credits,
    figures: { route: route.code, credits: route.credits, ofProgramme: programme.credits },
    note: text(
      `The route takes ${route.credits} credits, more than the ${programme.credits} of the programme.`,
      `此入學途徑須修 ${route.credits} 學分，多於課程的 ${programme.credits} 學分。`,
    ),
    remedy: text(`Set ${programme.credits} credits or fewer.`, `設定為 ${programme.credits} 學分或以下。`),
  },
  ...numberedRoute(laws.numbered?.[programme.award]?.on(today).value, route),
];

/** A route of an award that numbers them is one of these, and takes its credits at least. [5cu/dual/5.1(c)] */
function numberedRoute(law: NumberedRoutes | undefined, { code, number, credits }: EntryRoute): Demand[] {
  if (!law) return [];
  const floor = number === undefined ? undefined : law.of[number];
  const known = Object.keys(law.of).join(', ');
  const demands: Demand[] = [
    {
      clause: law.clause,
      met: floor !== undefined,
      figures: { route: code, number: number ?? null },
      note: text(`The award knows the routes ${known} besides the normal one.`, `除一般途徑外，只設途徑 ${known}。`),
      remedy: text(`Say which of them it is: ${known}.`, `註明屬哪一途徑：${known}。`),
    },
  ];
  if (!floor) return demands;
  return [
    ...demands,
    {
      clause: floor.clause,
      met: credits >= floor.minimum,
      figures: { route: code, credits, least: floor.minimum },
      note: text(
        `Route ${number} takes ${floor.minimum} credits at least; ${credits} are set.`,
        `途徑 ${number} 最少須修 ${floor.minimum} 學分；現設 ${credits} 學分。`,
      ),
      remedy: text(`Set ${floor.minimum} credits or more.`, `設定為 ${floor.minimum} 學分或以上。`),
    },
  ];
}
