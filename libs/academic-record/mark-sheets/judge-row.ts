import {
  type CivilDate,
  type Finding,
  type Refusal,
  type Ruling,
  refuse,
  refusingClauses,
  rule,
  type Text,
  text,
} from '#kernel';
import {
  type AssessmentItem,
  type Attempt,
  courseworkTotal,
  examinationMark,
  lastSubmissions,
  scoresNothing,
} from '#regulations';
import type { AssignmentMarked, GradeRecorded, RecordEvent, SittingRecorded, StudentRecord } from '#student-record';
import { attemptKey, evolve, recordOn } from '#student-record';
import { gradeToRecord, withRevisedStandings } from '../assessment/graded.ts';
import { type GradedTermFacts, gradedTermOf } from '../assessment/graded-term.ts';
import { unknownAssignment } from '../assessment/unknown-assignment.ts';
import { attemptFor, type Governed, isRefusal } from '../record-use-case.ts';
import { isRecommendationWaiting, recommendationWaiting } from '../results/waiting.ts';
import type { RowEffect, RowRefusal } from './row-effect.ts';
import { sittingRefused, sittingToRecord, type Unmarked } from './row-sitting.ts';
import type { SheetRow } from './sheet-rows.ts';

/** Which taking of a course a row is about, and on which day it is judged. */
export interface RowAbout extends GradedTermFacts {
  readonly course: string;
  readonly term: string;
  readonly gradedTerm?: string;
  readonly today: CivilDate;
}

/** A row that was worked out: its effect, and the facts that would be recorded. */
export interface JudgedRow {
  readonly effect: RowEffect;
  readonly events: readonly RecordEvent[];
  /** What the regulations said of all of it; absent where they were not asked. */
  readonly ruling?: Ruling;
}

type Enrolled = Governed & { readonly attempt: Attempt };

/**
 * What a row of a mark sheet would do to a record. Each mark and the grade is judged by the rule that judges it when it
 * is recorded alone, on the record with what stands before it in the row. What stands on the record already is no
 * change, and neither is nothing for work that was not handed in by its day, which counts so. An examination that nobody has recorded as sat is taken to have been sat on its day. Pure.
 * [5cu/assess/18.2.1] [3cu/assess/17.2.1] [5cu/assess/3.1] [3cu/assess/3.1] [5cu/dl/8.5] [3cu/dl/9.6]
 */
export function judgeRow(whole: StudentRecord, row: SheetRow, about: RowAbout): JudgedRow {
  const record = recordOn(whole, about.today);
  const found = attemptFor(record, about);
  if (isRefusal(found)) return unfit(row, found);
  const judging = new Judging(record, found, about);
  const marks: { item: AssessmentItem; mark: number }[] = [];
  for (const { item: id, mark } of row.marks) {
    const item = itemNamed(found.attempt, id);
    if (item) marks.push({ item, mark });
    else judging.refuse(unknownAssignment(id));
  }
  if (row.examination !== undefined) {
    const sat = examinationOf(found.attempt);
    if (isRefusal(sat)) judging.refuse(sat);
    else if (marks.some(({ item }) => item.id === sat.id)) judging.refuse(namedTwice(sat.id));
    else marks.push({ item: sat, mark: row.examination });
  }
  for (const { item, mark } of marks) judging.mark(item, mark);
  if (row.grade !== undefined) judging.grade(row.grade);
  return judging.judged(
    row,
    marks.map(({ item }) => item.id),
  );
}

/** Judges the parts of a row one after the other, each on what the earlier ones made of the record. */
class Judging {
  readonly #about: RowAbout;
  readonly #before: Attempt;
  readonly #findings: Finding[] = [];
  readonly #remedies: Text[] = [];
  readonly #refusals: RowRefusal[] = [];
  readonly #events: RecordEvent[] = [];
  #record: StudentRecord;
  #now: Enrolled;
  #pack = '';

  constructor(record: StudentRecord, found: Enrolled, about: RowAbout) {
    this.#record = record;
    this.#now = found;
    this.#before = found.attempt;
    this.#about = about;
  }

  refuse({ code, message }: Refusal): void {
    this.#refusals.push({ code, clauses: [], message });
  }

