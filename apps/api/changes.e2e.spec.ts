import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { combinations } from '../../libs/system/testing/combinations.ts';
import { recordChanges } from './changes/record-changes.ts';
import { type ApiUnderTest, apisOver, enrolment, withStudent } from './testing.fixtures.ts';

describe.each(combinations)('on $name', ({ stores }) => {
  const openApi = apisOver(stores);
  let api: ApiUnderTest;
  let url: string;
  beforeEach(async () => {
    api = await openApi({ authMode: 'development', heartbeat: 50 });
    await withStudent(api);
    await api.post('admissions', { student: 'S2', programme: 'BSCH-CS', term: '2024-AUT' });
    await api.app.listen({ port: 0, host: '127.0.0.1' });
    url = await api.app.getUrl();
  });
  afterEach(async () => {
    expect(api.errors).toEqual([]);
    await api.close();
  });

  interface Stream {
    readonly response: Response;
    /** Reads on until the text has come. */
    until(text: string | RegExp): Promise<string>;
    leave(): void;
  }

  async function listen(path: string, headers: Record<string, string> = {}): Promise<Stream> {
    const leaving = new AbortController();
    const response = await fetch(`${url}/api/v1/${path}`, {
      headers: { 'x-actor': 'student S1', ...headers },
      signal: leaving.signal,
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let read = '';
    return {
      response,
      async until(text) {
        while (!(typeof text === 'string' ? read.includes(text) : text.test(read))) {
          const part = await reader?.read();
          if (!part || part.done) throw new Error(`the stream ended after ${read}`);
          read += part.value;
        }
        return read;
      },
      leave: () => leaving.abort(),
    };
  }

  const idsIn = (text: string): string[] => [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => id as string);

  describe('the changes of a record', () => {
    it('come as they happen, each when it can be read', async () => {
      const stream = await listen('students/S1/changes');
      expect(stream.response.headers.get('content-type')).toBe('text/event-stream');
      await stream.until(': alive');
      const { position } = (await api.post('enrolments', enrolment())).json();
      const heard = await stream.until(`id: ${position}`);
      await stream.until(/data: .*\n\n/);
      expect(heard).toContain('event: change');
      expect((await api.system.readModels.transcript('S1'))?.revision).toBe(1n);
      stream.leave();
    });

    it('are those of this student only', async () => {
      const stream = await listen('students/S1/changes');
      await stream.until(': alive');
      const other = (await api.post('enrolments', enrolment('COMP1080', 'S2'))).json();
      const own = (await api.post('enrolments', enrolment())).json();
      const heard = await stream.until(`id: ${own.position}`);
      expect(idsIn(heard)).not.toContain(other.position);
      stream.leave();
    });

    it.each(['query', 'Last-Event-ID'])(
      'go on after a position given in the %s, none lost and none twice',
      async (how) => {
        const first = (await api.post('enrolments', enrolment())).json();
        const second = (await api.post('enrolments', enrolment('COMP1090'))).json();
        await api.system.projections.waitFor(second.position, 5000);
        const stream =
          how === 'query'
            ? await listen(`students/S1/changes?after=${first.position}`)
            : await listen('students/S1/changes', { 'last-event-id': first.position });
        const third = (await api.post('withdrawals', enrolment())).json();
        const heard = await stream.until(`id: ${third.position}`);
        expect(idsIn(heard)).toEqual([second.position, third.position]);
        stream.leave();
      },
    );

    it('leave nobody listening when the reader has left', async () => {
      const { server, app } = api;
      const connections = () =>
        new Promise<number>((resolve) => server.server.getConnections((_error, count) => resolve(count)));
      const stream = await listen('students/S1/changes');
      await stream.until(': alive');
      stream.leave();
      for (let turn = 0; turn < 100 && (await connections()) > 0; turn++) await new Promise((go) => setTimeout(go, 20));
      expect(await connections()).toBe(0);
      expect(app.getHttpServer().listening).toBe(true);
    });

    it('stop listening to the read models and the log when nobody listens to them', async () => {
      let listeners = 0;
      const { store, projections } = api.system;
      const counted = Object.create(projections, {
        changes: {
          value: {
            subscribe: (observer: object) => {
              listeners++;
              const subscription = projections.changes.subscribe(observer);
              subscription.add(() => listeners--);
              return subscription;
            },
          },
        },
      });
      const subscription = recordChanges(store, counted, 'S1', undefined).subscribe();
      expect(listeners).toBe(1);
      subscription.unsubscribe();
      expect(listeners).toBe(0);
    });

    it('do not hold the server up when it closes', async () => {
      const stream = await listen('students/S1/changes');
      await stream.until(': alive');
      const began = performance.now();
      await api.app.close();
      expect(performance.now() - began).toBeLessThan(3000);
      await expect(stream.until('never')).rejects.toThrow('the stream ended');
    });

    it.each([
      ['students/S9/changes', 'registrar', 404],
      ['students/S2/changes', 'student S1', 403],
      ['students/S1/changes?after=x', 'registrar', 400],
      ['students/S1/changes?after=9999999999999999', 'registrar', 400],
      ['students/S1/changes?after=99999999999999999999', 'registrar', 400],
    ])('%s for %s is %i, as a problem document', async (path, actor, status) => {
      const { response, leave } = await listen(path, { 'x-actor': actor });
      expect([response.status, response.headers.get('content-type')]).toEqual([
        status,
        'application/problem+json; charset=utf-8',
      ]);
      leave();
    });
  });
});
