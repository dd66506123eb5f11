import { setTimeout as pause } from 'node:timers/promises';
import type { CommandBus } from '@nestjs/cqrs';
import type { Outcome } from '#commands';
import { StoreUnavailable } from '#event-store';
import { admission, courses, type Sent } from './student-lives.ts';

/** One in so many commands is sent twice at the same time, by a client who does not wait for the first answer. */
const TWICE_IN = 15;

/** One in so many students takes both courses at the same time, so that clients write to one stream against each other. */
const HURRIED = 3;

export interface Answer {
  readonly sent: Sent;
  readonly outcome: Outcome;
}

export interface CommandClients {
  /** The answers, in the order in which they came. */
  readonly answers: readonly Answer[];
  /** The answers of each lane: commands that are sent one after the other, each when the one before was answered. */
  readonly lanes: readonly (readonly Answer[])[];
  /** The two answers of commands that were sent twice at the same time. */
  readonly pairs: readonly (readonly [Outcome, Outcome])[];
  readonly counts: { sent: number; unavailable: number; busy: number };
  deliver(sent: Sent): Promise<Outcome>;
  /** Lets students live their lives, so many at a time. */
  live(students: number, atATime: number): Promise<void>;
  /** Sends nothing again any more. */
  leave(): void;
}

/** Clients of several command buses; whoever is not served by one turns to the next, with the same command. */
export function commandClients(buses: readonly CommandBus[]): CommandClients {
  const answers: Answer[] = [];
  const lanes: Answer[][] = [];
  const pairs: [Outcome, Outcome][] = [];
  const counts = { sent: 0, unavailable: 0, busy: 0 };
  let turn = 0;
  let haveLeft = false;

  /**
   * Sends a command until it is answered: a store that could not be reached leaves open what became of it. Any other
   * error is none that a client may see, and is thrown.
   */
  async function deliver({ command }: Sent): Promise<Outcome> {
    for (;;) {
      counts.sent++;
      const bus = buses[turn++ % buses.length] as CommandBus;
      try {
        const outcome: Outcome = await bus.execute(command());
        if (outcome.outcome === 'accepted' || outcome.code !== 'too-busy') return outcome;
        counts.busy++;
      } catch (error) {
        if (haveLeft || !(error instanceof StoreUnavailable)) throw error;
        counts.unavailable++;
        await pause(20);
      }
    }
  }

  async function answered(sent: Sent): Promise<Answer> {
    if (answers.length % TWICE_IN !== 0) return { sent, outcome: await deliver(sent) };
    const pair = await Promise.all([deliver(sent), deliver(sent)]);
    pairs.push(pair);
    return { sent, outcome: pair[0] };
  }

  async function lane(commands: readonly Sent[]): Promise<void> {
    const own: Answer[] = [];
    lanes.push(own);
    for (const sent of commands) {
      const answer = await answered(sent);
      own.push(answer);
      answers.push(answer);
    }
  }

  async function life(student: string, isHurried: boolean): Promise<void> {
    await lane([admission(student)]);
    const [one, other] = courses(student);
    if (isHurried) await Promise.all([lane(one), lane(other)]);
    else for (const course of [one, other]) await lane(course);
  }

  return {
    answers,
    lanes,
    pairs,
    counts,
    deliver,
    async live(students, atATime) {
      let next = 0;
      const chair = async () => {
        while (next < students) await life(`S${String(++next).padStart(5, '0')}`, next % HURRIED === 0);
      };
      await Promise.all(Array.from({ length: atATime }, chair));
    },
    leave() {
      haveLeft = true;
    },
  };
}
