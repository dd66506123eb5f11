import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { EventStore } from '#event-store';
import { CommandSideModule, type RecordsSystem, type Stores, SystemModule } from '#system';

/** The command bus over stores that nothing follows. */
export interface CommandSide {
  readonly commands: CommandBus;
  /** The log behind the bus. */
  readonly store: EventStore;
  close(): Promise<void>;
}

/** A running system's buses, without HTTP. */
export interface Buses extends CommandSide {
  readonly queries: QueryBus;
}

export async function commandSideOf(stores: Stores): Promise<CommandSide> {
  const context = await contextOf(CommandSideModule.with(stores));
  return { commands: context.get(CommandBus), store: stores.store, close: () => context.close() };
}

export async function busesOf(system: RecordsSystem): Promise<Buses> {
  const context = await contextOf(SystemModule.with(system));
  return {
    commands: context.get(CommandBus),
    queries: context.get(QueryBus),
    store: system.store,
    close: () => context.close(),
  };
}

const contextOf = (module: DynamicModule) => NestFactory.createApplicationContext(module, { logger: false });
