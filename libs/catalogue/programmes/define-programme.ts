import {
  Command,
  IsCodeList,
  IsCount,
  IsFlag,
  IsOneOf,
  IsPart,
  IsProgrammeCode,
  IsQuantity,
  IsSchoolCode,
  useCase,
} from '#commands';
import { accept, type Text, text } from '#kernel';
import type { AwardKind, ProgrammeRequirements, Regime, StudyMode } from '#regulations';
import { CATALOGUE_KEEPERS, IsTitle, titled } from '../parts.ts';
import { type ProgrammeDefined, programmes } from './programme.ts';

const AWARDS: readonly AwardKind[] = ['certificate', 'diploma', 'higher-diploma', 'associate', 'ordinary', 'honours'];

/** How much each group of credits weighs in the weighted average for honours. [5cu/dl/9.5.3] [5cu/ug/12.5.3] */
export class ClassificationPart {
  @IsQuantity(0, 10, { description: 'Weight of the higher-level group.', example: 1 })
  readonly groupA!: number;

  @IsQuantity(0, 10, { description: 'Weight of the other group.', example: 1 })
  readonly groupB!: number;
}

export class RequirementsPart {
  @IsCodeList({ description: 'Courses that must be passed.', optional: true })
  readonly courses?: string[];

  @IsCodeList({ description: 'The courses that the programme names (five-credit degrees).', optional: true })
  readonly named?: string[];

  @IsCount(0, 60, { description: 'Credits of General Education (face-to-face).', optional: true })
  readonly generalEducation?: number;

  @IsPart(ClassificationPart, { description: 'Weights for honours (five-credit).', optional: true })
  readonly classification?: ClassificationPart;

  @IsCount(1, 60, { description: 'Prescribed full-time load a term, when not the general one.', optional: true })
  readonly creditsPerTerm?: number;

  @IsCount(0, 120, { description: 'Most general credits that count, when not the general limit.', optional: true })
  readonly generalCreditsCap?: number;

  @IsCount(0, 200, { description: 'Credits to be earned here, when not the general number.', optional: true })
  readonly residenceCredits?: number;

  @IsFlag({ description: 'A top-up degree, without the limit on transferred credits; false unless told.' })
  readonly topUp?: boolean;

  @IsFlag({ description: 'Takes no transferred credits; false unless told.' })
  readonly closedToCreditTransfer?: boolean;
}

/** A programme is opened, or its requirements replaced for those admitted later. [5cu/gloss/18] [3cu/gloss/25] */
export class DefineProgramme extends Command {
  @IsProgrammeCode()
  readonly code!: string;

  @IsTitle()
  readonly title?: Text;

  @IsOneOf(AWARDS, { description: 'The award that it leads to.' })
  readonly award!: AwardKind;

  @IsOneOf(['5cu', '3cu'], { description: 'The set of regulations it is under.' })
  readonly regime!: Regime;

  @IsOneOf(['distance-learning', 'full-time'], { description: 'The mode of study.' })
  readonly mode!: StudyMode;

  @IsSchoolCode({ optional: true, description: 'The School that teaches it; `UNIVERSITY` unless told.' })
  readonly school?: string;

  @IsCount(1, 10, { description: 'The prescribed study period N, in years; 4 unless told.', optional: true })
  readonly years?: number;

  @IsCount(1, 400, { description: 'The credits that the award takes.', example: 120 })
  readonly credits!: number;

  @IsPart(RequirementsPart, { description: 'What else the programme requires.', optional: true })
  readonly requirements?: RequirementsPart;
}

export const defineProgramme = useCase({
  command: DefineProgramme,
  path: 'programmes',
  summary: text('Define a programme', '設定課程'),
  by: CATALOGUE_KEEPERS,
  clauses: ['5cu/gloss/18', '3cu/gloss/25', '3cu/gloss/29'],
  stream: programmes,
  subject: (command) => command.code,
  decide: (_programme, command) => {
    const event: ProgrammeDefined = {
      type: 'ProgrammeDefined',
      data: {
        programme: {
          code: command.code,
          title: titled(command.title, command.code),
          award: command.award,
          regime: command.regime,
          mode: command.mode,
          school: command.school ?? 'UNIVERSITY',
          years: command.years ?? 4,
          credits: command.credits,
          requirements: requirementsOf(command.requirements),
        },
      },
    };
    return accept([event]);
  },
});

const requirementsOf = (part: RequirementsPart = {}): ProgrammeRequirements => ({
  ...part,
  courses: part.courses ?? [],
  named: part.named ?? [],
  generalEducation: part.generalEducation ?? 0,
  classification: part.classification ?? { groupA: 1, groupB: 1 },
});
