import type { RecordedEvent } from '#kernel';
import {
  type AssessmentResultDocument,
  type Shown,
  type StandingsDocument,
  type TermSummaryDocument,
  type TranscriptDocument,
} from '#projections';
import { foldOn, type ProgrammeAt, type RecordAt, recordAt, recordStream } from '#student-record';
import type { RecordsSystem } from '#system';
import { exportLines, type StudentExport, studentsOf } from '../export/student-export.ts';

/**
 * Where averages are told. `figures` is what the regulations make of the record, with which all others are compared;
 * `standing` is what was published, `standing-run` what a run at the end of each term makes of the record as it is now.
 */
export type AveragesSource =
  | 'figures'
  | 'transcript'
  | 'term-summary'
  | 'standing'
  | 'standing-run'
  | 'assessment-results'
  | 'export'
  | 'api-transcript'
  | 'api-term-summary';

/** Averages of a student by name, exact: `BSC` for the cumulative one, `BSC 2024-AUT` for that of a term. */
export type Averages = ReadonlyMap<string, string | null>;

export interface Disagreement {
  readonly student: string;
  readonly source: AveragesSource;
  readonly average: string;
  readonly figures: string | null | undefined;
  readonly told: string | null | undefined;
}

export interface AveragesReport {
  readonly students: number;
  /** How many averages each source told. */
  readonly averages: Readonly<Record<AveragesSource, number>>;
  readonly disagreements: number;
}

/** Answers a GET as the API does. */
export type Get = (path: string) => Promise<unknown>;

/**
 * Whether every student has the same averages in the transcript, the term summaries, the published standings, what a
 * standing run would decide on, the lines of the export and the answers of the API as the regulations make of the log, and the same grade points in the
 * assessment results.
 */
export async function checkAverages(
  { store, readModels }: Pick<RecordsSystem, 'store' | 'readModels'>,
  get: Get,
  {
    onDisagreement,
    onStudent,
  }: { onDisagreement?: (one: Disagreement) => void; onStudent?: (done: number) => void } = {},
): Promise<AveragesReport> {
  const averages: Record<AveragesSource, number> = {
    figures: 0,
    transcript: 0,
    'term-summary': 0,
    standing: 0,
    'standing-run': 0,
    'assessment-results': 0,
    export: 0,
    'api-transcript': 0,
    'api-term-summary': 0,
  };
  const lines = exportLines(readModels);
  let students = 0;
  let disagreements = 0;
  for await (const student of studentsOf(readModels)) {
    const stream = recordStream(student);
    const events: RecordedEvent[] = [];
    for await (const event of store.readStream(stream)) events.push(event);
    const at = recordAt(foldOn(stream, events));
    const { programmes } = at;
    const transcript = await readModels.transcript(student);
    const summaries = await readModels.termSummaries(student);
    const whole = (document: string | undefined) => JSON.parse(document ?? 'null');
    const shown = whole(transcript?.document) as TranscriptDocument;
    const told: Record<AveragesSource, Averages> = {
      figures: ofFigures(programmes),
      transcript: ofTranscript(shown.programmes),
      'term-summary': ofSummaries(whole(summaries?.document) as TermSummaryDocument[]),
      standing: ofStandings((await get(`students/${student}/standings`)) as StandingsDocument, programmes),
      'standing-run': ofStandingRuns(at),
      'assessment-results': ofResults(
        (await get(`students/${student}/assessment-results`)) as AssessmentResultDocument[],
      ),
      export: ofExport(student, (await lines.next()).value),
      'api-transcript': ofTranscript(((await get(`students/${student}/transcript`)) as TranscriptDocument).programmes),
      'api-term-summary': ofSummaries((await get(`students/${student}/term-summaries`)) as TermSummaryDocument[]),
    };
    const results = resultsOf(programmes);
    for (const source of Object.keys(told) as AveragesSource[]) {
      averages[source] += told[source].size;
      for (const disagreement of compared(
        student,
        source,
        source === 'assessment-results' ? results : told.figures,
        told[source],
      )) {
        disagreements++;
        onDisagreement?.(disagreement);
      }
    }
    students++;
    onStudent?.(students);
  }
  return { students, averages, disagreements };
}

/** Standings tell of the terms that they are of. Every other source tells all averages. */
function* compared(
  student: string,
  source: AveragesSource,
  figures: Averages,
  others: Averages,
): Generator<Disagreement> {
  const isOfTerms = source === 'standing' || source === 'standing-run';
  const names = isOfTerms ? others.keys() : new Set([...figures.keys(), ...others.keys()]);
  for (const average of names) {
    const [ours, theirs] = [figures.get(average), others.get(average)];
    if (ours !== theirs) yield { student, source, average, figures: ours, told: theirs };
  }
}

