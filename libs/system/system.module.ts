import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CLOCK, CommandsModule, EVENT_STORE, WORKS } from '#commands';
import type { RecordsSystem, Stores } from './open-system.ts';
import { ShowHandler } from './show.ts';
import { PROJECTIONS, READ_MODELS, STORES } from './tokens.ts';
import { useCases } from './use-cases.ts';
import { worksOf } from './works.ts';

export { useCaseNamed, useCases } from './use-cases.ts';

/** The log behind the command bus: enough to change records, not to show them. */
@Global()
@Module({})
export class CommandSideModule {
  static with({ store, clock, threads }: Pick<Stores, 'store' | 'clock' | 'threads'>): DynamicModule {
    return {
      module: CommandSideModule,
      imports: [CommandsModule.with(useCases)],
      providers: [
        { provide: EVENT_STORE, useValue: store },
        { provide: CLOCK, useValue: clock },
        { provide: WORKS, useValue: worksOf({ store, clock, threads }) },
      ],
      exports: [EVENT_STORE, CLOCK, WORKS],
    };
  }
}

/** A running system behind the command and query buses. */
@Global()
@Module({})
export class SystemModule {
  static with(system: RecordsSystem): DynamicModule {
    return {
      module: SystemModule,
      imports: [CommandSideModule.with(system)],
      providers: [
        { provide: READ_MODELS, useValue: system.readModels },
        { provide: PROJECTIONS, useValue: system.projections },
        { provide: STORES, useValue: system },
        ShowHandler,
      ],
      exports: [READ_MODELS, PROJECTIONS, STORES],
    };
  }
}
