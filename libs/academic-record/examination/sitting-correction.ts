import type { Actor, Refusal } from '#kernel';
import type { Attempt, ExaminationFile, Sitting } from '#regulations';
import { isSameSitting, type SittingCorrected, type SittingCorrectionProposed } from '#student-record';
import { isNamed, isSamePerson, personNeeded, personOf, samePerson } from '../people.ts';

export interface CorrectedSitting {
  readonly attempt: Attempt;
  readonly file: ExaminationFile;
  /** As it is to be, and as it stands. */
  readonly sitting: Sitting;
  readonly corrects: Sitting;
  readonly reason: string;
}

/**
 * A sitting put right, at once while no grade rests on it. Afterwards two people are needed, as for the grade itself: what
 * the first says waits, and stands when another one says the same. What was taken over from another system was seen to
 * there. [5cu/assess/18.2.1] [3cu/assess/17.2.1]
 */
export function correctionBy(
  actor: Actor,
  { attempt, file, sitting, corrects, reason }: CorrectedSitting,
): SittingCorrected | SittingCorrectionProposed | Refusal {
  const corrected: SittingCorrected = {
    type: 'SittingCorrected',
    data: { sitting, from: corrects.mark ?? null, reason },
  };
  if (attempt.grade === undefined || actor.role === 'migration') return corrected;
  if (!isNamed(actor)) return personNeeded;
  const waiting = file.corrections.find((each) => isSameSitting(each.sitting, sitting));
  if (!waiting || !isSameResult(waiting.sitting, sitting))
    return { type: 'SittingCorrectionProposed', data: { sitting, reason, by: personOf(actor) } };
  return isSamePerson(waiting.by, actor) ? samePerson : corrected;
}

const isSameResult = (one: Sitting, other: Sitting): boolean =>
  one.mark === other.mark && one.absent === other.absent && one.on === other.on;
