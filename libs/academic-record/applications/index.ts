import type { AnyUseCase } from '#commands';
import {
  applyForDeferral,
  applyForLeave,
  applyForLongerStudy,
  applyToChangeProgramme,
  applyToLeaveProgramme,
  applyToReturn,
} from './apply.ts';
import { declineStudyApplication, withdrawStudyApplication } from './close.ts';
import { declineImpossibleApplication } from './decline-by-rule.ts';

export * from './apply.ts';
export * from './close.ts';
export * from './decline-by-rule.ts';

/** What students apply for about study. To grant it is the request that carries it out. */
export const studyApplicationUseCases: readonly AnyUseCase[] = [
  applyForDeferral,
  applyToReturn,
  applyToChangeProgramme,
  applyForLeave,
  applyForLongerStudy,
  applyToLeaveProgramme,
  declineStudyApplication,
  withdrawStudyApplication,
  declineImpossibleApplication,
];
