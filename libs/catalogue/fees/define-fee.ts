import { Command, IsCents, IsDay, IsOneOf, useCase } from '#commands';
import { accept, type CivilDate, refuse, text } from '#kernel';
import {
  CHAPTERS,
  CHAPTERS_OF,
  CHARGE_KINDS,
  type Chapter,
  type ChargeKind,
  packFor,
  type Regime,
  STUDY_MODES,
  type StudyMode,
} from '#regulations';
import { CATALOGUE_KEEPERS } from '../parts.ts';
import { FEE_SCHEDULE, FEE_UNITS, type FeeDefined, type FeeUnit, fees } from './fee.ts';

/**
 * The University sets a fee from a day on; amounts charged before stay as they were. Tuition, late registration, the
 * change of a course and the caution deposit are then charged of themselves. Refused where the regulations
 * ask no such fee (`fee-without-clause`), and where nothing is studied under them in that mode (`no-such-study`).
 * [5cu/dl/3.4] [5cu/dl/7.3] [5cu/ug/3.3] [5cu/ug/3.5] [3cu/dl/3.4] [3cu/dl/8.3] [3cu/ug/3.3] [3cu/ug/3.5]
 */
export class DefineFee extends Command {
  @IsOneOf(CHARGE_KINDS, { description: 'What is charged for.' })
  readonly kind!: ChargeKind;

  @IsOneOf(['5cu', '3cu'], { description: 'The regulations of the students who pay it.' })
  readonly regime!: Regime;

  @IsOneOf(STUDY_MODES, { description: 'Their mode of study.' })
  readonly mode!: StudyMode;

  @IsOneOf(CHAPTERS, {
    description: 'Their general regulations; unless told, the first of the mode: undergraduate when full-time.',
    optional: true,
  })
  readonly chapter?: Chapter;

  @IsCents(0, { description: 'The amount in whole Hong Kong cents.', example: 210000 })
  readonly cents!: number;

  @IsOneOf(FEE_UNITS, { description: 'What it is asked for; once unless told.', optional: true })
  readonly per?: FeeUnit;

  @IsDay({ description: 'The first day on which it stands.' })
  readonly from!: CivilDate;
}

export const defineFee = useCase({
  command: DefineFee,
  path: 'fees',
  summary: text('Set a fee', '設定費用'),
  by: [...CATALOGUE_KEEPERS, 'finance'],
  clauses: [
    '5cu/dl/3.4',
    '5cu/dl/7.3',
    '5cu/ug/3.3',
    '5cu/ug/3.5',
    '5cu/tpg/3.3',
    '5cu/tpg/3.5',
    '5cu/tpg/8.2',
    '3cu/dl/3.4',
    '3cu/dl/8.3',
    '3cu/ug/3.3',
    '3cu/ug/3.5',
    '3cu/tpg/3.3',
    '3cu/tpg/3.5',
    '3cu/tpg/8.2',
  ],
  stream: fees,
  subject: () => FEE_SCHEDULE,
  decide: (_schedule, { kind, regime, mode, cents, per = 'once', from, chapter = CHAPTERS_OF[mode][0] }) => {
    if (!CHAPTERS_OF[mode].includes(chapter)) return otherMode;
    const clause = packFor(regime).chargeClause(chapter, kind);
    if (!clause) return withoutClause;
    const defined: FeeDefined = {
      type: 'FeeDefined',
      data: { fee: { kind, regime, mode, chapter, cents, per, from, clause } },
    };
    return accept([defined]);
  },
});

const otherMode = refuse(
  'no-such-study',
  text('Nothing is studied under those regulations in that mode.', '該規例所管轄的課程不設此修讀模式。'),
);

const withoutClause = refuse(
  'fee-without-clause',
  text('These regulations ask no such fee.', '有關規例並無要求學生繳付此項費用。'),
);
