import { type DynamicModule, Inject, Module, Optional, type Provider } from '@nestjs/common';
import { CommandHandler, CqrsModule, type ICommandHandler } from '@nestjs/cqrs';
import type { EventStore } from '#event-store';
import type { Clock } from '#kernel';
import type { Command } from './command.ts';
import { CommandExecution } from './execute.ts';
import { FollowUps } from './follow-ups.ts';
import type { Outcome } from './outcome.ts';
import type { AnyUseCase, Following } from './use-case.ts';
import { WORKS, type Works } from './works.ts';

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
          useFactory: (store: EventStore, clock: Clock, works?: Works) => new CommandExecution(store, clock, works),
          inject: [EVENT_STORE, CLOCK, { token: WORKS, optional: true }],
        },
        FollowUps,
        { provide: USE_CASES, useValue: useCases },
        ...useCases.map(handlerFor),
      ],
      exports: [CqrsModule, USE_CASES, CommandExecution, FollowUps],
    };
  }
}

function handlerFor(useCase: AnyUseCase): Provider {
  @CommandHandler(useCase.command)
  class Handler implements ICommandHandler<Command, Outcome> {
    readonly #execution: CommandExecution;
    readonly #followUps: FollowUps;
    readonly #surroundings: Pick<Following, 'store' | 'clock' | 'works'>;

    constructor(
      @Inject(CommandExecution) execution: CommandExecution,
      @Inject(FollowUps) followUps: FollowUps,
      @Inject(EVENT_STORE) store: EventStore,
      @Inject(CLOCK) clock: Clock,
      @Optional() @Inject(WORKS) works: Works = {},
    ) {
      this.#execution = execution;
      this.#followUps = followUps;
      this.#surroundings = { store, clock, works };
    }

    async execute(command: Command): Promise<Outcome> {
      const outcome = await this.#execution.execute(useCase, command);
      const next = outcome.outcome === 'accepted' ? useCase.after : useCase.afterRefusal;
      if (next) {
        const { signal } = this.#followUps;
        const execute: Following['execute'] = (other, asked) => this.#execution.execute(other, asked);
        await this.#followUps.begin(async () =>
          next.call(useCase, command, { ...this.#surroundings, execute, signal }),
        );
      }
      return outcome;
    }
  }
  Object.defineProperty(Handler, 'name', { value: `${useCase.command.name}Handler` });
  return Handler;
}
