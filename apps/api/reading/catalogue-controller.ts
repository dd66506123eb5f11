import { Controller, Get, Inject, Req, Res, type Type } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { courses, programmes, terms } from '#catalogue';
import { EVENT_STORE, type StreamKind } from '#commands';
import type { EventStore } from '#event-store';
import { type Position, type Text, text } from '#kernel';
import { API_PREFIX } from '../acting/acting.ts';
import { DescribeQuery } from '../openapi/describe-query.ts';
import { unknown } from '../problems/known-problems.ts';
import { code, isCode, limit, queryOf } from '../query.ts';
import { sendDocument } from './send-document.ts';

const PAGE = 50;
const MOST = 500;

interface CatalogueShelf {
  readonly path: string;
  readonly one: string;
  readonly kind: StreamKind<object | undefined>;
  readonly summary: Text;
  readonly summaryOfOne: Text;
}

const shelves: readonly CatalogueShelf[] = [
  {
    path: 'courses',
    one: 'course',
    kind: courses,
    summary: text('Courses', '學科'),
    summaryOfOne: text('A course', '一個學科'),
  },
  {
    path: 'programmes',
    one: 'programme',
    kind: programmes,
    summary: text('Programmes', '課程'),
    summaryOfOne: text('A programme', '一項課程'),
  },
  { path: 'terms', one: 'term', kind: terms, summary: text('Terms', '學期'), summaryOfOne: text('A term', '一個學期') },
];

/** One thing of the catalogue as it is now. */
interface Shelved {
  readonly state: object;
  readonly revision: bigint;
  readonly position: Position;
}

/** The resources at which one part of the catalogue is read. */
function catalogueController({ path, one, kind, summary, summaryOfOne }: CatalogueShelf): Type {
  @Controller(`${API_PREFIX}/${path}`)
  class CatalogueController {
    readonly #store: EventStore;

    constructor(@Inject(EVENT_STORE) store: EventStore) {
      this.#store = store;
    }

    @Get()
    @DescribeQuery({ id: path, tag: 'Catalogue 學科與課程', summary, path: '', parameters: ['afterCode', 'limit'] })
    @ApiResponse({
      status: 200,
      description: `${summary.en} in order of code; \`next\` is absent at the end.`,
      schema: { type: 'object', additionalProperties: true },
    })
    async all(@Req() request: FastifyRequest) {
      const { after = '', limit: most = PAGE } = queryOf(request, { after: code, limit: limit(MOST) });
      const codes: string[] = [];
      for await (const stream of this.#store.streams(kind.prefix)) {
        const found = stream.slice(kind.prefix.length);
        if (found > after) codes.push(found);
        if (codes.length > most) break;
      }
      const page = await Promise.all(codes.slice(0, most).map((found) => this.#find(found)));
      const next = codes.length > most ? codes[most - 1] : undefined;
      return { [path]: page.flatMap((found) => found?.state ?? []), next };
    }

    @Get(':code')
    @DescribeQuery({ id: one, tag: 'Catalogue 學科與課程', summary: summaryOfOne, path: ':code' })
    @ApiResponse({
      status: 200,
      description: `${summaryOfOne.en} as it is now.`,
      schema: { type: 'object', additionalProperties: true },
    })
    @ApiResponse({ status: 304, description: 'The reader has this revision.' })
    async one(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
      queryOf(request, {});
      const { code: wanted } = request.params as { code?: string };
      const found = isCode(wanted) ? await this.#find(wanted) : undefined;
      if (!found) throw unknown(one, text('The catalogue has no such code.', '沒有這個編號的資料。'));
      return sendDocument({ ...found, document: JSON.stringify(found.state) }, request, reply);
    }

    async #find(wanted: string): Promise<Shelved | undefined> {
      let found: Shelved | undefined;
      let state = kind.initial;
      for await (const event of this.#store.readStream(kind.streamOf(wanted))) {
        state = kind.evolve(state, event);
        if (state) found = { state, revision: event.revision, position: event.position };
      }
      return found;
    }
  }
  Object.defineProperty(CatalogueController, 'name', { value: `${path}-controller` });
  return CatalogueController;
}

export const catalogueControllers: readonly Type[] = shelves.map(catalogueController);
