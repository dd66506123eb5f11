import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const TYPES = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
} as const;

export type SwaggerAsset = keyof typeof TYPES;
export const swaggerAssets = Object.keys(TYPES) as SwaggerAsset[];

/** Swagger UI comes with Nest's OpenAPI module, from whose place it is found. */
function directory(): string {
  const module = createRequire(import.meta.url).resolve('@nestjs/swagger/package.json');
  return dirname(createRequire(module).resolve('swagger-ui-dist/package.json'));
}

export const swaggerAsset = (name: SwaggerAsset): { type: string; body: Buffer } => ({
  type: TYPES[name],
  body: readFileSync(join(directory(), name)),
});
