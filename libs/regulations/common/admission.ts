import { ageOn, type CivilDate, type ClauseId, type Ruling, text } from '#kernel';
import type { Dated } from '../dated.ts';
import { type Chapter, chapterOf, type ProgrammeFacts, type Regime } from '../facts.ts';
import type { AdmissionRequest } from '../pack.ts';
import { approvalBy, type Demand, type Remark, ruleOn } from './demand.ts';
import { type EntryLaws, entryOf } from './entry.ts';
import { type ByChapter, ofChapter } from './parameters.ts';
import { opensFor, type TeachOut } from './teach-out.ts';

export interface AdmissionLaw {
  readonly pack: string;
  /** Which students the regime is for. */
  readonly scope: ClauseId;
  /** The first day of admission under the regime, where there is one. */
  readonly firstDay?: Dated<CivilDate>;
  /** Years of age on the first day of the entry term, where the chapter has a minimum. */
  readonly minimumAge: Partial<ByChapter<Dated<number>>>;
  /** What stands against a second registration on the same programme. */
  readonly same: ByChapter<ClauseId>;
  readonly teachOut: TeachOut;
  /** What entrants bring. */
  readonly entry: EntryLaws;
  /** By what somebody who has left the same programme may apply as anybody does; absent where it needs approval. */
  readonly anew: Partial<ByChapter<ClauseId>>;
}

/** One programme at a time for full-time students, by the regime and the chapter of the full-time programme. */
const CONCURRENT: Readonly<Record<Regime, Partial<Readonly<Record<Chapter, ClauseId>>>>> = {
  '5cu': { undergraduate: '5cu/ug/3.8', 'taught-postgraduate': '5cu/tpg/3.8' },
  '3cu': { undergraduate: '3cu/ug/3.8', 'taught-postgraduate': '3cu/tpg/3.8' },
};

/**
 * Whether a person may be admitted to a programme: the regime takes entrants of that term, the age is
 * reached, what the programme asks is brought, it is not being read already, and a full-time student reads no other beside it
 * without the University's approval. The age is that of the first day of teaching, which satisfies
 * either of the two days the clause names. [5cu/dl/2.1] [3cu/dl/2.1] [5cu/ug/3.8] [5cu/tpg/3.8] [3cu/ug/3.8] [3cu/tpg/3.8]
 */
export const admission =
  (law: AdmissionLaw) =>
  (request: AdmissionRequest): Ruling =>
    ruleOn(law.pack, [
      scope(law, request),
      ...age(law, request),
      ...same(law, request),
      ...concurrent(request),
      ...opensFor(law.teachOut, request.programme, request.term),
      ...entryOf(law.entry, request),
    ]);

function scope(law: AdmissionLaw, { term, programme }: AdmissionRequest): Demand | Remark {
  const entry = term.teaching[0];
  if (!law.firstDay) return { clause: law.scope, figures: { regime: programme.regime, entry } };
  const first = law.firstDay.on(entry).value;
  return {
    clause: law.scope,
    met: entry >= first,
    figures: { regime: programme.regime, entry, firstAdmission: first },
    note: text(
      `Programmes of this structure admit students from ${first}; the term begins on ${entry}.`,
      `此學制的課程由 ${first} 起取錄學生；該學期於 ${entry} 開始。`,
    ),
    remedy: text(`Enter in a term that begins on or after ${first}.`, `於 ${first} 或之後開始的學期入學。`),
  };
}

function age(law: AdmissionLaw, { programme, term, born }: AdmissionRequest): (Demand | Remark)[] {
  const minimum = law.minimumAge[chapterOf(programme)];
  if (!minimum) return [];
  const day = term.teaching[0];
  const { clause, value } = minimum.on(day);
  if (!born)
    return [
      {
        clause,
        figures: { born: null, firstDayOfTerm: day, minimumAge: value },
        remark: text(
          `No birth date is on record; admissions vouches that the applicant is ${value} on the first day of the term.`,
          `紀錄中並無出生日期；由招生處核實申請人於學期首日已年滿 ${value} 歲。`,
        ),
      },
    ];
  const years = ageOn(born, day);
  return [
    {
      clause,
      met: years >= value,
      figures: { born, firstDayOfTerm: day, age: years, minimumAge: value },
      note: text(
        `The applicant is ${years} on the first day of the term and must be ${value}.`,
        `申請人於學期首日為 ${years} 歲，須年滿 ${value} 歲。`,
      ),
      remedy: text(
        `Enter in a term that begins when the age of ${value} is reached.`,
        `於年滿 ${value} 歲後開始的學期入學。`,
      ),
    },
  ];
}

/**
 * Reading the same programme again is a new admission, with the University's approval; in distance learning who has
 * left it applies anew as anybody does. [5cu/ug/2.5] [5cu/tpg/2.5] [3cu/ug/2.5] [3cu/tpg/2.5] [5cu/dl/5.2] [3cu/dl/6.2]
 */
function same(law: AdmissionLaw, { programme, current, former = [], approval }: AdmissionRequest): (Demand | Remark)[] {
  const wasRead = former.some((other) => other.code === programme.code);
  const isRead = current.some((other) => other.code === programme.code);
  const anew = law.anew[chapterOf(programme)];
  return [
    ...(wasRead && !isRead && anew ? [{ clause: anew, figures: { programme: programme.code } }] : []),
    {
      clause: ofChapter(law.same, programme),
      met: !isRead && (!wasRead || anew !== undefined),
      figures: { programme: programme.code },
      approval: approvalBy(approval ? [approval] : [], 'registrar', 'university'),
      note: isRead
        ? text(
            `There is a current registration on ${programme.code} already.`,
            `已登記修讀 ${programme.code}，不可重複登記。`,
          )
        : text(
            `${programme.code} was read before; to read it again needs approval.`,
            `曾修讀 ${programme.code}，再次修讀須經批准。`,
          ),
      remedy: text(
        'Readmission approved by the University, given by the Registrar.',
        '取得大學批准重新入學（由教務長給予）。',
      ),
    },
  ];
}

/** The clause by which a programme is read alone full-time. */
const clauseOfOne = (programme: ProgrammeFacts): ClauseId | undefined =>
  CONCURRENT[programme.regime][chapterOf(programme)];

function concurrent({ programme, current, approval }: AdmissionRequest): Demand[] {
  const others = current.filter((other) => other.code !== programme.code);
  const fullTime = [programme, ...others].find((one) => one.mode === 'full-time' && clauseOfOne(one) !== undefined);
  const clause = fullTime && clauseOfOne(fullTime);
  if (!clause) return [];
  return [
    {
      clause,
      met: others.length === 0,
      figures: { otherProgrammes: others.map((other) => other.code).join(' ') || null },
      approval: approvalBy(approval ? [approval] : [], 'registrar', 'university'),
      note: text(
        'A full-time student may not read a second programme without the approval of the University.',
        '全日制學生未經大學事先批准，不得同時修讀另一課程。',
      ),
      remedy: text('Prior approval of the University, given by the Registrar.', '事先取得大學批准（由教務長給予）。'),
    },
  ];
}
