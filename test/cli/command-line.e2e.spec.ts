import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { records } from './records.ts';

describe('the command line', () => {
  let folder: string;
  const at = (name: string) => join(folder, name);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'records-'));
    await records('import', 'oulad', 'test/data/oulad', '--data-dir', at('data'), '--report', at('report.csv'));
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['an unknown command', ['nonsense'], 2],
    ['an unknown option', ['projections', 'status', '--nonsense'], 2],
    ['a port that is none', ['serve', '--port', 'http'], 2],
    ['a data set that is not there', ['import', 'oulad', '/no/such/folder'], 3],
    ['a scenario that is not there', ['scenario', 'run', '/no/such/file.yaml'], 3],
    ['a log that is not there', ['events', 'show', 'record-S1', '--data-dir', '/no/such/folder'], 3],
    ['a folder that cannot be made', ['serve', '--data-dir', '/dev/null/data'], 3],
    ['an address that development may not take', ['serve', '--host', '0.0.0.0', '--auth-mode', 'development'], 3],
  ])('ends on %s with one clear line', async (_what, words, code) => {
    const ended = await records(...words);
    expect(ended.code).toBe(code);
    expect(ended.said.trim()).not.toBe('');
    expect(ended.said).not.toContain('    at ');
  });

  it('does not take a folder without scenarios for a suite that passes', async () => {
    mkdirSync(at('empty/inner'), { recursive: true });
    writeFileSync(at('empty/inner/notes.txt'), 'nothing yet');
    const ended = await records('scenario', 'run', 'test/scenarios/three-credit/withdrawal', at('empty'));
    expect(ended).toMatchObject({ code: 3, out: '' });
    expect(ended.said.trim().split('\n')).toEqual([expect.stringContaining(`${at('empty')}: there is no scenario`)]);
  });

  it('says when its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const ended = await records(
      'serve',
      '--port',
      String(port),
      '--data-dir',
      at('taken'),
      '--auth-mode',
      'development',
    );
    other.close();
    expect(ended).toMatchObject({ code: 3, said: expect.stringContaining('EADDRINUSE') });
  });

  it('exits 1 from an import that leaves rows out, and 0 from one that keeps them all', async () => {
    const leaving = await records('import', 'oulad', 'test/data/oulad', '--data-dir', at('data'), '--json');
    expect(leaving.code).toBe(1);
    expect(JSON.parse(leaving.out)).toMatchObject({ eventsAppended: 0, equal: false });
    const words = ['import', 'oulad', 'test/data/oulad', '--as-recorded', '--data-dir', at('kept'), '--json'];
    const keeping = await records(...words);
    expect(keeping.code).toBe(0);
    expect(JSON.parse(keeping.out)).toMatchObject({ leftOut: 0, equal: true });
  });

  it('says in one line that a report cannot be written, and imports nothing', async () => {
    const report = at('no/such/report.csv');
    const words = ['import', 'oulad', 'test/data/oulad', '--data-dir', at('untouched'), '--report', report];
    const ended = await records(...words);
    expect(ended).toMatchObject({ code: 3, out: '' });
    expect(ended.said.trim().split('\n')).toEqual([expect.stringContaining(`cannot write the report ${report}`)]);
    expect(existsSync(at('untouched'))).toBe(false);
  });

  it('shows events for people and for programs', async () => {
    const people = await records('events', 'show', 'term-2013J', '--data-dir', at('data'));
    expect(people).toMatchObject({ code: 0, out: expect.stringContaining('TermDefined') });
    const programs = await records('events', 'show', 'term-2013J', '--data-dir', at('data'), '--json');
    expect(JSON.parse(programs.out)).toMatchObject([
      { revision: '0', metadata: { actor: { role: expect.any(String) } } },
    ]);
    expect((await records('events', 'show', 'term-none', '--data-dir', at('data'))).code).toBe(1);
  });

  it('looks for what has come about by a day, tells whom it concerns, and records it once', async () => {
    // Others look at the log of the import as it is.
    cpSync(at('data'), at('runs'), { recursive: true });
    const run = (...options: string[]) =>
      records('run', 'lapse', '--on', '2017-01-01', '--data-dir', at('runs'), '--json', ...options);
    const looked = await run('--dry-run', '--report', at('lapsed.jsonl'));
    const { found } = JSON.parse(looked.out);
    expect(found).toBeGreaterThan(0);
    const lines = readFileSync(at('lapsed.jsonl'), 'utf8').trim().split('\n');
    expect(lines).toHaveLength(found);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      process: 'lapse',
      result: 'found',
      clauses: [expect.any(String), expect.any(String)],
    });
    expect((await run('--show')).code).toBe(3);
    const first = await run('--report', at('first.jsonl'));
    expect(JSON.parse(first.out)).toMatchObject({ found, recorded: found, refused: 0 });
    const again = await run('--report', at('again.jsonl'));
    expect(JSON.parse(again.out)).toMatchObject({ found: 0, recorded: 0 });
    const shown = await run('--show', '--report', at('shown.jsonl'));
    expect(JSON.parse(shown.out)).toMatchObject({ state: 'finished', found, recorded: found });
    const [told, ...retold] = ['first', 'again', 'shown'].map((name) => readFileSync(at(`${name}.jsonl`), 'utf8'));
    expect(told?.trim().split('\n')).toHaveLength(found);
    for (const each of retold) expect(each).toBe(told);
  });

  it.each([
    ['a day that is none', ['--on', '2017-02-30']],
    ['a day to come', ['--on', '2199-01-01']],
  ])('does not run for %s', async (_what, options) =>
    expect((await records('run', 'lapse', '--data-dir', at('data'), ...options)).code).toBe(2),
  );

  it('rebuilds, compares and tells the status of read models', async () => {
    const rebuilt = await records('projections', 'rebuild', '--data-dir', at('data'), '--json');
    expect(JSON.parse(rebuilt.out)).toMatchObject({ events: expect.any(Number), streams: 200 });
    const compared = await records('projections', 'rebuild', '--check', '--data-dir', at('data'), '--json');
    expect(compared.code).toBe(0);
    expect(JSON.parse(compared.out)).toMatchObject({ equal: true, differences: [] });
    const status = JSON.parse((await records('projections', 'status', '--data-dir', at('data'), '--json')).out);
    expect(status.projections.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['transcript', 'term_summary', 'award_decision', 'registration']),
    );
    for (const { position } of status.projections) expect(position).toBe(status.head);
  });

  it('ends with 1 on a scenario that does not come out as told', async () => {
    writeFileSync(
      at('wrong.yaml'),
      'title: Wrong\nsteps:\n  - { on: 2024-08-01, do: Admit, with: { student: S1, programme: P, term: T } }\n',
    );
    const ended = await records('scenario', 'run', at('wrong.yaml'));
    expect(ended).toMatchObject({ code: 1, out: expect.stringContaining('unknown-programme') });
  });
});
