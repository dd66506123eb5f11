import type { ClauseId } from '#kernel';
import type { Study } from '../facts.ts';
import type { Figures } from '../pack.ts';
import type { AwardRules, CreditFloor } from './awards.ts';
import type { Holdings } from './awards-countable.ts';
import type { Counted } from './awards-counted.ts';

/** What the checks of one audit look at. */
export interface Evidence {
  readonly rules: AwardRules;
  readonly study: Study;
  readonly figures: Figures;
  readonly holdings: Holdings;
  readonly counted: readonly Counted[];
  /** What asks the credits in all. */
  readonly total: ClauseId;
  /** Those of the route of entry; else the larger of the regulations' minimum and the programme's. */
  readonly creditsRequired: number;
  /** What has to be earned here beside transferred credits. */
  readonly residence?: CreditFloor;
}
