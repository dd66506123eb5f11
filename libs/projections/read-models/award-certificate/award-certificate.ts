import type { AwardKind } from '#regulations';
import type { Particulars, RecordAt } from '#student-record';
import { namedClass } from '../shown.ts';
import type { AwardCertificateDocument } from './award-certificate-document.ts';

/** [5cu/dual/2.1] [3cu/dual/2.1(a)] */
const partsOf = (award: AwardKind): readonly AwardKind[] =>
  award === 'dual' ? ['honours', 'postgraduate-diploma'] : [award];

/** What stands on the certificate of an award; undefined before it is conferred. Pure. */
export function awardCertificateOf(
  { student, record, programmes }: RecordAt,
  code: string,
  particulars: Particulars | undefined,
): AwardCertificateDocument | undefined {
  const conferment = record.conferments.find(({ programme }) => programme === code);
  const of = programmes.find(({ registration }) => registration.programme.code === code);
  if (!conferment || !of) return undefined;
  const { award, title, regime } = of.registration.programme;
  return {
    student,
    name: particulars?.name ?? null,
    award,
    parts: partsOf(award),
    programme: code,
    title,
    regime,
    class: namedClass(of.audit.classification?.class ?? null),
    conferredOn: conferment.on,
    clause: conferment.clause,
  };
}
