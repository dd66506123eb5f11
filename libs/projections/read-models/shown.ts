import { type CivilDate, type Finding, type Rational, type Text, text } from '#kernel';
import {
  type Average,
  type HeldEnrolment,
  type HonoursClass,
  hkd,
  type Period,
  type ProgrammeFacts,
  type Registration,
  type RegulationPack,
} from '#regulations';
import { AwardName, Count, Day, FigureMap, Flag, OneOf, Part, WordList, Words } from './field.ts';

/** Words for people, in both languages of the university. */
export class BilingualText implements Text {
  @Words('In English.')
  readonly en!: string;

  @Words('In Traditional Chinese.')
  readonly 'zh-Hant'!: string;
}

/** A number as it is kept and as it is printed. */
export class Shown {
  @Words('A fraction in lowest terms, such as `97/30`.')
  readonly exact!: string;

  @Words('Half up to two decimals, such as `3.23`.')
  readonly display!: string;
}

export const shown = (value: Rational): Shown => ({ exact: value.toString(), display: value.toFixed(2) });

/** An amount of money. */
export class Amount {
  @Count('In whole Hong Kong cents.')
  readonly cents!: number;

  @Words('In dollars and cents, such as `HK$1,234.50`.')
  readonly display!: string;
}

export const amountOf = (cents: number): Amount => ({ cents, display: hkd(cents) });

/** Null while no credits count. */
export const shownAverage = ({ value }: Average): Shown | null => (value ? shown(value) : null);

/** A programme as documents name it. */
export class ProgrammeName {
  @Words('The code of the programme.')
  readonly code!: string;

  @Part(BilingualText, 'Its title.')
  readonly title!: Text;

  @AwardName()
  readonly award!: ProgrammeFacts['award'];

  @OneOf(['5cu', '3cu'], 'The regulations it is under: of the five-credit or of the three-credit structure.')
  readonly regime!: ProgrammeFacts['regime'];

  @OneOf(['distance-learning', 'full-time', 'part-time'], 'How it is studied.')
  readonly mode!: ProgrammeFacts['mode'];

  @Day('The day of admission; the last one, where a programme was entered again.')
  readonly admittedOn!: string;

  @Words('The code of the term of entry.')
  readonly entryTerm!: string;

  @Words('The regulations that the figures follow, such as `three-credit@2022-09`.')
  readonly pack!: string;
}

export function programmeName({ programme, admittedOn, entryTerm }: Registration, pack: RegulationPack): ProgrammeName {
  const { code, title, award, regime, mode } = programme;
  return { code, title, award, regime, mode, admittedOn, entryTerm: entryTerm.code, pack: pack.id };
}

/** The classes of an honours degree. [5cu/bach/12.6] [3cu/bach/9.1] */
const HONOURS: Readonly<Record<HonoursClass, Text>> = {
  first: text('First Class', '甲等'),
  'second-upper': text('Second Class (Upper Division)', '乙等（一級）'),
  'second-lower': text('Second Class (Lower Division)', '乙等（二級）'),
  third: text('Third Class', '丙等'),
  pass: text('Pass', '學位'),
};

/** The time for which a course is put off. */
export class ShownPeriod implements Period {
  @Day('The first day without study. Until then the course is taken as before.')
  readonly from!: CivilDate;

  @Day('The first day on which study goes on.')
  readonly until!: CivilDate;
}

/** A class of honours with its name. */
export class NamedClass {
  @OneOf(['first', 'second-upper', 'second-lower', 'third', 'pass'], 'The class.')
  readonly code!: HonoursClass;

  @Part(BilingualText, 'Its name.')
  readonly title!: Text;
}

export const namedClass = (code: HonoursClass | null): NamedClass | null =>
  code === null ? null : { code, title: HONOURS[code] };

/** A course that was enrolled in before the block of probation, and is not to be taken until advice. */
export class ShownHeldEnrolment implements HeldEnrolment {
  @Words('The code of the course.')
  readonly course!: string;

  @Words('The code of its term.')
  readonly term!: string;

  @Words('The clause that holds it.')
  readonly clause!: string;

  @Day('The day on which the results that led to it were on record.')
  readonly since!: string;

  @Day('The first day of teaching.')
  readonly begins!: string;
}

/** What one clause said of the facts. */
export class ShownFinding implements Finding {
  @Words('The id of the clause, such as `3cu/dl/6.1`.')
  readonly clause!: string;

  @Flag('Whether what it asks is so.')
  readonly holds!: boolean;

  @FigureMap('What it looked at: days, credits, averages, grades.', 'optional')
  readonly figures?: Finding['figures'];

  @WordList(
    'The clauses by which these were reckoned: how an average is made, by which grade credits are earned.',
    'optional',
  )
  readonly restsOn?: readonly string[];

  @Part(BilingualText, 'Why it does not hold, or what was read into it.', 'optional')
  readonly note?: Text;
}

/** Nothing of a student who has no such courses. */
export const heldShown = (held: readonly HeldEnrolment[]): { readonly held?: readonly ShownHeldEnrolment[] } =>
  held.length > 0 ? { held } : {};
