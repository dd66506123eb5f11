import { type Policy, policies } from '#regulations';

const BEGIN = '<!-- policies: written by npm run -s docs from libs/regulations/policies -->';
const END = '<!-- end of policies -->';

/** `docs/regulations.md` with its table of readings as the policies are now; everything around it stays. */
export function withPolicyTable(page: string): string {
  const [before, rest] = halves(page, BEGIN);
  const [, after] = halves(rest, END);
  return `${before}${BEGIN}\n\n${policyTable(policies)}\n\n${END}${after}`;
}

function halves(page: string, mark: string): [before: string, after: string] {
  const at = page.indexOf(mark);
  if (at < 0) throw new Error(`docs/regulations.md has lost its mark "${mark}"`);
  return [page.slice(0, at), page.slice(at + mark.length)];
}

export const policyTable = (listed: readonly Policy[]): string =>
  ['| name | reading | clauses | where | since | whose |', '|---|---|---|---|---|---|', ...listed.map(row)].join('\n');

function row({ name, reading, clauses, where, from, default: byDefault }: Policy): string {
  const files = where.map((file) => `\`${file}\``).join(', ');
  const whose = byDefault ? 'default' : 'the University';
  return `| ${name.en} | ${reading.en} | ${clauses.join(', ')} | ${files} | ${from} | ${whose} |`;
}
