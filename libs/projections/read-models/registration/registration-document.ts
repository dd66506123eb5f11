import type { CivilDate } from '#kernel';
import type {
  Credential,
  EntryRoute,
  Extension,
  LoadShortfall,
  RegistrationStatus,
  SmallerLoad,
  StatusAt,
} from '#regulations';
import { Count, Day, Flag, OneOf, Part, PartList, WordList, Words } from '../field.ts';
import { ProgrammeName } from '../shown.ts';
import { ResearchPart } from './research-document.ts';

const Status = () =>
  OneOf(
    [
      'admitted',
      'registered',
      'provisional',
      'deferred',
      'on-leave',
      'reinstated',
      'withdrawn',
      'lapsed',
      'discontinued',
      'deregistered',
      'changed',
      'completed',
    ],
    'How the registration stands; from `withdrawn` on it is at an end.',
  );

/** How a registration came to stand, from a day on. */
export class RegistrationMove implements StatusAt {
  @Words('The code of the programme: before a change of programme, that of the earlier one.')
  readonly programme!: string;

  @Status()
  readonly status!: RegistrationStatus;

  @Day('The day on which it came to stand so.')
  readonly since!: CivilDate;

  @Day('Of a deferral or an interruption: the first day on which study goes on.', 'optional')
  readonly until?: CivilDate;

  @Words('The clause that it rests on.')
  readonly clause!: string;

  @Words('Why, in the words of who recorded it.', 'optional')
  readonly reason?: string;
}

/** Years beyond the longest period, and who granted them. */
export class GrantedExtension implements Omit<Extension, 'programme'> {
  @Count('So many academic years.')
  readonly years!: number;

  @Words('On whose authority.')
  readonly authority!: string;

  @Words('The clause that is set aside.')
  readonly clause!: string;

  @Words('Why.')
  readonly reason!: string;

  @Day('The day on which it was recorded.')
  readonly on!: CivilDate;
}

/** A change of programme that was approved. */
export class ApprovedChange {
  @Words('The code of the programme that is left.')
  readonly from!: string;

  @Words('The code of the programme that is studied instead.')
  readonly to!: string;

  @Words('The code of its first term.')
  readonly term!: string;

  @Day('The day of the approval.')
  readonly approvedOn!: CivilDate;

  @Day('The first day on which the other programme is studied.')
  readonly effectiveOn!: CivilDate;

  @Words('The clause that it rests on.')
  readonly clause!: string;
}

/** A condition of entry, and what was brought for it. */
export class MetCondition implements Credential {
  @Words('What the programme calls it.')
  readonly condition!: string;

  @OneOf(['evidence', 'exemption'], 'By evidence, or by an exemption of the University.')
  readonly by!: Credential['by'];

  @Words('What showed it, or why the University exempted.')
  readonly words!: string;

  @Words('The clause that asks it.')
  readonly clause!: string;
}

/** The route by which a programme was entered. */
export class RouteTaken {
  @Words('What the programme calls it.')
  readonly code!: string;

  @OneOf(['pathway', 'advanced'], 'A pathway, or entry to a later year.')
  readonly kind!: EntryRoute['kind'];

  @Count('The year of the programme that was entered.', 'optional')
  readonly year?: number;

  @WordList('The courses from which the student is exempted by it.')
  readonly exempts!: readonly string[];

  @Words('The clause by which its credits are those of the award.')
  readonly clause!: string;
}

/** How a programme was entered. */
export class Entrance {
  @Part(RouteTaken, 'The route; absent for direct entry.', 'optional')
  readonly route?: RouteTaken;

  @Count('The credits that the award takes.')
  readonly credits!: number;

  @Count('The prescribed study period N from this entry, in years.')
  readonly years!: number;

  @PartList(MetCondition, 'The conditions of entry that were met.')
  readonly met!: readonly MetCondition[];
}

/** That less than a term prescribes suffices, by the School. */
export class ApprovedLoad implements Omit<SmallerLoad, 'programme' | 'term'> {
  @Words('The code of the term.')
  readonly term!: string;

  @Count('The credits that suffice.')
  readonly credits!: number;

  @Words('Who approved it.')
  readonly authority!: string;

  @Words('Why.')
  readonly reason!: string;

  @Words('The clause that it rests on.')
  readonly clause!: string;

  @Day('The day on which it was recorded.')
  readonly on!: CivilDate;
}

/** That less was taken than a term prescribes, without approval. */
export class FoundShortfall implements Omit<LoadShortfall, 'programme'> {
  @Words('The code of the term.')
  readonly term!: string;

  @Words('The credits that were taken in it, exact: `15`, or `20/3`.')
  readonly taken!: string;

  @Words('The credits that it prescribes.')
  readonly prescribed!: string;

  @Words('The clause that asks them.')
  readonly clause!: string;

  @Day('The first day on which no course could be added any more.')
  readonly on!: CivilDate;

  @Day('The day on which it was recorded.')
  readonly recordedOn!: CivilDate;
}

/** The load of terms in full-time study. [5cu/ug/6.2] [5cu/tpg/6.2] [3cu/ug/6.2] [3cu/tpg/6.2] */
export class TermLoads {
  @PartList(ApprovedLoad, 'Smaller loads that the School approved.')
  readonly approved!: readonly ApprovedLoad[];

  @PartList(FoundShortfall, 'Terms in which less was taken without approval, as a run found.')
  readonly below!: readonly FoundShortfall[];
}

/** One registration of a student: how it stands, and how it came to. */
export class RegistrationDocument {
  @Words('The number of the student.')
  readonly student!: string;

  @Part(ProgrammeName, 'The programme.')
  readonly programme!: ProgrammeName;

  @Part(Entrance, 'How it was entered.')
  readonly entry!: Entrance;

  @Day('The day as of which it is shown: today, or that of the past time that was asked of.')
  readonly asOf!: CivilDate;

  @Status()
  readonly status!: RegistrationStatus;

  @Flag('Whether the registration goes on.')
  readonly active!: boolean;

  @Day('The day on which it came to stand so.')
  readonly since!: CivilDate;

  @Words('The clause that it rests on.')
  readonly clause!: string;

  @Day('The day on which the Council conferred the award.', 'optional')
  readonly conferredOn?: CivilDate;

  @PartList(RegistrationMove, 'Every move in order of its day, those to come among them.')
  readonly history!: readonly RegistrationMove[];

  @PartList(GrantedExtension, 'Years granted beyond the longest period of study.')
  readonly extensions!: readonly GrantedExtension[];

  @PartList(ApprovedChange, 'Changes of programme by which it came about, or which are to come.')
  readonly changes!: readonly ApprovedChange[];

  @Part(TermLoads, 'What was approved and found of the load of terms.')
  readonly loads!: TermLoads;

  @Part(ResearchPart, 'Of a research degree: its period, years, conditions, leave and thesis.', 'optional')
  readonly research?: ResearchPart;
}
