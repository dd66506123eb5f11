import { type AnyUseCase, type Command, commandOf } from '#commands';
import type { StudyApplication, StudyApplicationKind } from '#regulations';
import { defer } from '../deferral/defer.ts';
import { changeProgramme } from '../registration/change-programme.ts';
import { extendStudyPeriod } from '../registration/extend-study-period.ts';
import { reinstate } from '../registration/reinstate.ts';
import { withdrawFromProgramme } from '../registration/withdraw-from-programme.ts';
import { interruptStudy } from '../research/interrupt-study.ts';

/** The requests that carry out what is applied for. */
export const GRANTED_BY: Readonly<Record<StudyApplicationKind, AnyUseCase>> = {
  deferral: defer,
  return: reinstate,
  'programme-change': changeProgramme,
  leave: interruptStudy,
  'study-period-extension': extendStudyPeriod,
  'programme-withdrawal': withdrawFromProgramme,
};

type Supposed = Pick<StudyApplication, 'kind' | 'programme' | 'asked' | 'grounds' | 'authority'>;

/** The request that would carry out an application as it was asked, if the authority approved. */
export const asApproved = (
  student: string,
  { kind, programme, asked, grounds: reason, authority }: Supposed,
  application?: string,
): Command => {
  const terms = { ...asked, student, programme, reason, approvals: [{ authority, reason }], application };
  return commandOf<Command>(GRANTED_BY[kind].command, terms);
};
