import { describe } from '@jest/globals';
import { answering } from './answering.ts';
import { appending } from './appending.ts';
import type { CreateStore } from './events.ts';
import { filtering } from './filtering.ts';
import { interleaving } from './interleaving.ts';
import { reading } from './reading.ts';
import { repeating } from './repeating.ts';
import { subscribing } from './subscribing.ts';

export * from './events.ts';
export { scoped } from './scoped.ts';

/** What every event store does, as tests: each adapter runs them against stores of its own making. */
export function eventStoreContract(name: string, createStore: CreateStore): void {
  describe(`${name} keeps the contract of an event store:`, () => {
    appending(createStore);
    repeating(createStore);
    reading(createStore);
    filtering(createStore);
    subscribing(createStore);
    answering(createStore);
    interleaving(createStore);
  });
}
