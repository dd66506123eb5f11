import { Body, Controller, HttpCode, Inject, Post, Req, Res, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type AcceptedOutcome,
  type AnyUseCase,
  CLOCK,
  type Command,
  EVENT_STORE,
  issue,
  type Outcome,
  readCommand,
} from '#commands';
import type { EventStore } from '#event-store';
import type { Clock } from '#kernel';
import { askedByStudent } from '#system';
import { API_PREFIX } from '../acting/acting.ts';
import { DescribeCommand } from '../openapi/describe-command.ts';
import { problem } from '../problems/known-problems.ts';
import { ProblemError } from '../problems/problem.ts';
import type { AcceptedReply } from './accepted-reply.ts';
import { envelopeOf } from './command-headers.ts';
import { refusalProblem } from './refusal-problem.ts';

/** Faults of fields that are told at once. */
const PROBLEMS = 50;

/** The resource to which one kind of request is posted. All of them are made here. */
export function commandController(useCase: AnyUseCase): Type {
  @Controller(`${API_PREFIX}/${useCase.path}`)
  class CommandController {
    readonly #bus: CommandBus;
    readonly #where: { readonly store: EventStore; readonly clock: Clock };

    constructor(
      @Inject(CommandBus) bus: CommandBus,
      @Inject(EVENT_STORE) store: EventStore,
      @Inject(CLOCK) clock: Clock,
    ) {
      this.#bus = bus;
      this.#where = { store, clock };
    }

    @Post()
    @HttpCode(201)
    @DescribeCommand(useCase)
    async ask(
      @Body() fields: unknown,
      @Req() request: FastifyRequest,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<AcceptedReply> {
      return askedOf(this.#bus, useCase, fields, request, reply, (command, ask) =>
        askedByStudent(this.#where, useCase, command, ask),
      );
    }
  }
  Object.defineProperty(CommandController, 'name', { value: `${useCase.command.name}Controller` });
  return CommandController;
}

/** Puts a request to the bus, and its answer into the reply. */
export async function askedOf(
  bus: CommandBus,
  useCase: AnyUseCase,
  fields: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  put: (command: Command, ask: () => Promise<Outcome>) => Promise<Outcome> = (_command, ask) => ask(),
): Promise<AcceptedReply> {
  const envelope = envelopeOf(request);
  reply.header('Idempotency-Key', envelope.commandId);
  const { command, problems } = readCommand<Command>(useCase.command, fields);
  if (problems) throw problem('invalid-request', { members: { problems: problems.slice(0, PROBLEMS) } });
  const issued = issue(command, envelope);
  const outcome = await put(issued, () => bus.execute<Command, Outcome>(issued));
  if (outcome.outcome === 'refused') throw new ProblemError(refusalProblem(outcome));
  reply.headers(headersOf(outcome, locationOf(useCase, command)));
  if (outcome.repeated) reply.code(200);
  return acceptedReply(outcome);
}

const headersOf = (outcome: AcceptedOutcome, location: string | undefined): Record<string, string> => ({
  ETag: `"${outcome.revision}"`,
  'X-Position': outcome.position,
  ...(location && { Location: location }),
  ...(outcome.repeated && { 'Idempotency-Replayed': 'true' }),
});

const acceptedReply = ({ commandId, stream, revision, position, events, ruling }: AcceptedOutcome): AcceptedReply => ({
  commandId,
  stream,
  revision: revision.toString(),
  position,
  events,
  ruling,
});

/** Where the outcome can be read, by the kind of stream that it went to. */
const READ_AT: Readonly<Record<string, (id: string) => string>> = {
  'record-': (student) => `students/${student}/transcript`,
  'course-': (course) => `courses/${course}`,
  'programme-': (programme) => `programmes/${programme}`,
  'term-': (term) => `terms/${term}`,
  'standing-run-': (run) => `standing-runs/${run}`,
};

function locationOf(useCase: AnyUseCase, command: Command): string | undefined {
  const path = READ_AT[useCase.stream.prefix]?.(useCase.subject(command));
  return path && `/${API_PREFIX}/${path}`;
}
