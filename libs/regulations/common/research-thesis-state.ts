import type { CivilDate } from '#kernel';
import type { Study, ThesisExamination, ThesisSubmission } from '../facts.ts';

/** What the examiners recommended last. */
export const lastExamination = ({ research }: Study): ThesisExamination | undefined =>
  research?.thesis?.examinations.at(-1);

/** The thesis that the examiners have: the last one handed in, while its outcome is open. */
export function handedIn({ research }: Study): ThesisSubmission | undefined {
  const { submissions = [], examinations = [] } = research?.thesis ?? {};
  return submissions.length > examinations.length ? submissions.at(-1) : undefined;
}

/** The day on which the thesis was completed: with a pass, or when the minor amendments had been accepted. */
export function completedOn(study: Study): CivilDate | undefined {
  const last = lastExamination(study);
  if (last?.outcome === 'pass') return last.recordedOn;
  return last?.outcome === 'minor-amendments' ? study.research?.thesis?.amendedOn : undefined;
}

/** A thesis of which it is still open whether it is completed: the examiners have it, or it is being amended as they asked. */
export function awaited(study: Study): ThesisSubmission | undefined {
  const amending = lastExamination(study)?.outcome === 'minor-amendments' && completedOn(study) === undefined;
  return handedIn(study) ?? (amending ? study.research?.thesis?.submissions.at(-1) : undefined);
}
