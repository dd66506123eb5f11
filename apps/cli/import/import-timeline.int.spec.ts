import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStores, type Stores } from '#system';
import { type CommandSide, commandSideOf } from '../buses.ts';
import { expectedTotals, ouladTimeline, readDataset } from '../oulad/index.ts';
import { type ImportReport, importTimeline, type RefusedRow } from './import-timeline.ts';
import { recordedTotals } from './recorded-totals.ts';

const dataset = readDataset(join(import.meta.dirname, '../../../test/data/oulad'));

describe.each([
  ['keeping what rules refuse', true],
  ['leaving out what rules refuse', false],
])('importing the extract, %s', (_how, asRecorded) => {
  let stores: Stores;
  let side: CommandSide;
  let report: ImportReport;
  const refused: RefusedRow[] = [];

  beforeAll(async () => {
    stores = await openStores();
    side = await commandSideOf(stores);
    const onRefused = (row: RefusedRow) => refused.push(row);
    report = await importTimeline(side, ouladTimeline(dataset), { asRecorded, onRefused });
  }, 60_000);
  afterAll(async () => {
    await side.close();
    await stores.close();
  });

  it('accounts for every command', () => {
    expect(report.accepted + report.refused + report.unfit).toBe(report.commands);
    expect(report.repeated).toBe(0);
    expect(refused).toHaveLength(report.refused + report.unfit);
  });

  it('names row, clause and reason of every refusal by a rule', () => {
    const byRule = refused.filter((row) => row.clauses.length > 0);
    expect(byRule).toHaveLength(report.refused);
    for (const row of byRule) {
      expect(row.file).toMatch(/\.csv$/);
      expect(row.line).toBeGreaterThan(1);
      expect(row.clauses[0]).toMatch(/^5cu\//);
      expect(row.reason.length).toBeGreaterThan(10);
    }
  });

  it(asRecorded ? 'ends with the totals of the data set' : 'never records more than the data set has', async () => {
    const totals = await recordedTotals(stores.store);
    const expected = expectedTotals(dataset);
    if (asRecorded) expect(totals).toEqual(expected);
    else
      for (const key of Object.keys(expected) as (keyof typeof expected)[])
        expect(totals[key]).toBeLessThanOrEqual(expected[key]);
  });

  it('marks what was kept with the authority and the clauses set aside', async () => {
    let kept = 0;
    for await (const page of stores.store.readAll({ filter: { streams: ['record-'] } }))
      for (const { metadata } of page.events) {
        if (!metadata.override) continue;
        kept++;
        expect(metadata.override).toMatchObject({ authority: 'migration' });
        expect(metadata.override.clauses.length).toBeGreaterThan(0);
        expect(metadata.actor).toEqual({ role: 'migration', id: 'oulad' });
      }
    expect(kept).toBe(report.kept);
    expect(kept > 0).toBe(asRecorded);
  });

  it('appends nothing the second time', async () => {
    const head = await stores.store.head();
    const again = await importTimeline(side, ouladTimeline(dataset), { asRecorded });
    expect(again.eventsAppended).toBe(0);
    expect(await stores.store.head()).toBe(head);
  });

  it('leaves out what rules refuse and nobody keeps, and nothing else', () => {
    expect(report.leftOut).toBe(asRecorded ? 0 : report.refused + report.unfit);
  });

  it('says of a row that was kept before that it is kept, also when it is not asked to keep any', async () => {
    const again: RefusedRow[] = [];
    const onRefused = (row: RefusedRow) => again.push(row);
    const plainly = await importTimeline(side, ouladTimeline(dataset), { asRecorded: false, onRefused });
    expect(plainly).toMatchObject({ kept: report.kept, leftOut: report.leftOut, eventsAppended: 0 });
    const rows = (list: readonly RefusedRow[]) => list.map(({ file, line, kept }) => `${file}:${line} ${kept}`).sort();
    expect(rows(again)).toEqual(rows(refused));
  });

  it('goes on where it was broken off', async () => {
    const part = await openStores();
    const partSide = await commandSideOf(part);
    try {
      const half = [...ouladTimeline(dataset)].slice(0, 1_500);
      await importTimeline(partSide, half, { asRecorded });
      const whole = await importTimeline(partSide, ouladTimeline(dataset), { asRecorded });
      expect(whole.repeated).toBeGreaterThan(1_000);
      expect(await recordedTotals(part.store)).toEqual(await recordedTotals(stores.store));
      expect(await part.store.head()).toBe(await stores.store.head());
    } finally {
      await partSide.close();
      await part.close();
    }
  }, 60_000);
});
