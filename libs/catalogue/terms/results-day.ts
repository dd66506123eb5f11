import { type CivilDate, type Ruling, refuse, rule, text } from '#kernel';
import { packs, type TermFacts } from '#regulations';

/** Who says on which day the results of a term are out. [5cu/assess/19.2] [3cu/assess/18.2] */
const PUBLISHERS: readonly string[] = ['registrar', 'migration'];

/**
 * What the regulations say of results that are published on a day. A term belongs to no regime: its results are out when
 * the regulations of every student say so. [5cu/assess/19.1] [5cu/assess/19.2] [3cu/assess/18.1] [3cu/assess/18.2]
 */
export function publicationRuling(
  term: TermFacts,
  request: { readonly on: CivilDate; readonly today: CivilDate },
): Ruling {
  const rulings = packs.map((pack) => pack.result.publicationOn(term, request));
  return rule(
    rulings.map(({ pack }) => pack).join(' '),
    rulings.flatMap(({ findings }) => findings),
    [...new Map(rulings.flatMap(({ remedies = [] }) => remedies).map((remedy) => [remedy.en, remedy])).values()],
  );
}

const isMoved = (before: TermFacts, after: TermFacts): boolean =>
  before.examinations.some((day, index) => day !== after.examinations[index]) ||
  (after.resultsOn !== undefined && after.resultsOn !== before.resultsOn);

/** Whether a role may define a term so: others than the Registrar name no day of results, and leave examinations that are over. */
export function mayMoveResults(
  before: TermFacts | undefined,
  after: TermFacts,
  { today, role }: { readonly today: CivilDate; readonly role: string },
): boolean {
  if (PUBLISHERS.includes(role)) return true;
  if (after.resultsOn !== undefined && after.resultsOn !== before?.resultsOn) return false;
  return !before || !isMoved(before, after) || (before.examinations[1] >= today && after.examinations[1] >= today);
}

/** What the regulations say where other dates move the day of results; undefined where they leave it. */
export function resultsMoved(
  before: TermFacts | undefined,
  after: TermFacts,
  today: CivilDate,
): { readonly ruling: Ruling; readonly areOut: boolean } | undefined {
  if (!before || !isMoved(before, after)) return undefined;
  const planned = plannedOn(before);
  const on = plannedOn({ ...after, resultsOn: after.resultsOn ?? before.resultsOn });
  return { ruling: publicationRuling({ ...after, resultsOn: planned }, { on, today }), areOut: planned <= today };
}

/** The first day on which the results of a term are out by the regulations of any student. */
const plannedOn = (term: TermFacts): CivilDate =>
  packs.map((pack) => pack.result.publication(term).on).reduce((first, day) => (day < first ? day : first));

export const publicationNotAuthorised = refuse(
  'not-authorised',
  text(
    'The Registrar says when results are out, and moves examinations that are over [5cu/assess/19.2] [3cu/assess/18.2].',
    '成績公布日期由教務長訂定，已結束的考試期亦只可由教務長更改 [5cu/assess/19.2] [3cu/assess/18.2]。',
  ),
);

export const publicationRefused = {
  code: 'publication-refused',
  message: text('The results of the term cannot be published on that day.', '該學期成績不可於該日公布。'),
};

export const resultsPublished = {
  code: 'results-published',
  message: text(
    'The results of the term are out; their day and the examinations stay as they are.',
    '該學期成績已公布，公布日期及考試期不可再更改。',
  ),
};
