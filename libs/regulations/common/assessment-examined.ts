import { type CivilDate, type ClauseId, text } from '#kernel';
import type { Attempt, Study } from '../facts.ts';
import type { GradingRequest } from '../pack.ts';
import type { Demand } from './demand.ts';
import { dayOfPaper, examinationDaysOf } from './examination-days.ts';
import { ofAttempt } from './examination-law.ts';

/**
 * A course that ends with an examination is completed, and has its result, no earlier than that: than the last of its own
 * days that was not sat before, which may be one that was granted, or where none is on record than the first of those of the term. Of a course over several
 * terms only its own days are known. Not asked where the Senate exempted from the examination, of records that are taken
 * over or put right, and of what only holds the place of a result. [5cu/assess/18.2.1] [3cu/assess/17.2.1]
 */
export function examined(clause: ClauseId, study: Study, request: GradingRequest): Demand[] {
  const { attempt, grade, today, migrated, correction, exemption } = request;
  const isExempt = ofAttempt(study, attempt).exemptions.some(({ decision }) => decision?.granted);
  const isBegun = today >= attempt.term.teaching[0];
  if (!isBegun || !attempt.course.examination || migrated || correction || exemption || isExempt) return [];
  const examinedFrom = dayOfExamination(study, attempt, today);
  if (examinedFrom === undefined || today >= examinedFrom) return [];
  return [
    {
      clause,
      met: false,
      figures: { grade, today, examinedFrom },
      note: text(
        `The course ends with an examination, which is on ${examinedFrom} or later.`,
        `該學科設有考試，於 ${examinedFrom} 或以後舉行。`,
      ),
      remedy: text(
        `Record it on or after ${examinedFrom}; without the examination only by exemption.`,
        `於 ${examinedFrom} 或之後記錄；如不應考，須獲豁免考試。`,
      ),
    },
  ];
}

/** The day before which the examination of an attempt is not over; undefined where the record knows of none to come. */
function dayOfExamination(study: Study, attempt: Attempt, today: CivilDate): CivilDate | undefined {
  const { sittings } = ofAttempt(study, attempt);
  const papers = attempt.items.filter(({ kind }) => kind === 'examination');
  const days = examinationDaysOf(study, attempt, today);
  if (papers.length === 0) return attempt.course.terms > 1 || sittings.length > 0 ? undefined : days[0];
  const isSat = (id: string): boolean =>
    attempt.submissions.some(({ assignment }) => assignment === id) ||
    sittings.some(({ examination }) => examination === undefined || examination === id);
  const toCome = papers.filter(({ id }) => !isSat(id));
  const own = new Set(papers.map(({ due }) => due));
  const granted = toCome.length > 0 ? days.filter((day) => !own.has(day)) : [];
  return [...toCome.map((paper) => dayOfPaper(study, attempt, paper, today)), ...granted].sort().at(-1);
}
