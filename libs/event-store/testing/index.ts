export { type DoubleOptions, type Ending, type EventStoreDouble, startEventStoreDouble } from './double.ts';
export type { Faults, Mishap, ProbeFailure, Rpc } from './faults/faults.ts';
export { type Fault, seeded, type When } from './faults/plan.ts';
export type { Batch, Call } from './server/calls.ts';
