export * from './actor.ts';
export * from './command.ts';
export * from './commands.module.ts';
export * from './execute.ts';
export * from './fields.ts';
export type * from './outcome.ts';
export * from './read-command.ts';
export * from './replay.ts';
export * from './use-case.ts';
