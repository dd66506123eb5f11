import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { policies } from '#regulations';
import { policyTable, withPolicyTable } from '../../apps/cli/docs/policy-table.ts';

const page = readFileSync(new URL('../../docs/regulations.md', import.meta.url), 'utf8');

it('docs/regulations.md lists the policies as they are now; npm run -s docs writes them', () => {
  expect(page).toBe(withPolicyTable(page));
  expect(page).toContain(policyTable(policies));
});

it('says whose a reading is', () => {
  const [first] = policies;
  if (!first) throw new Error('there are no policies');
  expect(policyTable([{ ...first, default: false }])).toMatch(/\| the University \|$/);
  expect(policyTable([first])).toMatch(/\| default \|$/);
});

it('does not write into a page without a place for it', () =>
  expect(() => withPolicyTable('# Regulations\n')).toThrow('has lost its mark'));
