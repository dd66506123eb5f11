import { type DynamicModule, Inject, Module, type Provider } from '@nestjs/common';
import { CommandHandler, CqrsModule, type ICommandHandler } from '@nestjs/cqrs';
import type { EventStore } from '#event-store';
import type { Clock } from '#kernel';
import type { Command } from './command.ts';
import { CommandExecution } from './execute.ts';
import type { Outcome } from './outcome.ts';
import type { AnyUseCase } from './use-case.ts';

/** Where the log and the clock of this system are found by the parts that need them. */
export const EVENT_STORE = Symbol('EventStore');
export const CLOCK = Symbol('Clock');
/** Every use case that is on the bus. */
export const USE_CASES = Symbol('UseCases');

/** Puts use cases on the command bus: one handler each, all made here. */
@Module({})
export class CommandsModule {
  static with(useCases: readonly AnyUseCase[]): DynamicModule {
    return {
      module: CommandsModule,
      global: true,
      imports: [CqrsModule.forRoot()],
      providers: [
        {
          provide: CommandExecution,
          useFactory: (store: EventStore, clock: Clock) => new CommandExecution(store, clock),
          inject: [EVENT_STORE, CLOCK],
        },
        { provide: USE_CASES, useValue: useCases },
        ...useCases.map(handlerFor),
      ],
      exports: [CqrsModule, USE_CASES, CommandExecution],
    };
  }
}

function handlerFor(useCase: AnyUseCase): Provider {
  @CommandHandler(useCase.command)
  class Handler implements ICommandHandler<Command, Outcome> {
    readonly #execution: CommandExecution;

    constructor(@Inject(CommandExecution) execution: CommandExecution) {
      this.#execution = execution;
    }

    execute(command: Command): Promise<Outcome> {
      return this.#execution.execute(useCase, command);
    }
  }
  Object.defineProperty(Handler, 'name', { value: `${useCase.command.name}Handler` });
  return Handler;
}
