import { CommandExecution, commandOf, type Following, issue, type Outcome } from '#commands';
import type { EventStore } from '#event-store';
import { type Actor, civilDateOf, commandIdOf, eventIdOf, type NewEvent, type RecordedEvent } from '#kernel';
import { ApplyMarkSheetRow, applyMarkSheetRow } from './apply-row.ts';
import { mayConfirm } from './confirmers.ts';
import {
  type MarkSheet,
  markSheets,
  rowsOf,
  SHEET_STREAMS,
  type SheetApplication,
  type SheetName,
  sheetId,
} from './mark-sheet.ts';

/** Rows whose commands are under way at once; they are then committed together. */
const IN_FLIGHT = 64;

const WHY_NOT = {
  'unknown-mark-sheet': 'there is none',
  'mark-sheet-unconfirmed': 'not confirmed yet',
  'not-authorised': 'applied by those who may confirm it',
} as const;

/** There is no such sheet, nobody has confirmed it, or whoever asks may not. */
export class SheetNotApplicable extends Error {
  override readonly name = 'SheetNotApplicable';
  readonly code: keyof typeof WHY_NOT;

  constructor(code: SheetNotApplicable['code'], name: SheetName) {
    super(`mark sheet ${sheetId(name)}: ${WHY_NOT[code]}`);
    this.code = code;
  }
}

export interface ApplyOptions {
  /** Who asks for it, where somebody does: refused for whoever could not have confirmed the sheet. */
  readonly by?: Actor;
  /** Told after each row. */
  readonly onRow?: (done: number, ofRows: number) => void;
}

/** What an application goes on: the log, and a signal to give up, so that it is taken up another time. */
export type Applying = Pick<Following, 'store' | 'clock'> & Partial<Pick<Following, 'signal'>>;

/** The application was told to end before the sheet was done; it is taken up when it is asked for again. */
export class ApplicationBrokenOff extends Error {
  override readonly name = 'ApplicationBrokenOff';
}

/**
 * Applies the rows of a confirmed sheet, each by a command in the name of whoever confirmed it, and notes what came of
 * all of them. The commands' ids are made of sheet, content and row: a run that broke off is taken up by running it
 * again, and one that has ended does nothing and gives its result again. Fails with `ApplicationBrokenOff` when the signal
 * aborts before the last row.
 */
export async function applySheet(
  { store, clock, signal }: Applying,
  name: SheetName,
  { by, onRow }: ApplyOptions = {},
): Promise<SheetApplication> {
  const stream = markSheets.streamOf(sheetId(name));
  const events: RecordedEvent[] = [];
  for await (const event of store.readStream(stream)) events.push(event);
  const sheet = events.reduce(markSheets.evolve, markSheets.initial);
  if (!sheet) throw new SheetNotApplicable('unknown-mark-sheet', name);
  const { confirmed } = sheet;
  if (!confirmed) throw new SheetNotApplicable('mark-sheet-unconfirmed', name);
  if (by && !mayConfirm(sheet, by.role)) throw new SheetNotApplicable('not-authorised', name);
  if (sheet.applied) return sheet.applied;

  const execution = new CommandExecution(withRead(store, stream, events), clock);
  const rows = rowsOf(sheet);
  const outcomes: Outcome[] = [];
  let next = 0;
  let done = 0;
  const lane = async () => {
    for (let index = next++; index < rows.length && !signal?.aborted; index = next++) {
      const { student = '' } = rows[index] ?? {};
      outcomes[index] = await execution.execute(
        applyMarkSheetRow,
        issue(commandOf(ApplyMarkSheetRow, { student, course: name.course, term: name.term, sheet: name.sheet }), {
          commandId: rowCommandId(sheet.proposal, student),
          actor: confirmed.by,
          correlationId: stream,
          causationId: confirmed.id,
        }),
      );
      done++;
      onRow?.(done, rows.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(IN_FLIGHT, rows.length) }, lane));
  if (done < rows.length) throw new ApplicationBrokenOff(`mark sheet ${sheetId(name)}: ${done} rows applied`);

  const application: SheetApplication = {
    contents: sheet.proposal.contents,
    applied: outcomes.filter(({ outcome }) => outcome === 'accepted').length,
    unchanged: outcomes.filter(isUnchanged).length,
    refused: rows.flatMap(({ row, student }, index) => {
      const outcome = outcomes[index];
      return outcome?.outcome === 'refused' && !isUnchanged(outcome) ? [{ row, student, code: outcome.code }] : [];
    }),
  };
  await note(store, stream, sheet.proposal, confirmed.by, application, clock.now());
  return application;
}

/** Takes up the application of every sheet that is confirmed and was not applied to its end. */
export async function resumeSheets(applying: Applying): Promise<void> {
  for await (const stream of applying.store.streams(SHEET_STREAMS)) {
    if (applying.signal?.aborted) return;
    let sheet = markSheets.initial;
    for await (const event of applying.store.readStream(stream)) sheet = markSheets.evolve(sheet, event);
    if (sheet?.confirmed && !sheet.applied) await applySheet(applying, sheet.proposal);
  }
}

const isUnchanged = (outcome: Outcome): boolean =>
  outcome.outcome === 'refused' && outcome.code === 'nothing-to-record';

/** Names the command of a row for good. */
const rowCommandId = (proposal: MarkSheet['proposal'], student: string): string =>
  commandIdOf(`${sheetId(proposal)}/${proposal.contents}/${student}`);

/** The log, with one stream as it was read: a confirmed sheet changes no more, and thousands of rows look at it. */
const withRead = (
  store: EventStore,
  stream: string,
  events: readonly RecordedEvent[],
): Pick<EventStore, 'readStream' | 'append'> => ({
  readStream: (name, options) => (name === stream ? sent(events) : store.readStream(name, options)),
  append: (...appended) => store.append(...appended),
});

async function* sent(events: readonly RecordedEvent[]): AsyncGenerator<RecordedEvent> {
  yield* events;
}

/** The end of the sheet; written once. */
async function note(
  store: EventStore,
  stream: string,
  { course, term, sheet, contents }: MarkSheet['proposal'],
  actor: Actor,
  application: SheetApplication,
  now: Date,
): Promise<void> {
  const commandId = commandIdOf(`${stream}/${contents}/applied`);
  const event: NewEvent = {
    id: eventIdOf(commandId, 0),
    type: 'MarkSheetApplied',
    version: 1,
    data: { course, term, sheet, ...application },
    metadata: {
      commandId,
      command: { type: 'ApplyMarkSheet', data: { course, term, sheet } },
      correlationId: stream,
      causationId: commandId,
      actor,
      recordedAt: now.toISOString(),
      effectiveOn: civilDateOf(now),
    },
  };
  await store.append(stream, 'any', [event]);
}
