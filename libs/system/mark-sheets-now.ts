import { createHash } from 'node:crypto';
import { type MarkSheet, markSheets, previewOf, type SheetName, sheetFacts, sheetId, stateOf } from '#academic-record';
import { TrackedReader } from '#commands';
import { civilDateOf, Rational } from '#kernel';
import {
  type MarkSheetDocument,
  type MarkSheetPreviewDocument,
  type ReadDocument,
  type Shown,
  shown,
} from '#projections';
import type { Log } from './eligibility-now.ts';

/** A `MarkSheetDocument` as the log has it now. */
export async function markSheetNow({ store }: Log, name: SheetName): Promise<ReadDocument | undefined> {
  let sheet: MarkSheet | undefined;
  let last: Pick<ReadDocument, 'revision' | 'position'> | undefined;
  for await (const event of store.readStream(markSheets.streamOf(sheetId(name)))) {
    sheet = markSheets.evolve(sheet, event);
    last = event;
  }
  if (!sheet || !last) return undefined;
  return { document: JSON.stringify(shownSheet(sheet)), revision: last.revision, position: last.position };
}

function shownSheet(whole: MarkSheet): MarkSheetDocument {
  const { proposal, preview, confirmed, applied, settled = [] } = whole;
  const { course, term, sheet, contents, rows, gradedTerm, by: proposedBy, on: proposedOn } = proposal;
  return {
    course,
    term,
    sheet,
    state: stateOf(whole),
    contents,
    rows,
    gradedTerm,
    proposedBy,
    proposedOn,
    previewed: preview && { ...withoutContents(preview), current: preview.contents === contents },
    confirmed: confirmed && { by: confirmed.by, on: confirmed.on },
    applied: applied && {
      ...withoutContents(applied),
      refused: applied.refused.map((row) => {
        const found = settled.find(({ student }) => student === row.student);
        return found ? { ...row, settled: { by: found.by, on: found.on, reason: found.reason } } : row;
      }),
    },
  };
}

function withoutContents<Part extends { readonly contents: string }>(part: Part): Omit<Part, 'contents'> {
  const { contents: _contents, ...rest } = part;
  return rest;
}

/** A `MarkSheetPreviewDocument`: every row on the record of its student as that stands now. */
export async function markSheetPreviewNow({ store, clock }: Log, name: SheetName): Promise<ReadDocument | undefined> {
  const facts = await sheetFacts(new TrackedReader(store), name);
  const { sheet } = facts;
  if (!sheet) return undefined;
  const { effects, digest, changes, unchanged, refused } = previewOf(sheet, facts, civilDateOf(clock.now()));
  const { contents } = sheet.proposal;
  const preview: MarkSheetPreviewDocument = {
    course: name.course,
    term: name.term,
    sheet: name.sheet,
    contents,
    effects: digest,
    recorded: sheet.preview?.contents === contents && sheet.preview.effects === digest,
    changes,
    unchanged,
    refused,
    rows: effects.map((effect) => ({
      ...effect,
      coursework: shownChange(effect.coursework),
      examination: shownChange(effect.examination),
    })),
  };
  const document = JSON.stringify(preview);
  const variant = createHash('sha256').update(document).digest('hex').slice(0, VARIANT_LENGTH);
  return { document, revision: BigInt(sheet.previews), position: '', variant };
}

const VARIANT_LENGTH = 12;

const shownChange = ({ before, after }: { readonly before: string | null; readonly after: string | null }) => ({
  before: shownOf(before),
  after: shownOf(after),
});

const shownOf = (exact: string | null): Shown | null => (exact === null ? null : shown(Rational.parse(exact)));
