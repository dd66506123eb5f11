import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type AnyUseCase, type Command, FollowUps, type Outcome } from '#commands';
import type { EventStore } from '#event-store';
import { askedByStudent, CommandSideModule, type RecordsSystem, type Stores, SystemModule } from '#system';

/** The command bus over stores that nothing follows. */
export interface CommandSide {
  readonly commands: CommandBus;
  /** Puts a request, and tells of its decision what who asks may know, as the API does. */
  ask(useCase: AnyUseCase, command: Command): Promise<Outcome>;
  /** The log behind the bus. */
  readonly store: EventStore;
  /** Once nothing goes on any more that granted requests led to. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** A running system's buses, without HTTP. */
export interface Buses extends CommandSide {
  readonly queries: QueryBus;
}

export async function commandSideOf(stores: Stores): Promise<CommandSide> {
  return commandSide(await contextOf(CommandSideModule.with(stores)), stores);
}

export async function busesOf(system: RecordsSystem): Promise<Buses> {
  const context = await contextOf(SystemModule.with(system));
  return { ...commandSide(context, system), queries: context.get(QueryBus) };
}

function commandSide(context: INestApplicationContext, stores: Stores): CommandSide {
  const commands = context.get(CommandBus);
  return {
    commands,
    ask: (useCase, command) =>
      askedByStudent(stores, useCase, command, () => commands.execute<Command, Outcome>(command)),
    store: stores.store,
    settled: () => context.get(FollowUps).settled(),
    close: () => context.close(),
  };
}

const contextOf = (module: DynamicModule) => NestFactory.createApplicationContext(module, { logger: false });