const exactOf = (shown: Shown | null): string | null => shown?.exact ?? null;

const ofFigures = (programmes: readonly ProgrammeAt[]): Averages =>
  new Map(
    programmes.flatMap(({ registration, figures }) => {
      const { code } = registration.programme;
      const cgpa: [string, string | null] = [code, figures.cgpa.value?.toString() ?? null];
      return [
        cgpa,
        ...[...figures.terms].map(([term, { gpa }]): [string, string | null] => [
          `${code} ${term}`,
          gpa.value?.toString() ?? null,
        ]),
      ];
    }),
  );

/** The grade points that the averages are made of. */
const resultsOf = (programmes: readonly ProgrammeAt[]): Averages =>
  new Map(
    programmes.flatMap(({ registration, figures }) =>
      figures.attempts.flatMap(({ attempt, points }): [string, string | null][] =>
        points
          ? [[`${registration.programme.code} ${attempt.term.code} ${attempt.course.code}`, points.toString()]]
          : [],
      ),
    ),
  );

/** The averages of the next line of an export, which is of that student. */
function ofExport(student: string, line: string | undefined): Averages {
  const exported = JSON.parse(line ?? 'null') as StudentExport | null;
  if (exported?.student !== student) return new Map();
  return ofTranscript(exported.programmes.map(({ programme: code, ...of }) => ({ code, ...of })));
}

const ofTranscript = (
  programmes: readonly Pick<TranscriptDocument['programmes'][number], 'code' | 'cgpa' | 'terms'>[],
) =>
  new Map(
    programmes.flatMap(({ code, cgpa, terms }) => {
      const own: [string, string | null] = [code, exactOf(cgpa)];
      return [own, ...terms.map(({ term, gpa }): [string, string | null] => [`${code} ${term}`, exactOf(gpa)])];
    }),
  );

/** A summary of a term in which the programme was only entered has no average, and there is none among the figures. */
const ofSummaries = (summaries: readonly TermSummaryDocument[]): Averages =>
  new Map(
    summaries.flatMap(({ term, programmes }) =>
      programmes.flatMap(({ code, cgpa, enrolments, statistics }) => {
        const own: [string, string | null] = [code, exactOf(cgpa)];
        const ofTerm: [string, string | null] = [`${code} ${term.code}`, exactOf(statistics.gpa)];
        return enrolments.length === 0 && statistics.gpa === null ? [own] : [own, ofTerm];
      }),
    ),
  );

/** The averages on which a standing run would decide: of each term, and the cumulative one of the last that counts. */
const ofStandingRuns = ({ programmes, asOf: today }: RecordAt): Averages =>
  new Map(
    programmes.flatMap(({ registration, study, pack, figures }) => {
      const { code } = registration.programme;
      const terms = new Map(study.attempts.map(({ term }) => [term.code, term]));
      const last = [...figures.terms.keys()].at(-1);
      return [...figures.terms.keys()].flatMap((name): [string, string | null][] => {
        const term = terms.get(name);
        if (!term) return [];
        const { gpa, cgpa } = pack.standing.decide(study, { term, yearEnd: false, today }).figures;
        const ofTerm: [string, string | null] = [`${code} ${name}`, gpa];
        return name === last ? [ofTerm, [code, cgpa]] : [ofTerm];
      });
    }),
  );

/** The grade points of every result that has any, by programme, term and course. */
const ofResults = (results: readonly AssessmentResultDocument[]): Averages =>
  new Map(
    results.flatMap(({ programme, term, code, result }): [string, string | null][] =>
      result?.points ? [[`${programme} ${term} ${code}`, result.points.exact]] : [],
    ),
  );

/**
 * The averages by which the published standings were told: of each term, and the cumulative one of the last term that
 * counts. What stood before a standing was put right is history.
 */
function ofStandings({ programmes }: StandingsDocument, own: readonly ProgrammeAt[]): Averages {
  const told = new Map<string, string | null>();
  for (const { code, history } of programmes) {
    const figures = own.find(({ registration }) => registration.programme.code === code)?.figures;
    const last = [...(figures?.terms.keys() ?? [])].at(-1);
    for (const { term, gpa, cgpa } of history) {
      if (gpa || figures?.terms.get(term)?.gpa.value) told.set(`${code} ${term}`, exactOf(gpa));
      if (term === last) told.set(code, exactOf(cgpa));
    }
  }
  return told;
}
