import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { currentReference } from '../../apps/cli/docs-command.ts';

it('docs/scenarios.md is as the commands and read models are now; npm run -s docs writes it', async () => {
  const file = new URL('../../docs/scenarios.md', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(await currentReference());
});
