import type { Text } from '#kernel';
import type { AwardAudit, RequirementCheck } from '#regulations';
import { AwardName, Count, Flag, OneOf, Part, PartList, WordList, Words } from '../field.ts';
import { BilingualText, NamedClass, ProgrammeName, Shown } from '../shown.ts';

/** One requirement of an award. */
export class AwardRequirement implements RequirementCheck {
  @Words('The clause that asks it.')
  readonly clause!: string;

  @Part(BilingualText, 'What is asked.')
  readonly requirement!: Text;

  @Flag('Whether it is met.')
  readonly met!: boolean;

  @Words('How much is asked.')
  readonly needed!: string;

  @Words('How much the record has.')
  readonly have!: string;

  @WordList('The clauses by which it is reckoned, where it is an average or the credits in all.', 'optional')
  readonly restsOn?: readonly string[];

  @Part(BilingualText, 'What is still to be done; absent when met.', 'optional')
  readonly outstanding?: Text;
}

export class AwardRequirements {
  @PartList(AwardRequirement, 'The requirements that are met.')
  readonly met!: readonly AwardRequirement[];

  @PartList(AwardRequirement, 'The others; each says what is still to be done.')
  readonly outstanding!: readonly AwardRequirement[];
}

export class UsedCourse {
  @Words('The code of the course.')
  readonly code!: string;

  @Words('The term of the attempt whose grade counts.')
  readonly term!: string;

  @Count('As many of its credits as are used.')
  readonly credits!: number;

  @OneOf(['A', 'B'], 'The group of the weighted average (five-credit). [5cu/bach/12.5(a)]', 'optional')
  readonly group?: 'A' | 'B';
}

export class AwardClassification {
  @Part(Shown, 'The average of the award in grade points, as it was compared with the bands.', 'nullable')
  readonly average!: Shown | null;

  @Part(
    NamedClass,
    'Null when no class is defined for the average, or credits for one are wanting: it is for the award panel and the Senate.',
    'nullable',
  )
  readonly class!: NamedClass | null;

  @Words('The clause that defines the class.')
  readonly clause!: string;

  @Part(BilingualText, 'Why there is no class.', 'optional')
  readonly note?: Text;

  @PartList(UsedCourse, 'The courses that were averaged.')
  readonly used!: readonly UsedCourse[];
}

/** What the regulations say of one student's award of one programme, as the record stands. [3cu/dl/10.1] */
export class AwardDecisionDocument {
  @Words('The number of the student.')
  readonly student!: string;

  @Part(ProgrammeName, 'The programme.')
  readonly programme!: ProgrammeName;

  @AwardName()
  readonly award!: AwardAudit['award'];

  @Flag('Whether every requirement is met.')
  readonly met!: boolean;

  @Part(AwardRequirements, 'The requirements of the award.')
  readonly requirements!: AwardRequirements;

  @Part(AwardClassification, 'Of honours; null without, and while the requirements are not met.', 'nullable')
  readonly classification!: AwardClassification | null;
}
