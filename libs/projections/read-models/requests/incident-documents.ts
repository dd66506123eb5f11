import type { CivilDate } from '#kernel';
import {
  INCIDENT_KINDS,
  type IncidentKind,
  ORAL_OUTCOMES,
  type OralOutcome,
  SCRIPT_DECISIONS,
  type ScriptDecision,
} from '#regulations';
import { Count, Day, Flag, OneOf, Part, WordList, Words } from '../field.ts';
import { ShownAsked, ShownDecision } from './asked.ts';

/** A candidate came late. */
export class ShownArrival {
  @Words('When, by the clock.')
  readonly time!: string;

  @Count('Minutes after the beginning.')
  readonly minutesLate!: number;

  @Words('The reason that the candidate gave.')
  readonly reason!: string;

  @Flag('Whether any candidate had left before.')
  readonly anyoneHadLeft!: boolean;
}

/** The examination of a candidate was ended. */
export class ShownEnded {
  @Words('Why.')
  readonly reason!: string;

  @Flag('Whether the breach was serious.')
  readonly serious!: boolean;

  @Flag('Whether the candidate was ordered to leave.')
  readonly orderedOut!: boolean;
}

export class ShownScript extends ShownDecision {
  @OneOf(SCRIPT_DECISIONS, 'What the University decided.')
  readonly decision!: ScriptDecision;
}

export class ShownIncident extends ShownAsked {
  @OneOf(INCIDENT_KINDS, 'What it is about.')
  readonly kind!: IncidentKind;

  @Day('The day on which it happened.')
  readonly day!: CivilDate;

  @Words('The account of the chief invigilator.')
  readonly account!: string;

  @Words('The written statement of the candidate.', 'optional')
  readonly statement?: string;

  @Flag('Whether the candidate would give none.', 'optional')
  readonly statementRefused?: boolean;

  @WordList('What was handed in with it.')
  readonly exhibits!: readonly string[];

  @Part(ShownEnded, 'Present when the examination of the candidate was ended.', 'optional')
  readonly ended?: ShownEnded;

  @Part(ShownArrival, 'Of a candidate who came late.', 'optional')
  readonly arrival?: ShownArrival;

  @WordList('What a candidate without identification could not show.', 'optional')
  readonly missing?: readonly string[];

  @Flag('Whether it goes to the discipline of students.')
  readonly referred!: boolean;

  @Part(ShownScript, 'What becomes of the script; absent while nothing has been decided.', 'optional')
  readonly script?: ShownScript;
}

export class ShownOral extends ShownAsked {
  @Words('Why the award panel wants to hear the candidate.')
  readonly reason!: string;

  @Day('The day on which it is held.', 'optional')
  readonly day?: CivilDate;

  @OneOf(['required', ...ORAL_OUTCOMES], 'What came of it.')
  readonly outcome!: 'required' | OralOutcome;

  @Words('What the panel found.', 'optional')
  readonly words?: string;

  @Day('The day on which the outcome was recorded.', 'optional')
  readonly recordedOn?: CivilDate;
}
