import { type DynamicModule, Global, Module } from '@nestjs/common';
import { recordUseCases } from '#academic-record';
import { catalogueUseCases } from '#catalogue';
import { type AnyUseCase, CLOCK, CommandsModule, EVENT_STORE } from '#commands';
import type { RecordsSystem } from './open-system.ts';
import { ShowHandler } from './show.ts';
import { PROJECTIONS, READ_MODELS } from './tokens.ts';

/** Everything that can be asked of the system. */
export const useCases: readonly AnyUseCase[] = [...catalogueUseCases, ...recordUseCases];

export const useCaseNamed = (name: string): AnyUseCase | undefined =>
  useCases.find((useCase) => useCase.command.name === name);

/** A running system behind the command and query buses. */
@Global()
@Module({})
export class SystemModule {
  static with(system: RecordsSystem): DynamicModule {
    return {
      module: SystemModule,
      imports: [CommandsModule.with(useCases)],
      providers: [
        { provide: EVENT_STORE, useValue: system.store },
        { provide: CLOCK, useValue: system.clock },
        { provide: READ_MODELS, useValue: system.readModels },
        { provide: PROJECTIONS, useValue: system.projections },
        ShowHandler,
      ],
      exports: [EVENT_STORE, CLOCK, READ_MODELS, PROJECTIONS],
    };
  }
}
