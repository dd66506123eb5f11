import { type ClauseId, type Ruling, text } from '#kernel';
import type { AnnouncedScheme, SchemeRequest } from '../rules/coursework.ts';
import { approvalBy, type Demand, type Remark, ruleOn } from './demand.ts';

export interface SchemeLaw {
  readonly pack: string;
  /** The University decides of what the assessment is made. */
  readonly decided: ClauseId;
  /** What students are told. */
  readonly told: ClauseId;
  readonly number: ClauseId;
  readonly counting: ClauseId;
  readonly combination: ClauseId;
  /** Special requirements of attendance are told before the term. */
  readonly special: ClauseId;
  /** Who may let the assessment change after teaching has begun. */
  readonly changedBy: readonly string[];
  readonly specialBy: string;
}

/**
 * Whether the assessment of a course in a term may be announced so. What was announced is changed before the first day of
 * teaching, or with approval; a requirement of attendance is told before it, whatever was announced.
 * [5cu/assess/2.1] [5cu/assess/2.3] [5cu/dl/8.10.2] [3cu/assess/2.1] [3cu/assess/2.3] [3cu/dl/9.11.2]
 */
export const schemeRule =
  (law: SchemeLaw) =>
  (request: SchemeRequest): Ruling =>
    ruleOn(law.pack, [...described(law, request.announced), ...told(law, request), ...special(law, request)]);

function described(law: SchemeLaw, { items, scheme }: AnnouncedScheme): Remark[] {
  const pieces = { pieces: items.length, compulsory: items.filter(({ compulsory }) => compulsory).length };
  if (!scheme) return [{ clause: law.decided, figures: pieces }];
  const { courseworkWeight = null, examinationWeight = null, combination } = scheme;
  return [
    { clause: law.decided, figures: { ...pieces, courseworkWeight, examinationWeight } },
    { clause: law.number, figures: { assignmentsToComplete: scheme.assignmentsToComplete } },
    { clause: law.counting, figures: { assignmentsCounting: scheme.assignmentsCounting } },
    { clause: law.combination, figures: { combination } },
  ];
}

function told(law: SchemeLaw, { announced, before, teachingBegins, approvals, today }: SchemeRequest): Demand[] {
  if (!before || isSame(announced, before)) return [];
  return [
    {
      clause: law.told,
      met: today < teachingBegins,
      figures: { today, teachingBegins },
      approval: approvalBy(approvals, ...law.changedBy),
      note: text(
        `Students were told of another assessment, and teaching began on ${teachingBegins}.`,
        `學生已獲通知另一評核安排，而課堂已於 ${teachingBegins} 開始。`,
      ),
      remedy: text('The approval of the University.', '取得大學批准。'),
    },
  ];
}

function special(law: SchemeLaw, { announced, before, teachingBegins, approvals, today }: SchemeRequest): Demand[] {
  const asked = announced.scheme?.minimumAttendance;
  if (asked === undefined || asked === before?.scheme?.minimumAttendance) return [];
  return [
    {
      clause: law.special,
      met: today < teachingBegins,
      figures: { minimumAttendance: asked, today, teachingBegins },
      approval: approvalBy(approvals, law.specialBy),
      note: text(
        `A requirement of attendance is told before the term, which began on ${teachingBegins}.`,
        `出席要求須於開課前通知學生；課堂已於 ${teachingBegins} 開始。`,
      ),
      remedy: text('The approval of the Senate.', '取得教務會批准。'),
    },
  ];
}

const isSame = (one: AnnouncedScheme, other: AnnouncedScheme): boolean => asText(one) === asText(other);

const asText = ({ items, scheme }: AnnouncedScheme): string =>
  JSON.stringify([items.map((item) => Object.entries(item).sort()), Object.entries(scheme ?? {}).sort()]);
