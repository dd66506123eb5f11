import { type Rational, type Text, text } from '#kernel';
import type { Average, HonoursClass, ProgrammeFacts, Registration, RegulationPack } from '#regulations';

/** A number as it is kept and as it is printed: `97/30` and, half up to two decimals, `3.23`. */
export interface Shown {
  readonly exact: string;
  readonly display: string;
}

export const shown = (value: Rational): Shown => ({ exact: value.toString(), display: value.toFixed(2) });

/** Null while no credits count. */
export const shownAverage = ({ value }: Average): Shown | null => (value ? shown(value) : null);

/** A programme as documents name it. */
export interface ProgrammeName {
  readonly code: string;
  readonly title: Text;
  readonly award: ProgrammeFacts['award'];
  readonly regime: ProgrammeFacts['regime'];
  readonly mode: ProgrammeFacts['mode'];
  readonly admittedOn: string;
  /** The code of the term of entry. */
  readonly entryTerm: string;
  /** The regulations that the figures follow: `three-credit@2022-09`. */
  readonly pack: string;
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

/** A class of honours with its name. */
export interface NamedClass {
  readonly code: HonoursClass;
  readonly title: Text;
}

export const namedClass = (code: HonoursClass | null): NamedClass | null =>
  code === null ? null : { code, title: HONOURS[code] };
