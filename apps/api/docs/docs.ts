import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { swaggerAsset, swaggerAssets } from './swagger-assets.ts';

/** The page runs its own scripts only, and asks this server only. */
const CONTENT_SECURITY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Academic records 學業紀錄</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="docs"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

const START = `SwaggerUIBundle({ url: '/docs-json', dom_id: '#docs', deepLinking: true, persistAuthorization: true });
`;

/** The OpenAPI document, made of the same classes that requests are read with. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Academic records 學業紀錄')
    .setDescription(
      'Requests are decided by the regulations and kept as events; every answer of a request carries its ruling. ' +
        'Errors are problem documents (RFC 9457) in English and Traditional Chinese.',
    )
    .setVersion('1')
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-Actor', description: '`registrar`, `student S1`' }, 'actor')
    .addSecurityRequirements('actor')
    .build();
  return SwaggerModule.createDocument(app, about, { autoTagControllers: false });
}

/**
 * Serves the document at `/docs-json` and Swagger UI at `/docs`. Nest's own set-up of the page needs a plugin
 * for whole directories; four files need none.
 */
export function serveDocs(server: FastifyInstance, document: OpenAPIObject): void {
  const json = JSON.stringify(document);
  const serve = (path: string, type: string, body: () => string | Buffer) =>
    server.get(path, async (_request, reply) =>
      reply.type(type).header('Content-Security-Policy', CONTENT_SECURITY).send(body()),
    );
  serve('/docs', 'text/html; charset=utf-8', () => PAGE);
  serve('/docs-json', 'application/json; charset=utf-8', () => json);
  serve('/docs/start.js', 'text/javascript; charset=utf-8', () => START);
  for (const name of swaggerAssets) serve(`/docs/${name}`, swaggerAsset(name).type, () => swaggerAsset(name).body);
}
