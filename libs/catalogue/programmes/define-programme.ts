import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsOptional, Max, Min } from 'class-validator';
import {
  ApprovalPart,
  Command,
  type FactReader,
  IsCodeList,
  IsCount,
  IsFlag,
  IsOneOf,
  IsPart,
  IsPartList,
  IsProgrammeCode,
  IsQuantity,
  IsSchoolCode,
  useCase,
} from '#commands';
import { decideBy, type Refusal, refuse, type Text, text } from '#kernel';
import {
  AWARDS,
  type AwardKind,
  CHAPTERS_OF,
  chapterOf,
  knowsAward,
  type ProgrammeFacts,
  type ProgrammeRequirements,
  packFor,
  type Regime,
  STUDY_MODES,
  type StudyMode,
} from '#regulations';
import { courses } from '../courses/course.ts';
import { CATALOGUE_KEEPERS, IsTitle, titled } from '../parts.ts';
import { AmendmentPart, amendedTwice, amendmentsOf } from './amendment-part.ts';
import { EntryPart, entryFactsOf, unfitEntry } from './entry-part.ts';
import { type ProgrammeDefined, programmes } from './programme.ts';

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

  @IsCodeList({ description: 'The courses of the major of an honours degree, all to be passed.', optional: true })
  readonly major?: string[];

  @IsCodeList({ description: 'The courses of a minor that goes with the major, all to be passed.', optional: true })
  readonly minor?: string[];

  @IsCodeList({ description: 'The courses that the programme names (five-credit degrees).', optional: true })
  readonly named?: string[];

  @IsCount(0, 60, { description: 'Credits of General Education (face-to-face).', optional: true })
  readonly generalEducation?: number;

  @IsPart(ClassificationPart, { description: 'Weights for honours (five-credit).', optional: true })
  readonly classification?: ClassificationPart;

  @IsCount(1, 10, {
    description: 'Most years of study, where the programme sets fewer than the regulations (taught postgraduate).',
    optional: true,
  })
  readonly longestYears?: number;

  @IsCount(1, 60, { description: 'Prescribed load a term, when not the general one.', optional: true })
  readonly creditsPerTerm?: number;

  @IsCount(0, 120, { description: 'Most general credits that count, when not the general limit.', optional: true })
  readonly generalCreditsCap?: number;

  @IsCount(1, 30, {
    description: 'Years after which credits count no more for those who enter from now on.',
    optional: true,
  })
  readonly creditYears?: number;

  @ApiProperty({
    description: 'Credits from which the second stage of study and each later one begin, when not the general ones.',
    required: false,
    type: Number,
    isArray: true,
    minItems: 1,
    maxItems: 9,
    items: { type: 'integer', minimum: 1, maximum: 400 },
    example: [24, 54, 84],
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(9)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(400, { each: true })
  readonly stageCredits?: number[];

  @IsCount(0, 200, { description: 'Credits to be earned here, when not the general number.', optional: true })
  readonly residenceCredits?: number;

  @IsFlag({ description: 'A top-up degree, without the limit on transferred credits; false unless told.' })
  readonly topUp?: boolean;

  @IsFlag({ description: 'Takes no transferred credits; false unless told.' })
  readonly closedToCreditTransfer?: boolean;

  @IsFlag({ description: 'Has entry requirements; false unless told.' })
  readonly entryRequirements?: boolean;
}

/**
 * A programme is opened, or its requirements replaced for those admitted later. The courses that it requires or names
 * may be defined later, but nobody is admitted before the required ones are there. Refused with fewer credits than its
 * award takes or more than it allows, with an award that the regime does not have (`no-such-award`), with an entry that the regulations do not know, with an award that is not studied in the mode (`no-such-study`), and where a part of the requirements asks for more than the whole, or the weights come to nothing.
 * Refused too with an amendment of the rules on assessment that is not the Senate's, or in the five-credit regime at all,
 * and with two of one rule from one day (`amended-twice`).
 * [5cu/assess/1.3] [3cu/assess/1.3] [5cu/gloss/18] [3cu/gloss/25] [5cu/subdeg/5.1(c)] [5cu/bach/8.1(c)] [3cu/subdeg/5.2(d)] [3cu/bach/7.1.4.1]
 */
export class DefineProgramme extends Command {
  @IsProgrammeCode()
  readonly code!: string;

  @IsTitle()
  readonly title?: Text;

  @IsOneOf(AWARDS, { description: 'The award that it leads to.' })
  readonly award!: AwardKind;

  @IsOneOf(['5cu', '3cu'], { description: 'The set of regulations it is under.' })
  readonly regime!: Regime;

  @IsOneOf(STUDY_MODES, { description: 'The mode of study; part-time for postgraduate awards only.' })
  readonly mode!: StudyMode;

  @IsSchoolCode({ optional: true, description: 'The School that teaches it; `UNIVERSITY` unless told.' })
  readonly school?: string;

  @IsCount(1, 10, { description: 'The prescribed study period N, in years; 4 unless told.', optional: true })
  readonly years?: number;

  @IsCount(1, 400, { description: 'The credits that the award takes.', example: 120 })
  readonly credits!: number;

  @IsPart(RequirementsPart, { description: 'What else the programme requires.', optional: true })
  readonly requirements?: RequirementsPart;

  @IsPart(EntryPart, { description: 'How it is entered; nothing is asked unless told.', optional: true })
  readonly entry?: EntryPart;

  @IsProgrammeCode({
    description: 'Of a face-to-face programme that is the equivalent of another one: that one.',
    optional: true,
  })
  readonly equivalentOf?: string;

  @IsPart(ApprovalPart, {
    description: 'Of what such an equivalent asks, by the Vice-President (Academic).',
    optional: true,
  })
  readonly approval?: ApprovalPart;

  @IsPartList(AmendmentPart, 20, {
    description: 'Rules on assessment that the Senate amended for those admitted from now on (three-credit).',
    optional: true,
  })
  readonly amendments?: AmendmentPart[];
}

export const defineProgramme = useCase({
  command: DefineProgramme,
  path: 'programmes',
  summary: text('Define a programme', '設定課程'),
  by: CATALOGUE_KEEPERS,
  clauses: [
    '5cu/gloss/18',
    '5cu/bach/3.9',
    '3cu/gloss/25',
    '3cu/gloss/29',
    '5cu/ug/10.3',
    '3cu/ug/10.3',
    '3cu/bach/3.10',
    '5cu/dl/2.4',
    '3cu/dl/2.4',
    '5cu/bach/5.3',
    '5cu/subdegpd/2.1',
    '5cu/subdegpd/4.2',
    '5cu/dual/2.1',
    '5cu/dual/4.2',
    '3cu/dual/2.1',
    '3cu/dual/2.1(a)',
    '3cu/dual/3.1',
    '3cu/dual/4.1',
    '3cu/dual/4.2',
    '3cu/assess/1.3',
  ],
  stream: programmes,
  subject: (command) => command.code,
  facts: (reader, command: DefineProgramme) => creditsOf(reader, command.requirements?.courses ?? []),
  decide: (_programme, command, { facts: requiredCredits, today }) => {
    const programme: ProgrammeFacts = {
      code: command.code,
      title: titled(command.title, command.code),
      award: command.award,
      regime: command.regime,
      mode: command.mode,
      school: command.school ?? 'UNIVERSITY',
      years: command.years ?? 4,
      credits: command.credits,
      requirements: requirementsOf(command.requirements),
      ...(command.entry ? { entry: entryFactsOf(command.entry, command.years ?? 4) } : {}),
      ...(command.equivalentOf === undefined
        ? {}
        : { equivalent: { of: command.equivalentOf, ...(command.approval ? { approval: command.approval } : {}) } }),
      ...(command.amendments?.length ? { amendments: amendmentsOf(command.amendments) } : {}),
    };
    if (!knowsAward(programme.regime, programme.award)) return noSuchAward;
    const chapter = chapterOf(programme);
    if (!CHAPTERS_OF[programme.mode].includes(chapter)) return noSuchStudy;
    const unfit =
      unfitRequirements(programme, requiredCredits) ??
      (programme.entry && unfitEntry(programme.entry)) ??
      amendedTwice(command.amendments ?? []);
    if (unfit) return unfit;
    const event: ProgrammeDefined = { type: 'ProgrammeDefined', data: { programme } };
    return decideBy(packFor(programme.regime).programme(programme, today), [event], {
      code: 'programme-refused',
      message: text('The regulations do not know such a programme.', '規例並無此類課程。'),
    });
  },
});

const noSuchStudy = refuse(
  'no-such-study',
  text(
    'Awards below postgraduate level are not studied part-time, nor research degrees by distance learning.',
    '深造程度以下的課程不設兼讀制，研究學位課程不設遙距修讀。',
  ),
);

const noSuchAward = refuse(
  'no-such-award',
  text(
    'The three-credit regulations have no awards of professional development.',
    '三學分制規例並無專業發展副學位資格。',
  ),
);

const requirementsOf = (part: RequirementsPart = {}): ProgrammeRequirements => ({
  ...part,
  courses: part.courses ?? [],
  named: part.named ?? [],
  generalEducation: part.generalEducation ?? 0,
  classification: part.classification ?? { groupA: 1, groupB: 1 },
});

/** The credits of those of the courses that the catalogue knows. */
async function creditsOf(reader: FactReader, codes: readonly string[]): Promise<number> {
  const known = await Promise.all(codes.map((code) => reader.read(courses, code)));
  return known.reduce((sum, course) => sum + (course?.credits ?? 0), 0);
}

const stagesOutOfOrder = refuse(
  'stages-out-of-order',
  text('Each stage of study begins with more credits than the one before.', '每一學業階段的起始學分須高於前一階段。'),
);

/** Why the requirements of a programme cannot be meant. */
function unfitRequirements({ credits, requirements }: ProgrammeFacts, requiredCredits: number): Refusal | undefined {
  const { classification, generalEducation, residenceCredits = 0, stageCredits = [] } = requirements;
  if (stageCredits.some((from, stage) => from <= (stageCredits[stage - 1] ?? 0))) return stagesOutOfOrder;
  if (classification.groupA === 0 && classification.groupB === 0)
    return refuse(
      'weights-all-zero',
      text('An average in which neither group weighs anything is none.', '兩組學分的比重皆為零，無從計算平均積點。'),
    );
  const most = Math.max(requiredCredits, generalEducation, residenceCredits);
  if (most > credits)
    return refuse(
      'more-than-the-programme',
      text(
        `A part of the requirements comes to ${most} credits, more than the ${credits} of the programme.`,
        `部分要求合共 ${most} 學分，多於課程的 ${credits} 學分。`,
      ),
    );
  return undefined;
}
