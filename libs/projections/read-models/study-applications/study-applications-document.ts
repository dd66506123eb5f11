import type { CivilDate, Text } from '#kernel';
import { STUDY_APPLICATION_KINDS, type StudyApplicationKind } from '#regulations';
import { Day, FieldMap, OneOf, Part, PartList, WordList, Words } from '../field.ts';
import { BilingualText, ShownFinding } from '../shown.ts';

/** What the rules said when an application was made, as if the authority had approved. */
export class ShownPreview {
  @OneOf(['allowed', 'refused'], 'Whether nothing but the approval was wanting.')
  readonly outcome!: 'allowed' | 'refused';

  @PartList(ShownFinding, 'Every clause that was looked at.')
  readonly findings!: readonly ShownFinding[];

  @PartList(BilingualText, 'What would turn a refusal round.')
  readonly remedies!: readonly Text[];
}

/** How an application ended. */
export class ShownApplicationEnd {
  @Day('The day of it.')
  readonly on!: CivilDate;

  @Words('The role that granted, declined or took back; of what was declined by rule, the one that tried to grant it.')
  readonly by!: string;

  @WordList('The clauses that it rests on.')
  readonly clauses!: readonly string[];

  @Words('Why, as whoever ended it put it.', 'optional')
  readonly reason?: string;

  @Part(BilingualText, 'Why the rules declined it: nobody could grant it any more.', 'optional')
  readonly declinedByRule?: Text;
}

/** What every list of applications says. */
export abstract class ApplicationAbout {
  @Words('The number of the student.')
  readonly student!: string;

  @Words('What the application is called within the record.')
  readonly application!: string;

  @OneOf(STUDY_APPLICATION_KINDS, 'What is applied for.')
  readonly kind!: StudyApplicationKind;

  @Words('The code of the programme.')
  readonly programme!: string;

  @Day('The day on which it was made.')
  readonly on!: CivilDate;

  @Words('The authority whose approval the clause asks.')
  readonly authority!: string;

  @Words('The clause by which it is applied for.')
  readonly clause!: string;
}

/** An application about study, and where it stands. */
export class StudyApplicationDocument extends ApplicationAbout {
  @OneOf(
    ['waiting', 'granted', 'declined', 'withdrawn'],
    'Where it stands; until it is granted study goes on as before.',
  )
  readonly state!: 'waiting' | 'granted' | 'declined' | 'withdrawn';

  @Words('The role that made it.')
  readonly by!: string;

  @FieldMap('What is asked: the fields of the request that would carry it out.')
  readonly asked!: Readonly<Record<string, unknown>>;

  @Words('Why it is asked.')
  readonly grounds!: string;

  @WordList('The documents that come with it.')
  readonly documents!: readonly string[];

  @Part(ShownPreview, 'Absent to the student while results are kept back on which it may rest.', 'optional')
  readonly preview?: ShownPreview;

  @Part(ShownApplicationEnd, 'Absent while it waits.', 'optional')
  readonly end?: ShownApplicationEnd;
}

/** An application that waits. */
export class WaitingApplicationDocument extends ApplicationAbout {
  @OneOf(['allowed', 'refused'], 'What the rules said of it when it was made, as if the authority had approved.')
  readonly preview!: 'allowed' | 'refused';
}
