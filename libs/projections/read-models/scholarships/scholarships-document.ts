import type { CivilDate, Text } from '#kernel';
import {
  DONOR_CONDITIONS,
  type DonorConditionKind,
  GROUNDS,
  RECOMMENDERS,
  type Recommender,
  SCHOLARSHIP_FORMS,
  SCHOLARSHIP_KINDS,
  type ScholarshipForm,
  type ScholarshipGround,
  type ScholarshipKind,
  STUDY_MODES,
  type StudyMode,
} from '#regulations';
import { Day, Flag, OneOf, Part, PartList, WordList, Words } from '../field.ts';
import { Amount, BilingualText } from '../shown.ts';

/** What the donor asked when the student was nominated. */
export class ShownDonorCondition {
  @OneOf(DONOR_CONDITIONS, 'What kind of condition it is.')
  readonly kind!: DonorConditionKind;

  @OneOf(STUDY_MODES, 'The students to whom it applies; all when absent.', 'optional')
  readonly mode?: StudyMode;

  @WordList('Of the kind `programmes`: the only programmes it is for.', 'optional')
  readonly programmes?: readonly string[];

  @Flag('Of the kind `financial-need`: whether need counts.', 'optional')
  readonly considered?: boolean;

  @Words('Of the kind `other`: what is asked.', 'optional')
  readonly words?: string;

  @Words('The clause that lets the donor ask it.')
  readonly clause!: string;
}

/** What was weighed. */
export class ShownGround {
  @OneOf(GROUNDS, 'What kind of result or achievement it is.')
  readonly ground!: ScholarshipGround;

  @Words('What the student has achieved.')
  readonly words!: string;
}

/** A criterion of the scholarship besides the regulations. */
export class ShownCriterion {
  @Words('What it is called within the scholarship.')
  readonly id!: string;

  @Words('What is asked.')
  readonly requirement!: string;

  @Flag('Whether whoever recommended says that it is met.')
  readonly met!: boolean;
}

/** The award to which a nomination led. */
export class ShownScholarshipAward {
  @Day('The day of the award.')
  readonly on!: CivilDate;

  @Words('The representative of the donor who took part in the selection.', 'optional')
  readonly representative?: string;
}

/** One nomination for a scholarship, as the scholarship was on its day. */
export class ShownNomination {
  @Words('The code of the scholarship.')
  readonly scholarship!: string;

  @Part(BilingualText, 'Its title.')
  readonly title!: Text;

  @OneOf(SCHOLARSHIP_KINDS, 'What it honours.')
  readonly kind!: ScholarshipKind;

  @Words('The code of the programme; after a change of programme, that of the present one.')
  readonly programme!: string;

  @Words('The academic year that is assessed, `2024/25`.')
  readonly academicYear!: string;

  @Day('The day of the nomination.')
  readonly nominatedOn!: CivilDate;

  @OneOf(RECOMMENDERS, 'Who recommended.')
  readonly recommendedBy!: Recommender;

  @PartList(ShownGround, 'The results and achievements that were weighed.')
  readonly grounds!: readonly ShownGround[];

  @PartList(ShownCriterion, 'What the scholarship asks besides the regulations.')
  readonly criteria!: readonly ShownCriterion[];

  @PartList(ShownDonorCondition, 'What the donor asks.')
  readonly conditions!: readonly ShownDonorCondition[];

  @OneOf(SCHOLARSHIP_FORMS, 'What is given.')
  readonly form!: ScholarshipForm;

  @Part(Amount, 'What it is worth.')
  readonly amount!: Amount;

  @OneOf(['nominated', 'awarded'], 'What came of it so far.')
  readonly outcome!: 'nominated' | 'awarded';

  @Part(ShownScholarshipAward, 'Absent while it has led to none.', 'optional')
  readonly award?: ShownScholarshipAward;

  @Words('The clause on which nomination and award rest.')
  readonly clause!: string;
}

/** For what scholarships a student was nominated, and what was awarded. */
export class ScholarshipsDocument {
  @Words('The number of the student.')
  readonly student!: string;

  @PartList(ShownNomination, 'All nominations, in order of record.')
  readonly nominations!: readonly ShownNomination[];

  @Part(Amount, 'What all scholarships awarded are worth.')
  readonly awarded!: Amount;
}
