import { text } from '#kernel';
import { chapterOf, type Qualification, type Study } from '../facts.ts';
import type { TransferRequest } from '../pack.ts';
import type { TransferLaw } from './credit-transfer-law.ts';
import { approvalBy, type Demand } from './demand.ts';

const isBlock = (kind: string): boolean => kind === 'block';

const sameQualification = (a: Qualification, b: Qualification): boolean =>
  a.institution === b.institution && a.title === b.title;

/**
 * Whether the qualification carries a transfer: of the level, from a recognised institution, not the one that
 * met the entry requirement, and not used up by an earlier grant. An entry qualification that reduced no
 * credits may be let through in full-time undergraduate study by the Registrar. [5cu/ct/4.3(a)(i)] [5cu/ct/4.3(b)] [5cu/ct/4.6] [5cu/ct/9.1]
 * [5cu/ct/12.2] [5cu/ct/12.6] [5cu/ct/12.7] [3cu/ct/4.3(a)(i)] [3cu/ct/4.3(b)] [3cu/ct/4.6] [3cu/ct/9.1] [3cu/ct/12.2] [3cu/ct/12.6] [3cu/ct/12.7]
 */
export function qualificationDemands(law: TransferLaw, study: Study, request: TransferRequest): Demand[] {
  const { transfer, approvals, today } = request;
  const { qualification } = transfer;
  const { clause, value: level } = law.qfLevel.on(today);
  const undergraduate = chapterOf(study.registration.programme) === 'undergraduate';
  return [
    {
      clause,
      met: qualification.qfLevel >= level,
      figures: { qfLevel: qualification.qfLevel, minimum: level },
      note: text(
        `The qualification is at level ${qualification.qfLevel}; level ${level} is needed.`,
        `該資歷屬第 ${qualification.qfLevel} 級，須達資歷架構第 ${level} 級。`,
      ),
    },
    {
      clause: `${law.regulation}/4.3(b)`,
      met: qualification.recognised || qualification.own,
      figures: { institution: qualification.institution, recognised: qualification.recognised || qualification.own },
      note: text('The institution is not recognised.', '頒授院校不獲認可。'),
    },
    {
      clause: `${law.regulation}/4.6`,
      met: !qualification.usedForEntry,
      figures: { usedForEntry: qualification.usedForEntry },
      approval: undergraduate ? approvalBy(approvals, 'registrar') : undefined,
      note: text('The qualification met the entry requirement of the programme.', '該資歷已用作符合課程的入學要求。'),
    },
    ...usedUp(law, study, request),
  ];
}

/** What an earlier grant on the same qualification stands in the way of. */
function usedUp(law: TransferLaw, study: Study, { transfer }: TransferRequest): Demand[] {
  const { qualification, kind } = transfer;
  const earlier = study.transfers.filter((other) => sameQualification(other.qualification, qualification));
  const block = earlier.find((other) => isBlock(other.kind));
  const looked: Demand[] = [
    {
      clause: qualification.own ? `${law.regulation}/12.7` : `${law.regulation}/9.1`,
      met: !block,
      figures: { qualification: qualification.title, blockGrantedOn: block?.grantedOn ?? null },
      note: text(
        'Block credits have been granted on this qualification; it cannot be used again.',
        '該資歷已用於整體學分承認，不可再次使用。',
      ),
    },
  ];
  if (!qualification.own) return looked;
  if (isBlock(kind)) {
    const single = earlier.find((other) => !isBlock(other.kind));
    looked.push({
      clause: `${law.regulation}/12.6`,
      met: !single,
      figures: { qualification: qualification.title, usedOn: single?.grantedOn ?? null },
      note: text(
        'Courses of this award have been used for general or specific credits.',
        '該學銜的學科已用於一般或特定學分承認。',
      ),
    });
  }
  if (kind === 'general') {
    const general = earlier.find((other) => other.kind === 'general');
    looked.push({
      clause: `${law.regulation}/12.2`,
      met: !general,
      figures: { qualification: qualification.title, grantedOn: general?.grantedOn ?? null },
      note: text(
        'General credits are granted once for an award of the University.',
        '每項大學學銜只可獲批一般學分一次。',
      ),
    });
  }
  return looked;
}
