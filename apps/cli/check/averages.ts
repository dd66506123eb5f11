import type { CivilDate, RecordedEvent } from '#kernel';
import {
  foldOn,
  type ProgrammeAt,
  recordAt,
  type Shown,
  type TermSummaryDocument,
  type TranscriptDocument,
} from '#projections';
import { recordStream } from '#student-record';
import type { RecordsSystem } from '#system';
import { exportOf, studentsOf } from '../export/student-export.ts';

/** Where averages are told. `figures` is what the regulations make of the record, with which all others are compared. */
export type AveragesSource =
  | 'figures'
  | 'transcript'
  | 'term-summary'
  | 'standing'
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
 * Whether every student has the same averages in the transcript, the term summaries, the standing, the export and the
 * answers of the API as the regulations make of the log.
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
    export: 0,
    'api-transcript': 0,
    'api-term-summary': 0,
  };
  let students = 0;
  let disagreements = 0;
  for await (const student of studentsOf(readModels)) {
    const stream = recordStream(student);
    const events: RecordedEvent[] = [];
    for await (const event of store.readStream(stream)) events.push(event);
    const { programmes, asOf } = recordAt(foldOn(stream, events));
    const transcript = await readModels.transcript(student);
    const summaries = await readModels.termSummaries(student);
    const whole = (document: string | undefined) => JSON.parse(document ?? 'null');
    const shown = whole(transcript?.document) as TranscriptDocument;
    const told: Record<AveragesSource, Averages> = {
      figures: ofFigures(programmes),
      transcript: ofTranscript(shown.programmes),
      'term-summary': ofSummaries(whole(summaries?.document) as TermSummaryDocument[]),
      standing: ofStanding(programmes, asOf),
      export: ofTranscript(exportOf(shown, 0n).programmes.map(({ programme: code, ...of }) => ({ code, ...of }))),
      'api-transcript': ofTranscript(((await get(`students/${student}/transcript`)) as TranscriptDocument).programmes),
      'api-term-summary': ofSummaries((await get(`students/${student}/term-summaries`)) as TermSummaryDocument[]),
    };
    for (const source of Object.keys(told) as AveragesSource[]) {
      averages[source] += told[source].size;
      for (const disagreement of compared(student, source, told)) {
        disagreements++;
        onDisagreement?.(disagreement);
      }
    }
    students++;
    onStudent?.(students);
  }
  return { students, averages, disagreements };
}

/** A standing tells of the terms that have ended. Every other source tells all averages. */
function* compared(
  student: string,
  source: AveragesSource,
  told: Readonly<Record<AveragesSource, Averages>>,
): Generator<Disagreement> {
  const [figures, others] = [told.figures, told[source]];
  const names = source === 'standing' ? others.keys() : new Set([...figures.keys(), ...others.keys()]);
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

/** The averages by which a standing is told: of each term that has an end, and the cumulative one at the end of the last. */
function ofStanding(programmes: readonly ProgrammeAt[], today: CivilDate): Averages {
  const told = new Map<string, string | null>();
  for (const { registration, study, pack, figures } of programmes) {
    const { code } = registration.programme;
    const terms = new Map(study.attempts.map(({ term }) => [term.code, term]));
    const last = [...figures.terms.keys()].at(-1);
    for (const term of terms.values()) {
      const ruling = pack.standing.decide(study, { term, today });
      if (!ruling.counts) continue;
      told.set(`${code} ${term.code}`, ruling.figures.gpa);
      if (term.code === last) told.set(code, ruling.figures.cgpa);
    }
  }
  return told;
}
