import { randomUUID } from 'node:crypto';
import { civilDateOf, plusDays } from '#kernel';

/** A command as it is sent: the same key whenever it is sent again. */
export interface Request {
  readonly key: string;
  readonly path: string;
  readonly actor: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What the server promised: the events are durable. */
export interface Acknowledged {
  readonly stream: string;
  readonly revision: string;
  readonly position: string;
  readonly events: readonly { readonly id: string; readonly type: string }[];
}

export type Answer =
  | { readonly kind: 'acknowledged'; readonly result: Acknowledged }
  | { readonly kind: 'refused'; readonly code: string; readonly status: number }
  | { readonly kind: 'unknown' };

/** Sends a command; a connection that breaks leaves the outcome unknown. */
export async function send(url: string, { key, path, actor, body }: Request): Promise<Answer> {
  try {
    const response = await fetch(`${url}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-actor': actor, 'idempotency-key': key },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as Acknowledged & { readonly code: string };
    if (response.ok) return { kind: 'acknowledged', result: answer };
    return { kind: 'refused', code: answer.code, status: response.status };
  } catch {
    return { kind: 'unknown' };
  }
}

/** Under way: registration is open still, teaching has begun, nothing is due. */
const TERM = 'TORTURE';
const day = (fromToday: number) => plusDays(civilDateOf(new Date()), fromToday);

export const catalogue: readonly Request[] = [
  {
    path: 'terms',
    body: {
      code: TERM,
      teaching: [day(-7), day(84)],
      examinations: [day(93), day(105)],
      registration: [day(-187), day(49)],
    },
  },
  {
    path: 'courses',
    body: { code: 'C1', title: 'C1', credits: 3, level: 1000, assignments: [{ id: 'A1', weight: 100, dueDay: 28 }] },
  },
  { path: 'courses', body: { code: 'C2', title: 'C2', credits: 3, level: 1000 } },
  {
    path: 'programmes',
    body: { code: 'P', title: 'P', award: 'honours', regime: '3cu', mode: 'distance-learning', credits: 120 },
  },
].map(({ path, body }) => ({ key: randomUUID(), path, actor: 'registrar', body }));

/** The life of one student, in the order in which it must be sent. */
export function lifeOf(student: string): readonly Request[] {
  const about = (course: string) => ({ student, course, term: TERM });
  const self = `student ${student}`;
  const life: readonly (readonly [path: string, actor: string, body: Record<string, unknown>])[] = [
    ['admissions', 'registrar', { student, programme: 'P', term: TERM }],
    ['enrolments', self, about('C1')],
    ['enrolments', self, about('C2')],
    ['submissions', self, { ...about('C1'), assignment: 'A1' }],
    ['marks', 'tutor', { ...about('C1'), assignment: 'A1', mark: 70 }],
    ['enrolments', self, about('C1')],
    ['withdrawals', self, about('C2')],
    ['grades', 'school', { ...about('C1'), grade: 'B' }],
  ];
  return life.map(([path, actor, body]) => ({ key: randomUUID(), path, actor, body }));
}
