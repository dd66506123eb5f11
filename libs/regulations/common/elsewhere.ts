import { type ClauseId, type Ruling, text } from '#kernel';
import { type Chapter, chapterOf, type ProgrammeElsewhere, type ProgrammeFacts, type Study } from '../facts.ts';
import type { ConcurrentRequest } from '../pack.ts';
import { approvalBy, ruleOn } from './demand.ts';

export interface ElsewhereLaw {
  readonly pack: string;
  /** No other programme at the same time without the University's approval. */
  readonly clauses: Partial<Readonly<Record<Chapter, ClauseId>>>;
}

/** Full-time students alone are bound. */
const clauseOf = ({ clauses }: ElsewhereLaw, programme: ProgrammeFacts): ClauseId | undefined =>
  programme.mode === 'full-time' ? clauses[chapterOf(programme)] : undefined;

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** Whether what was declared is this study, and went on by its first day. */
const isOf = ({ institution, title, from, until }: ProgrammeElsewhere, asked: ConcurrentRequest): boolean =>
  same(institution, asked.institution) &&
  same(title, asked.title) &&
  from <= asked.from &&
  (until === undefined || asked.from <= until);

/**
 * Whether a full-time student may read a programme of another institution beside that of the University: with the
 * approval of the University, given by the day on which it begins. Others need none: undefined.
 * [5cu/ug/3.8] [3cu/ug/3.8]
 */
export const elsewhere =
  (law: ElsewhereLaw) =>
  ({ registration }: Study, { institution, title, from, approvals, today }: ConcurrentRequest): Ruling | undefined => {
    const clause = clauseOf(law, registration.programme);
    if (!clause) return undefined;
    const approval = approvalBy(approvals, 'registrar', 'university');
    const approvedOn = approval?.on ?? (approval ? today : null);
    return ruleOn(law.pack, [
      {
        clause,
        met: approvedOn !== null && approvedOn <= from,
        figures: { institution, title, from, approvedOn },
        note: approvedOn
          ? text(
              `The approval of ${approvedOn} is not prior to ${from}, when the other programme begins.`,
              `批准日期 ${approvedOn} 遲於另一課程的開始日期 ${from}。`,
            )
          : text(
              'A full-time student reads no programme elsewhere without the prior approval of the University.',
              '全日制學生未經大學事先批准，不得同時修讀其他院校的課程。',
            ),
        remedy: text(
          `Approval of the University, given by the Registrar by ${from}.`,
          `於 ${from} 或之前取得大學批准（由教務長給予）。`,
        ),
      },
    ]);
  };

/**
 * Whether a student may be ordered to withdraw for a programme that is read elsewhere: full-time, where the University
 * has not approved it. Others are not ordered to: undefined.
 * [5cu/ug/3.8] [5cu/tpg/3.8] [3cu/ug/3.8] [3cu/tpg/3.8]
 */
export const breach =
  (law: ElsewhereLaw) =>
  ({ registration, elsewhere: declared = [] }: Study, request: ConcurrentRequest): Ruling | undefined => {
    const clause = clauseOf(law, registration.programme);
    if (!clause) return undefined;
    const approved = declared.find((study) => isOf(study, request));
    const { institution, title, from } = request;
    return ruleOn(law.pack, [
      {
        clause,
        met: approved === undefined,
        figures: { institution, title, from, approvedOn: approved?.approvedOn ?? null },
        note: text(`The University approved it on ${approved?.approvedOn}.`, `大學已於 ${approved?.approvedOn} 批准。`),
      },
    ]);
  };
