import type { StudyApplication } from '#regulations';
import type { RecordAt } from '#student-record';
import { recordView } from '../../record-view.ts';
import type {
  ApplicationAbout,
  ShownApplicationEnd,
  StudyApplicationDocument,
  WaitingApplicationDocument,
} from './study-applications-document.ts';

/** What a student has applied for about study, in the order in which it was made. Pure. */
export const studyApplicationsOf = ({ student, record }: RecordAt): StudyApplicationDocument[] =>
  record.applications.map((application) => {
    const { asked, grounds, documents, by, preview, end } = application;
    return {
      ...about(student, application),
      state: end?.outcome ?? 'waiting',
      by: by.role,
      asked,
      grounds,
      documents,
      ...(preview
        ? { preview: { outcome: preview.outcome, findings: preview.findings, remedies: preview.remedies ?? [] } }
        : {}),
      ...(end ? { end: ended(end) } : {}),
    };
  });

/** Nothing of a student who has applied for nothing. */
export const studyApplicationsView = recordView({
  name: 'study_application',
  version: 1,
  columns: { state: 'text', day: 'text' },
  indexes: [['state', 'day']],
  view: (at) =>
    studyApplicationsOf(at).map((document) => ({
      part: document.application,
      document,
      cells: [document.state, document.on],
    })),
});

/** One that waits, as it is listed for those who decide. Pure. */
export const waitingOf = ({
  student,
  application,
  kind,
  programme,
  on,
  authority,
  clause,
  preview,
}: StudyApplicationDocument) =>
  ({
    ...{ student, application, kind, programme, on, authority, clause },
    preview: preview?.outcome ?? 'allowed',
  }) satisfies WaitingApplicationDocument;

const about = (
  student: string,
  { id: application, kind, programme, on, authority, clause }: StudyApplication,
): ApplicationAbout => ({ student, application, kind, programme, on, authority, clause });

const ended = ({
  on,
  by,
  clauses,
  reason,
  declinedByRule,
}: NonNullable<StudyApplication['end']>): ShownApplicationEnd => ({
  on,
  by: by.role,
  clauses,
  reason,
  declinedByRule,
});