  mark(item: AssessmentItem, mark: number): void {
    const { course, term, today } = this.#about;
    if (lastSubmissions(this.#now.attempt).get(item.id)?.mark === mark) return;
    if (mark === 0 && scoresNothing(this.#now.attempt, item, today)) return;
    const { pack, study, attempt } = this.#now;
    const sitting = item.kind === 'examination' ? sittingToRecord(study, attempt, item, today) : undefined;
    if (sitting) {
      this.#sit(sitting, mark);
      return;
    }
    const marked: AssignmentMarked = {
      type: 'AssignmentMarked',
      data: { course, term, assignment: item.id, on: today, mark },
    };
    this.#take(pack.marking(study, { attempt, assignment: item.id, mark, today }), 'marking-refused', marked);
  }

  grade(grade: string): void {
    const { pack, study, attempt } = this.#now;
    if ((attempt.awarded ?? attempt.grade) === grade) return;
    const { course, term, today } = this.#about;
    if (isRecommendationWaiting(this.#record.results, attemptKey(course, term))) {
      this.refuse(recommendationWaiting);
      return;
    }
    const gradedTerm = gradedTermOf(attempt, this.#about, this.#about, today);
    if (typeof gradedTerm !== 'string') {
      this.refuse(gradedTerm);
      return;
    }
    const recorded: GradeRecorded = {
      type: 'GradeRecorded',
      data: { course, term, on: today, ...gradeToRecord(this.#now, grade), gradedTerm },
    };
    const events = withRevisedStandings(this.#record, recorded, today);
    this.#take(pack.grading(study, { attempt, grade, today }), 'grade-refused', ...events);
  }

  judged({ row, student }: SheetRow, items: readonly string[]): JudgedRow {
    const [before, after] = [this.#before, this.#now.attempt];
    const refused = this.#refusals.length > 0;
    const marksOf = (attempt: Attempt) => {
      const works = lastSubmissions(attempt);
      return (item: string) => works.get(item)?.mark ?? null;
    };
    const [was, is] = [marksOf(before), marksOf(after)];
    const effect: RowEffect = {
      row,
      student,
      outcome: refused ? 'refused' : this.#events.length > 0 ? 'changes' : 'unchanged',
      marks: items.map((item) => ({ item, before: was(item), after: is(item) })),
      coursework: { before: exact(courseworkTotal(before).total), after: exact(courseworkTotal(after).total) },
      examination: { before: exact(examinationMark(before)), after: exact(examinationMark(after)) },
      grade: { before: before.grade ?? null, after: after.grade ?? null },
      refusals: this.#refusals,
    };
    return { effect, events: refused ? [] : this.#events, ruling: this.#ruling() };
  }

  #sit(unmarked: Unmarked, mark: number): void {
    const { pack, study, attempt } = this.#now;
    const { today } = this.#about;
    const { kind, on, examination = '' } = unmarked;
    const refused = sittingRefused(study, unmarked, today);
    if (refused) {
      this.refuse(refused);
      return;
    }
    const entitled = pack.examination.sitting(study, { attempt, kind, examination, on, mark, approvals: [], today });
    const sat = evolve(this.#record, { type: 'SittingRecorded', data: { sitting: unmarked } });
    const { findings = [], remedies = [] } = this.#markingOf(sat, examination, mark) ?? {};
    const both = rule(entitled.pack, [...entitled.findings, ...findings], [...(entitled.remedies ?? []), ...remedies]);
    const recorded: SittingRecorded = { type: 'SittingRecorded', data: { sitting: { ...unmarked, mark } } };
    this.#take(both, 'sitting-refused', recorded);
  }

  /** What the rules say of a mark in a sitting that stands on a record without one. */
  #markingOf(record: StudentRecord, assignment: string, mark: number): Ruling | undefined {
    const found = attemptFor(record, this.#about);
    if (isRefusal(found)) return undefined;
    const { pack, study, attempt } = found;
    return pack.marking(study, { attempt, assignment, mark, today: this.#about.today });
  }

  #take(ruling: Ruling, code: string, ...events: readonly RecordEvent[]): void {
    this.#pack = ruling.pack;
    this.#findings.push(...ruling.findings);
    this.#remedies.push(...(ruling.remedies ?? []));
    if (ruling.outcome === 'refused') {
      this.#refusals.push({ code, clauses: refusingClauses(ruling), message: reasonsOf(ruling) });
      return;
    }
    this.#events.push(...events);
    this.#record = events.reduce(evolve, this.#record);
    const found = attemptFor(this.#record, this.#about);
    if (!isRefusal(found)) this.#now = found;
  }

  #ruling(): Ruling | undefined {
    return this.#findings.length > 0 ? rule(this.#pack, this.#findings, this.#remedies) : undefined;
  }
}

const exact = (value: { toString(): string } | null): string | null => value?.toString() ?? null;

function unfit({ row, student }: SheetRow, { code, message }: Refusal): JudgedRow {
  const nothing = { before: null, after: null };
  return {
    effect: {
      row,
      student,
      outcome: 'refused',
      marks: [],
      coursework: nothing,
      examination: nothing,
      grade: nothing,
      refusals: [{ code, clauses: [], message }],
    },
    events: [],
  };
}

/** Why the regulations refuse, in one text. */
function reasonsOf({ findings }: Ruling): Text {
  const notes = findings.flatMap(({ holds, note }) => (holds || !note ? [] : [note]));
  return text(notes.map(({ en }) => en).join(' '), notes.map((note) => note['zh-Hant']).join(''));
}

/** A piece of assessed work by its code; in whatever case, where only one is meant. */
function itemNamed({ items }: Attempt, id: string): AssessmentItem | undefined {
  const alike = items.filter((item) => item.id.toLowerCase() === id.toLowerCase());
  return alike.find((item) => item.id === id) ?? (alike.length === 1 ? alike[0] : undefined);
}

/** The one examination that a mark of the column `examination` is of. */
function examinationOf({ items }: Attempt): AssessmentItem | Refusal {
  const examinations = items.filter(({ kind }) => kind === 'examination');
  const [only] = examinations;
  if (!only) return noExamination;
  return examinations.length === 1 ? only : severalExaminations;
}

const noExamination = refuse('no-examination', text('The course has no examination.', '該學科不設考試。'));

const severalExaminations = refuse(
  'several-examinations',
  text(
    'The course has several examinations; name the one that is meant as the column.',
    '該學科設有多於一項考試，請以考試編號為欄名。',
  ),
);

const namedTwice = (id: string): Refusal =>
  refuse(
    'column-twice',
    text(`The columns ${id} and examination are of one examination.`, `「${id}」欄與「examination」欄為同一項考試。`),
  );
