import { Inject, type Type } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CLOCK, EVENT_STORE, knowsResults } from '#commands';
import type { EventStore } from '#event-store';
import { type Clock, type Position, type Text, text } from '#kernel';
import {
  AssessmentResultDocument,
  AssessmentSchemeDocument,
  AwardCertificateDocument,
  AwardDecisionDocument,
  CourseStatisticsDocument,
  CourseworkDocument,
  DeadlinesDocument,
  documentsOf,
  EnrolmentEligibilityDocument,
  ExaminationsDocument,
  GradeAmendmentDocument,
  HoldsDocument,
  MarkSheetDocument,
  MarkSheetPreviewDocument,
  NotYetProjected,
  ParticularsDocument,
  type ProjectionRuntime,
  type ReadDocument,
  type ReadModels,
  RegistrationDocument,
  RequestsDocument,
  ResultsDocument,
  recordAt,
  ScholarshipsDocument,
  StandingsDocument,
  TermSummaryDocument,
  TranscriptDocument,
} from '#projections';
import { amendmentNow } from './amendment-now.ts';
import { assessmentSchemeNow } from './assessment-scheme-now.ts';
import { awardCertificateNow } from './award-certificate-now.ts';
import { deadlinesNow } from './deadlines-now.ts';
import { eligibilityNow, type Log, variantOf } from './eligibility-now.ts';
import { markSheetNow, markSheetPreviewNow } from './mark-sheets-now.ts';
import { particularsNow } from './particulars-now.ts';
import { type Asked, recordFor } from './record-now.ts';
import { resultsNow } from './results-now.ts';
import { PROJECTIONS, READ_MODELS } from './tokens.ts';

/** What a read model is asked for: `{ student: 'S1', term: '2024-AUT' }`. */
export type Subject = Readonly<Record<string, string>>;

/** One question that the read side answers, on whatever surface it is asked. */
export interface ReadModelQuery {
  readonly name: string;
  /** The projection that answers it; absent where it is worked out from the log when it is asked. */
  readonly readModel?: string;
  /** The resource under `/api/v1`, with the subject's parts as parameters. */
  readonly path: string;
  readonly summary: Text;
  /** What is answered: a document of this class, or a list of them. */
  readonly document: Type;
  readonly list: boolean;
  /** Whether it can be asked as of a past time; what a projection answers always can. */
  readonly asOf?: true;
  /** The clauses that ask for it, of every regime and mode. */
  readonly clauses?: readonly string[];
  /** `staff`: those who know results before they are published; absent where everybody may what is of no student, and the student what is his or her own. */
  readonly by?: 'staff';
  read(models: ReadModels, subject: Subject, log: Log): Promise<ReadDocument | undefined>;
}

const of = (subject: Subject, part: string): string => subject[part] ?? '';

const sheetOf = (subject: Subject) => ({
  course: of(subject, 'course'),
  term: of(subject, 'term'),
  sheet: of(subject, 'sheet'),
});

