import { describe, expect, it } from '@jest/globals';
import { packFor, packs } from './packs.ts';
import { aCourse, anAttempt, aProgramme, aStudy, autumn } from './testing/index.ts';

describe.each(['5cu', '3cu'] as const)('the rules of %s', (regime) => {
  const pack = packFor(regime);
  const study = aStudy(aProgramme(regime, 'full-time'), { attempts: [anAttempt('A')] });

  it('are one of the packs', () => {
    expect(pack.regime).toBe(regime);
    expect(packs).toContain(pack);
  });

  it('sign every ruling with the pack, and cite clauses of the regime only', () => {
    const today = '2024-08-01';
    const ruling = pack.enrolment(study, { course: aCourse('B'), term: autumn, approvals: [], today });
    expect(ruling.pack).toBe(pack.id);
    expect(ruling.findings.every((finding) => finding.clause.startsWith(`${regime}/`))).toBe(true);
    expect(pack.withdrawal(study, { attempt: study.attempts[0]!, approvals: [], today }).pack).toBe(pack.id);
    expect(pack.audit(study).ruling.pack).toBe(pack.id);
  });
});
