export * from './projection.ts';
export { CheckpointMoved, checkpointOf } from './read-database/checkpoints.ts';
export type { GenerationState } from './read-database/generations.ts';
export { migrate, ReadDatabaseNotMigrated, ReadDatabaseTooNew } from './read-database/migrations.ts';
export { openReadDatabase } from './read-database/open.ts';
export type { Parked } from './read-database/parked.ts';
export {
  type FilledTable,
  type ReadDatabase,
  type ReadDatabaseOptions,
  ReadDatabaseUnavailable,
} from './read-database/read-database.ts';
export type { Cell, Row, RowWriter } from './read-database/rows.ts';
export type { ReadSchema } from './read-database/schema.ts';
export { type TableDefinition, tableName, viewName } from './read-database/tables.ts';
export { assessmentResults, assessmentResultsOf } from './read-models/assessment-results/assessment-results.ts';
export * from './read-models/assessment-results/assessment-results-document.ts';
export { courseStatisticsOf } from './read-models/assessment-results/course-statistics.ts';
export * from './read-models/assessment-results/course-statistics-document.ts';
export { assessmentSchemeOf } from './read-models/assessment-scheme/assessment-scheme.ts';
export * from './read-models/assessment-scheme/assessment-scheme-document.ts';
export { awardCertificateOf } from './read-models/award-certificate/award-certificate.ts';
export * from './read-models/award-certificate/award-certificate-document.ts';
export { awardDecision, awardDecisionOf } from './read-models/award-decision/award-decision.ts';
export * from './read-models/award-decision/award-decision-document.ts';
export { courseworkDocumentOf, courseworkView } from './read-models/coursework/coursework.ts';
export { CourseworkDocument } from './read-models/coursework/coursework-document.ts';
export { deadlines, deadlinesOf, withComingDeadlines } from './read-models/deadlines/deadlines.ts';
export * from './read-models/deadlines/deadlines-document.ts';
export * from './read-models/enrolment-eligibility/enrolment-eligibility.ts';
export * from './read-models/enrolment-eligibility/enrolment-eligibility-document.ts';
export { examinationsOf, examinationsView } from './read-models/examinations/examinations.ts';
export * from './read-models/examinations/examinations-document.ts';
export { holds, holdsOf } from './read-models/holds/holds.ts';
export { HoldsDocument } from './read-models/holds/holds-document.ts';
export * from './read-models/mark-sheets/mark-sheet-document.ts';
export * from './read-models/particulars/particulars-document.ts';
export * from './read-models/read-models.ts';
export { registration, registrationOf } from './read-models/registration/registration.ts';
export * from './read-models/registration/registration-document.ts';
export { requestsOf, requestsView } from './read-models/requests/requests.ts';
export { RequestsDocument } from './read-models/requests/requests-document.ts';
export { figuresAmended, standingTold } from './read-models/results/amended-figures.ts';
export * from './read-models/results/amendment-document.ts';
export { resultsOf, shownAmendment } from './read-models/results/results.ts';
export * from './read-models/results/results-document.ts';
export { scholarshipsOf, scholarshipsView } from './read-models/scholarships/scholarships.ts';
export { ScholarshipsDocument } from './read-models/scholarships/scholarships-document.ts';
export { settlementsOf, settlementsView } from './read-models/settlements/settlements.ts';
export * from './read-models/settlements/settlements-document.ts';
export { BilingualText, NamedClass, ProgrammeName, Shown, ShownFinding, shown } from './read-models/shown.ts';
export { standingsDocumentOf, standingsView } from './read-models/standings/standings.ts';
export * from './read-models/standings/standings-document.ts';
export {
  type Documents,
  documentsOf,
  NotYetProjected,
  type ReadDocument,
  variantOf,
} from './read-models/stored-documents.ts';
export { studyApplicationsOf, studyApplicationsView } from './read-models/study-applications/study-applications.ts';
export * from './read-models/study-applications/study-applications-document.ts';
export { termSummariesOf, termSummary } from './read-models/term-summary/term-summary.ts';
export * from './read-models/term-summary/term-summary-document.ts';
export { transcript, transcriptOf } from './read-models/transcript/transcript.ts';
export * from './read-models/transcript/transcript-document.ts';
export { type RecordDocument, type RecordView, type RecordViewDefinition, recordView } from './record-view.ts';
export type { RecordsAt } from './records-at.ts';
export { AheadOfLog } from './runtime/ahead.ts';
export { isPassing, TooManyParked } from './runtime/apply-alone.ts';
export { type ComparedProjection, type Comparison, checksum, type Difference, NeverBuilt } from './runtime/compare.ts';
export type { Threads, Workers } from './runtime/fill-threads.ts';
export { rebuildingElsewhere, SwapHeldUp } from './runtime/generation.ts';
export { LEASE_MS, LeaseHeld, LeaseLost, type LeaseStatus } from './runtime/leases.ts';
export { compare, drop, NoSuchGeneration, rollBack, type SwapResult, swapIn } from './runtime/operations.ts';
export { NoSuchReadModel, NoSuchStream, type Retried, type RetryOptions, retryParked } from './runtime/parking.ts';
export { type RebuildOptions, type RebuildProgress, type RebuildResult, rebuild, refill } from './runtime/rebuild.ts';
export {
  observeProjections,
  type ProjectionOptions,
  type ProjectionRuntime,
  type ProjectionStatus,
  startProjections,
} from './runtime/start.ts';
export { type GenerationStatus, type ProjectionsStatus, projectionsStatus } from './runtime/status.ts';
export type { Swapped } from './runtime/swap.ts';
