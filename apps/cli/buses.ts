import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { FollowUps } from '#commands';
import type { EventStore } from '#event-store';
import { CommandSideModule, type RecordsSystem, type Stores, SystemModule } from '#system';

/** The command bus over stores that nothing follows. */
export interface CommandSide {
  readonly commands: CommandBus;
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
  const context = await contextOf(CommandSideModule.with(stores));
  return {
    commands: context.get(CommandBus),
    store: stores.store,
    settled: () => context.get(FollowUps).settled(),
    close: () => context.close(),
  };
}

export async function busesOf(system: RecordsSystem): Promise<Buses> {
  const context = await contextOf(SystemModule.with(system));
  return {
    commands: context.get(CommandBus),
    queries: context.get(QueryBus),
    store: system.store,
    settled: () => context.get(FollowUps).settled(),
    close: () => context.close(),
  };
}

const contextOf = (module: DynamicModule) => NestFactory.createApplicationContext(module, { logger: false });