export const readModelQueries: readonly ReadModelQuery[] = [
  {
    name: 'transcript',
    readModel: 'transcript',
    path: 'students/:student/transcript',
    summary: text('Transcript', '成績單'),
    document: TranscriptDocument,
    list: false,
    clauses: [
      '5cu/dl/10.1',
      '5cu/ug/13.1',
      '3cu/dl/11.1',
      '3cu/ug/13.1',
      '5cu/subdegpd/8.2',
      '5cu/dual/7.2',
      '3cu/dual/8.2',
    ],
    read: (models, subject) => models.transcript(of(subject, 'student')),
  },
  {
    name: 'term-summaries',
    readModel: 'term_summary',
    path: 'students/:student/term-summaries',
    summary: text('Summaries of all terms', '各學期摘要'),
    document: TermSummaryDocument,
    list: true,
    clauses: ['portal/C.8'],
    read: (models, subject) => models.termSummaries(of(subject, 'student')),
  },
  {
    name: 'term-summary',
    readModel: 'term_summary',
    path: 'students/:student/term-summaries/:term',
    summary: text('Summary of a term', '學期摘要'),
    document: TermSummaryDocument,
    list: false,
    clauses: ['portal/C.8'],
    read: (models, subject) => models.termSummary(of(subject, 'student'), of(subject, 'term')),
  },
  {
    name: 'award-decisions',
    readModel: 'award_decision',
    path: 'students/:student/award-decisions',
    summary: text('Award decisions of all programmes', '各課程的頒授決定'),
    document: AwardDecisionDocument,
    list: true,
    read: (models, subject) => models.awardDecisions(of(subject, 'student')),
  },
  {
    name: 'award-decision',
    readModel: 'award_decision',
    path: 'students/:student/award-decisions/:programme',
    summary: text('Award decision of a programme', '課程的頒授決定'),
    document: AwardDecisionDocument,
    list: false,
    read: (models, subject) => models.awardDecision(of(subject, 'student'), of(subject, 'programme')),
  },
  {
    name: 'holds',
    readModel: 'holds',
    path: 'students/:student/holds',
    summary: text('Holds and balance', '限制及結欠'),
    document: HoldsDocument,
    list: false,
    clauses: ['5cu/dl/10.5', '5cu/ug/13.5', '3cu/dl/11.5', '3cu/ug/13.5'],
    read: (models, subject) => models.holds(of(subject, 'student')),
  },
  {
    name: 'deadlines',
    readModel: 'deadlines',
    path: 'students/:student/deadlines',
    summary: text('Deadlines', '截止日期'),
    document: DeadlinesDocument,
    list: false,
    read: async (models, subject, log) => {
      const student = of(subject, 'student');
      return deadlinesNow(log, student, await models.deadlines(student));
    },
  },
  {
    name: 'enrolment-eligibility',
    path: 'students/:student/enrolment-eligibility',
    summary: text('Eligibility to enrol in the coming terms', '選修未來學期學科的資格'),
    document: EnrolmentEligibilityDocument,
    list: true,
    clauses: [
      '5cu/dl/3.5',
      '5cu/dl/3.6',
      '5cu/ug/6.1',
      '5cu/ug/6.2',
      '3cu/dl/3.5',
      '3cu/dl/3.6',
      '3cu/ug/6.1',
      '3cu/ug/6.2',
    ],
    read: (_models, subject, log) => eligibilityNow(log, of(subject, 'student')),
  },
  {
    name: 'registrations',
    readModel: 'registration',
    path: 'students/:student/registrations',
    summary: text('Registration on all programmes', '各課程的學籍'),
    document: RegistrationDocument,
    list: true,
    clauses: ['5cu/dl/3.1', '5cu/ug/3.1', '3cu/dl/3.1', '3cu/ug/3.1', '3cu/dl/6.3', '5cu/dl/2.5', '3cu/dl/2.5'],
    read: (models, subject) => models.registrations(of(subject, 'student')),
  },
  {
    name: 'registration',
    readModel: 'registration',
    path: 'students/:student/registrations/:programme',
    summary: text('Registration on a programme', '課程的學籍'),
    document: RegistrationDocument,
    list: false,
    clauses: ['5cu/dl/3.1', '5cu/ug/3.1', '3cu/dl/3.1', '3cu/ug/3.1', '3cu/dl/6.3', '5cu/dl/2.5', '3cu/dl/2.5'],
    read: (models, subject) => models.registration(of(subject, 'student'), of(subject, 'programme')),
  },
  {
    name: 'particulars',
    path: 'students/:student/particulars',
    summary: text('Name and particulars', '姓名及個人資料'),
    document: ParticularsDocument,
    list: false,
    clauses: ['5cu/dl/3.3', '5cu/ug/3.7', '3cu/dl/3.3', '3cu/ug/3.7'],
    read: (_models, subject, log) => particularsNow(log, of(subject, 'student')),
  },
  {
    name: 'award-certificate',
    path: 'students/:student/award-certificates/:programme',
    summary: text('Certificate of an award', '資格證書'),
    document: AwardCertificateDocument,
    list: false,
    clauses: ['5cu/subdegpd/8.1', '5cu/dual/7.1', '3cu/dual/8.1'],
    read: (_models, subject, log) => awardCertificateNow(log, of(subject, 'student'), of(subject, 'programme')),
  },
  {
    name: 'scholarships',
    readModel: 'scholarships',
    path: 'students/:student/scholarships',
    summary: text('Scholarships', '獎學金'),
    document: ScholarshipsDocument,
    list: false,
    clauses: ['5cu/schol/4.1', '5cu/schol/5.1', '5cu/schol/6.1', '3cu/schol/4.1', '3cu/schol/5.1', '3cu/schol/6.1'],
    read: (models, subject) => models.scholarships(of(subject, 'student')),
  },
  {
    name: 'results',
    asOf: true,
    path: 'students/:student/results',
    summary: text('Results, from recommendation to publication', '成績：由推薦至公布'),
    document: ResultsDocument,
    list: false,
    clauses: [
      '5cu/assess/18.2.1',
      '5cu/assess/19.1',
      '5cu/assess/19.2',
      '3cu/assess/17.2.1',
      '3cu/assess/18.1',
      '3cu/assess/18.2',
    ],
    read: (_models, subject, log) => resultsNow(log, of(subject, 'student')),
  },
  {
    name: 'grade-amendment',
    by: 'staff',
    path: 'students/:student/grade-amendments/:amendment',
    summary: text('What the amendment of a grade changes', '修訂成績的影響'),
    document: GradeAmendmentDocument,
    list: false,
    clauses: ['5cu/assess/18.2.1', '3cu/assess/17.2.1'],
    read: (_models, subject, log) => amendmentNow(log, of(subject, 'student'), of(subject, 'amendment')),
  },
  {
    name: 'examinations',
    readModel: 'examinations',
    path: 'students/:student/examinations',
    summary: text('Examinations', '考試'),
    document: ExaminationsDocument,
    list: false,
    clauses: [
      '5cu/assess/5.1',
      '5cu/assess/5.2',
      '5cu/assess/12.2',
      '5cu/assess/15.2',
      '5cu/dl/8.11.4',
      '5cu/ug/9.7.4',
      '5cu/tpg/9.5.4',
      '3cu/assess/5.1',
      '3cu/assess/5.2',
      '3cu/assess/12.2',
    ],
    read: (models, subject) => models.examinations(of(subject, 'student')),
  },
  {
    name: 'coursework',
    readModel: 'coursework',
    path: 'students/:student/coursework',
    summary: text('Extensions, late work, queries and attendance', '延期、逾期作業、分數查詢及出席率'),
    document: CourseworkDocument,
    list: false,
    clauses: [
      '5cu/dl/8.8.4',
      '5cu/dl/8.10.1',
      '5cu/ug/9.8',
      '5cu/tpg/9.6',
      '5cu/assess/4.2',
      '3cu/dl/9.9.4',
      '3cu/dl/9.11.1',
      '3cu/ug/9.10',
      '3cu/tpg/9.10',
      '3cu/assess/4.2',
    ],
    read: (models, subject) => models.coursework(of(subject, 'student')),
  },
  {
    name: 'assessment-scheme',
    path: 'courses/:course/terms/:term/assessment-scheme',
    summary: text('How a course is assessed in a term', '學科於某學期的評核方案'),
    document: AssessmentSchemeDocument,
    list: false,
    clauses: [
      '5cu/assess/2.1',
      '5cu/assess/2.3',
      '5cu/assess/2.3(a)',
      '5cu/assess/2.3(b)',
      '5cu/assess/2.3(c)',
      '3cu/assess/2.1',
      '3cu/assess/2.3',
      '3cu/assess/2.3(a)',
      '3cu/assess/2.3(b)',
      '3cu/assess/2.3(c)',
    ],
    read: (_models, subject, log) => assessmentSchemeNow(log, of(subject, 'course'), of(subject, 'term')),
  },
  {
    name: 'assessment-results',
    readModel: 'assessment_result',
    path: 'students/:student/assessment-results',
    summary: text('Assessment results of all courses', '各學科的評核結果'),
    document: AssessmentResultDocument,
    list: true,
    clauses: [
      'portal/E.1',
      '5cu/assess/2.3',
      '5cu/assess/2.3(a)',
      '5cu/assess/2.3(b)',
      '5cu/assess/2.3(c)',
      '3cu/assess/2.3',
      '3cu/assess/2.3(a)',
      '3cu/assess/2.3(b)',
      '3cu/assess/2.3(c)',
    ],
    read: (models, subject) => models.assessmentResults(of(subject, 'student')),
  },
  {
    name: 'assessment-result',
    readModel: 'assessment_result',
    path: 'students/:student/assessment-results/:course/:term',
    summary: text('Assessment results of a course in a term', '學科於某學期的評核結果'),
    document: AssessmentResultDocument,
    list: false,
    clauses: [
      'portal/E.1',
      '5cu/assess/2.3',
      '5cu/assess/2.3(a)',
      '5cu/assess/2.3(b)',
      '5cu/assess/2.3(c)',
      '3cu/assess/2.3',
      '3cu/assess/2.3(a)',
      '3cu/assess/2.3(b)',
      '3cu/assess/2.3(c)',
    ],
    read: (models, subject) =>
      models.assessmentResult(of(subject, 'student'), of(subject, 'course'), of(subject, 'term')),
  },
  {
    name: 'course-statistics',
    by: 'staff',
    readModel: 'assessment_result',
    path: 'courses/:course/terms/:term/statistics',
    summary: text('Statistics of a course in a term, beside earlier terms', '學科於某學期的成績統計及與往期比較'),
    document: CourseStatisticsDocument,
    list: false,
    clauses: ['5cu/assess/18.2.1', '3cu/assess/17.2.1'],
    read: (models, subject) => models.courseStatistics(of(subject, 'course'), of(subject, 'term')),
  },
  {
    name: 'mark-sheet',
    by: 'staff',
    path: 'mark-sheets/:course/:term/:sheet',
    summary: text('A mark sheet', '分數表'),
    document: MarkSheetDocument,
    list: false,
    clauses: ['5cu/assess/18.2.1', '3cu/assess/17.2.1'],
    read: (_models, subject, log) => markSheetNow(log, sheetOf(subject)),
  },
  {
    name: 'mark-sheet-preview',
    by: 'staff',
    path: 'mark-sheets/:course/:term/:sheet/preview',
    summary: text('What every row of a mark sheet would do', '分數表各行資料的結果預覽'),
    document: MarkSheetPreviewDocument,
    list: false,
    clauses: ['5cu/assess/18.2.1', '3cu/assess/17.2.1'],
    read: (_models, subject, log) => markSheetPreviewNow(log, sheetOf(subject)),
  },
  {
    name: 'requests',
    readModel: 'requests',
    path: 'students/:student/examination-requests',
    summary: text('Requests about examinations and results', '考試及成績事宜的申請'),
    document: RequestsDocument,
    list: false,
    clauses: [
      '5cu/assess/7.4',
      '5cu/assess/10.3',
      '5cu/assess/14.1',
      '5cu/assess/16.1',
      '5cu/assess/17.1',
      '5cu/assess/19.3',
      '5cu/assess/20.1',
      '5cu/assess/20.3',
      '5cu/assess/21.1',
      '5cu/dl/8.11.6(a)',
      '3cu/assess/7.4',
      '3cu/assess/10.3',
      '3cu/assess/14.1',
      '3cu/assess/15.1',
      '3cu/assess/16.1',
      '3cu/assess/18.3',
      '3cu/assess/19.1',
      '3cu/assess/19.3',
      '3cu/assess/20.1',
      '3cu/dl/9.12.3(a)',
    ],
    read: (models, subject) => models.requests(of(subject, 'student')),
  },
  {
    name: 'standings',
    readModel: 'standings',
    path: 'students/:student/standings',
    summary: text('Standing, its history and why', '學業狀況、歷來決定及理由'),
    document: StandingsDocument,
    list: false,
    clauses: [
      '5cu/ug/10.1',
      '5cu/ug/10.2',
      '5cu/ug/10.3',
      '5cu/ug/11.1',
      '3cu/ug/10.1',
      '3cu/ug/10.2',
      '3cu/ug/10.3',
      '3cu/ug/11.1',
      '3cu/tpg/10.1',
      '3cu/dl/4.1',
    ],
    read: (models, subject) => models.standings(of(subject, 'student')),
  },
];

