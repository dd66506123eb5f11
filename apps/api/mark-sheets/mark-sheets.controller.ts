import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  AboutSheet,
  ApplicationBrokenOff,
  applySheet,
  notUtf8,
  proposeMarkSheet,
  readSheet,
  SHEET_CONFIRMERS,
  SHEET_TYPES,
  SheetFileError,
  type SheetForm,
  SheetNotApplicable,
  sheetContentOf,
} from '#academic-record';
import { CLOCK, EVENT_STORE, FollowUps, readFields } from '#commands';
import type { EventStore } from '#event-store';
import { type Clock, text } from '#kernel';
import { SheetApplied } from '#projections';
import { API_PREFIX } from '../acting/acting.ts';
import { AcceptedReply } from '../asking/accepted-reply.ts';
import { askedOf } from '../asking/command-controller.ts';
import { envelopeOf } from '../asking/command-headers.ts';
import { DescribeProblems } from '../openapi/describe-problems.ts';
import { knownProblem, problem, unknown } from '../problems/known-problems.ts';
import { ProblemError } from '../problems/problem.ts';
import { code, queryOf } from '../query.ts';

/** Faults of a sheet that are told at once. */
const FAULTS = 50;
const CODE = '^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$';
const FILE = { type: 'string' as const, format: 'binary' };

/** Which sheet is to be applied. */
export class ApplySheetRequest extends AboutSheet {}

/** Mark sheets as files, and what makes their rows facts. */
@Controller(API_PREFIX)
@ApiTags('Requests 要求')
export class MarkSheetsController {
  readonly #bus: CommandBus;
  readonly #store: EventStore;
  readonly #clock: Clock;
  readonly #followUps: FollowUps;

  constructor(
    @Inject(CommandBus) bus: CommandBus,
    @Inject(EVENT_STORE) store: EventStore,
    @Inject(CLOCK) clock: Clock,
    @Inject(FollowUps) followUps: FollowUps,
  ) {
    this.#bus = bus;
    this.#store = store;
    this.#clock = clock;
    this.#followUps = followUps;
  }

  @Post('mark-sheet-files/:course/:term/:sheet')
  @HttpCode(201)
  @ApiOperation({
    operationId: 'ProposeMarkSheetFile',
    summary: 'Propose a mark sheet as a file 以檔案提交分數表',
    description:
      'A CSV file in UTF-8 or the first sheet of an XLSX workbook. The first row names the columns: `student`, pieces ' +
      'of assessed work by their codes, `examination`, `grade`. Otherwise as ProposeMarkSheet.',
  })
  @ApiParam({ name: 'course', schema: { type: 'string', pattern: CODE } })
  @ApiParam({ name: 'term', schema: { type: 'string', pattern: CODE } })
  @ApiParam({ name: 'sheet', schema: { type: 'string', pattern: CODE } })
  @ApiQuery({ name: 'gradedTerm', required: false, schema: { type: 'string', pattern: CODE } })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Names the request, as in ProposeMarkSheet.' })
  @ApiConsumes(SHEET_TYPES.csv, SHEET_TYPES.xlsx)
  @ApiBody({ required: true, schema: FILE })
  @ApiResponse({ status: 201, description: 'Granted and durable.', type: AcceptedReply })
  @ApiResponse({ status: 200, description: 'Granted before: the first answer.', type: AcceptedReply })
  @DescribeProblems(400, 401, 403, 409, 412, 413, 415, 422, 503)
  async propose(
    @Body() file: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AcceptedReply> {
    const { gradedTerm } = queryOf(request, { gradedTerm: code });
    const { course, term, sheet } = request.params as Record<string, string>;
    const form = formOf(request);
    if (!form || !Buffer.isBuffer(file)) throw problem('unsupported-media-type');
    if (!isUnicode(request)) throw unreadable(notUtf8());
    const content = await contentOf(file, form);
    const faults = readSheet(content).faults;
    if (faults) throw problem('malformed-mark-sheet', { members: { problems: faults.slice(0, FAULTS) } });
    const fields = { course, term, sheet, content, ...(gradedTerm === undefined ? {} : { gradedTerm }) };
    return askedOf(this.#bus, proposeMarkSheet, fields, request, reply);
  }

  @Post('mark-sheet-applications')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'ApplyMarkSheet',
    summary: 'Apply the rows of a confirmed mark sheet 套用已確認的分數表',
    description:
      'Every row by a command of its own, in the name of whoever confirmed the sheet. It begins with the confirmation; ' +
      'broken off, it is taken up when the server starts again, and by asking for it here. Once done, it gives the ' +
      `same answer. Asked for by whoever may confirm the sheet.\n\nBy: ${SHEET_CONFIRMERS.join(', ')}.`,
  })
  @ApiBody({ type: ApplySheetRequest, required: true })
  @ApiResponse({ status: 200, description: 'What came of the rows.', type: SheetApplied })
  @DescribeProblems(400, 401, 403, 404, 409, 413, 415, 503)
  async apply(@Body() asked: unknown, @Req() request: FastifyRequest) {
    const { actor } = envelopeOf(request);
    if (!(SHEET_CONFIRMERS as readonly string[]).includes(actor.role)) throw problem('not-authorised');
    const { fields, problems } = readFields(ApplySheetRequest, asked);
    if (problems) throw problem('invalid-request', { members: { problems } });
    try {
      const { contents: _contents, ...applied } = await applySheet(
        { store: this.#store, clock: this.#clock, signal: this.#followUps.signal },
        fields,
        { by: actor },
      );
      return applied;
    } catch (error) {
      if (error instanceof ApplicationBrokenOff) throw problem('store-unavailable');
      throw error instanceof SheetNotApplicable ? notApplicable(error) : error;
    }
  }
}

function formOf(request: FastifyRequest): SheetForm | undefined {
  const [type] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  return (Object.keys(SHEET_TYPES) as SheetForm[]).find((form) => SHEET_TYPES[form] === type?.trim());
}

async function contentOf(file: Buffer, form: SheetForm): Promise<string> {
  try {
    return await sheetContentOf(file, form);
  } catch (error) {
    throw error instanceof SheetFileError ? unreadable(error) : error;
  }
}

/** Whether the bytes of a text are said to be UTF-8, or nothing is said of them. */
function isUnicode(request: FastifyRequest): boolean {
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(request.headers['content-type'] ?? '') ?? [];
  return ['utf-8', 'utf8', 'us-ascii'].includes(charset.toLowerCase());
}

const unreadable = ({ code: why, text: detail }: SheetFileError): ProblemError =>
  new ProblemError({ ...knownProblem('unreadable-file', { detail }), code: why });

const notApplicable = ({ code: why }: SheetNotApplicable): ProblemError =>
  why === 'not-authorised'
    ? problem('not-authorised')
    : why === 'unknown-mark-sheet'
      ? unknown('mark-sheet', text('There is no such mark sheet.', '沒有這份分數表。'))
      : new ProblemError({
          ...knownProblem('bad-request', {
            detail: text('The mark sheet is not confirmed yet.', '分數表尚未獲確認。'),
          }),
          status: 409,
          code: why,
        });
