import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { pino } from 'pino';
import { type CivilDate, VirtualClock } from '#kernel';
import { openSystem, type RecordsSystem, type SystemOptions } from '#system';
import type { ApiConfig } from './config.ts';
import { createApi } from './create-api.ts';

type Headers = Readonly<Record<string, string>>;

/** An API over a system, in memory unless told, with what it logged as errors. */
export interface ApiUnderTest {
  readonly app: NestFastifyApplication;
  readonly server: FastifyInstance;
  readonly system: RecordsSystem;
  readonly clock: VirtualClock;
  readonly errors: readonly string[];
  post(path: string, body: unknown, headers?: Headers): Promise<LightMyRequestResponse>;
  get(path: string, headers?: Headers): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

interface StoresOfSpec extends Pick<SystemOptions, 'eventStore' | 'databaseUrl'> {
  leave(): Promise<void>;
}

const DEVELOPMENT: ApiConfig = { authMode: 'development' };

/** What `openApi` does, over new stores each time. */
export const apisOver =
  (stores: () => Promise<StoresOfSpec>) =>
  async (config: ApiConfig = DEVELOPMENT): Promise<ApiUnderTest> =>
    openApi(config, '2024-08-01', await stores());

export async function openApi(
  config: ApiConfig = DEVELOPMENT,
  on: CivilDate = '2024-08-01',
  { leave, ...stores }: Partial<StoresOfSpec> = {},
): Promise<ApiUnderTest> {
  const errors: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => errors.push(line) });
  const clock = new VirtualClock(on);
  const system = await openSystem({ clock, ...stores });
  const app = await createApi(system, { log, ...config });
  const server = app.getHttpAdapter().getInstance();
  return {
    app,
    server,
    system,
    clock,
    errors,
    post: (path, body, headers = {}) =>
      server.inject({
        method: 'POST',
        url: `/api/v1/${path}`,
        headers: { 'x-actor': 'registrar', 'content-type': 'application/json', ...headers },
        payload: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    get: (path, headers = {}) =>
      server.inject({ url: `/api/v1/${path}`, headers: { 'x-actor': 'registrar', ...headers } }),
    close: async () => {
      await app.close();
      await system.close();
      await leave?.();
    },
  };
}

export const TERM = {
  code: '2024-AUT',
  teaching: ['2024-09-02', '2024-11-30'],
  examinations: ['2024-12-09', '2024-12-20'],
};

export const COURSE = {
  code: 'COMP1080',
  title: { en: 'Computing fundamentals', 'zh-Hant': '計算學基礎' },
  credits: 3,
  level: 1000,
  assignments: [
    { id: 'TMA01', weight: 50, dueDay: 30 },
    { id: 'TMA02', weight: 50, dueDay: 60 },
  ],
};

export const PROGRAMME = {
  code: 'BSCH-CS',
  title: { en: 'BSc in Computer Science', 'zh-Hant': '電腦科學理學士' },
  award: 'honours',
  regime: '3cu',
  mode: 'distance-learning',
  credits: 120,
};

/** A term, two courses, a programme, and student S1 admitted to it. */
export async function withStudent(api: ApiUnderTest, student = 'S1'): Promise<void> {
  const asked = [
    await api.post('terms', TERM),
    await api.post('courses', COURSE),
    await api.post('courses', { ...COURSE, code: 'COMP1090' }),
    await api.post('programmes', PROGRAMME),
    await api.post('admissions', { student, programme: PROGRAMME.code, term: TERM.code }),
  ];
  for (const { statusCode, body } of asked) if (statusCode !== 201) throw new Error(body);
}

export const enrolment = (course = COURSE.code, student = 'S1') => ({ student, course, term: TERM.code });