export const readModelQuery = (name: string): ReadModelQuery | undefined =>
  readModelQueries.find((query) => query.name === name);

/** Shows a read model, not older than a position that the asker has seen; to whom, and of what time, where that is told. */
export class Show extends Query<ReadDocument | undefined> {
  readonly query: ReadModelQuery;
  readonly subject: Subject;
  readonly minPosition?: Position;
  readonly asked: Asked;

  constructor(query: ReadModelQuery, subject: Subject, minPosition?: Position, asked: Asked = {}) {
    super();
    this.query = query;
    this.subject = subject;
    this.minPosition = minPosition;
    this.asked = asked;
  }
}

/** How long a reader waits for the read models to come as far as it has seen. */
const PATIENCE_MS = 5_000;

@QueryHandler(Show)
export class ShowHandler implements IQueryHandler<Show> {
  readonly #models: ReadModels;
  readonly #projections: ProjectionRuntime;
  readonly #log: Log;

  constructor(
    @Inject(READ_MODELS) models: ReadModels,
    @Inject(PROJECTIONS) projections: ProjectionRuntime,
    @Inject(EVENT_STORE) store: EventStore,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#models = models;
    this.#projections = projections;
    this.#log = { store, clock };
  }

  async execute({ query, subject, minPosition, asked }: Show) {
    const log = { ...this.#log, ...asked };
    const own = query.readModel && subject.student !== undefined ? await this.#foldedFor(subject, asked) : undefined;
    if (own === null) return undefined;
    if (own) return query.read(own, subject, log);
    if (minPosition && query.readModel) await this.#reach(query.readModel, subject, minPosition);
    return query.read(this.#models, subject, log);
  }

  /**
   * What the read models say of a record as this asker may know it, or of a past time: worked out from the log by the
   * views that fill them. Undefined where the stored documents are the answer, null where there was no record yet.
   */
  async #foldedFor(subject: Subject, asked: Asked): Promise<ReadModels | null | undefined> {
    if (!asked.asOf && (!asked.reader || knowsResults(asked.reader.role))) return undefined;
    const told = await recordFor(this.#log, of(subject, 'student'), asked);
    if (!told) return asked.asOf ? null : undefined;
    if (!asked.asOf && !told.kept) return undefined;
    const variant = variantOf(JSON.stringify([asked.asOf ?? null, told.publication.day]));
    return this.#models.over(documentsOf(recordAt(told.folded), variant));
  }

  /** Old rows are never shown for new ones: not where the projections are behind, and not where a student is parked. */
  async #reach(readModel: string, subject: Subject, minPosition: Position): Promise<void> {
    const reached =
      (await this.#projections.waitFor(minPosition, PATIENCE_MS)) &&
      !(await this.#models.isParked(readModel, of(subject, 'student'), minPosition));
    if (!reached) throw new NotYetProjected();
  }
}
