import { type Ruling, text } from '#kernel';
import { type AwardKind, type Chapter, chapterOf, type Transfer, type TransferKind } from '../facts.ts';
import type { TransferRequest } from '../pack.ts';
import { kindDemands } from './credit-transfer-kinds.ts';
import { KINDS, kindClause, type TransferLaw } from './credit-transfer-law.ts';
import { combination, fullTimeShare, residence } from './credit-transfer-limits.ts';
import { qualificationDemands } from './credit-transfer-qualification.ts';
import { type Demand, type Remark, ruleOn } from './demand.ts';
import type { Rule } from './parameters.ts';

/**
 * Whether credits may be granted for study elsewhere, or for an earlier award of the University: the kind is
 * one of the mode, the qualification carries it, the limits of the programme and of the kind are kept, and
 * what was granted before leaves room for it.
 */
export const creditTransfer =
  (law: TransferLaw): Rule<TransferRequest, Ruling> =>
  (study, request) => {
    const { programme } = study.registration;
    const granted = study.transfers.filter((transfer) => transfer.programme === programme.code);
    const chapter = chapterOf(programme);
    const limits: (Demand | Remark)[] =
      chapter === 'undergraduate'
        ? [fullTimeShare(law, programme, granted, request), ...combination(law, granted, request)]
        : [...residence(law, programme, granted, request), ...combination(law, granted, request)];
    return ruleOn(law.pack, [
      kind(law, chapter, request.transfer),
      ...open(law, programme.requirements.closedToCreditTransfer ?? false),
      ...qualificationDemands(law, study, request),
      ...kindDemands(law, study, granted, request),
      ...countable(law, programme.award, request.transfer.kind),
      ...limits,
    ]);
  };

function kind(law: TransferLaw, chapter: Chapter, transfer: Omit<Transfer, 'grantedOn'>): Demand {
  const exemption = transfer.kind === 'full-time-exemption';
  const ofChapter = KINDS[transfer.kind].chapters.includes(chapter);
  const credits = exemption ? transfer.credits === 0 : transfer.credits > 0;
  return {
    clause: kindClause(law, transfer.kind),
    met: ofChapter && credits,
    figures: { kind: transfer.kind, study: chapter, credits: transfer.credits },
    note: ofChapter
      ? exemption
        ? text(
            'An exemption gives no credits; another course is taken instead.',
            '學科豁免不給予學分；須修讀其他學科代替。',
          )
        : text('A transfer gives at least some credits.', '學分承認的學分須大於零。')
      : text('This kind of credit transfer is not for programmes of this sort.', '此類學分承認不適用於該類課程。'),
  };
}

/** [5cu/subdegpd/3.2] */
function countable(law: TransferLaw, award: AwardKind, of: TransferKind): Demand[] {
  const clause = law.withoutGeneral?.[award];
  if (!clause) return [];
  return [
    {
      clause,
      met: of !== 'general',
      figures: { award, kind: of },
      note: text('Only block and specific credits count towards this award.', '只有整體學分及特定學分可計入此資格。'),
      remedy: text('Apply for block or specific credits.', '申請整體學分或特定學分。'),
    },
  ];
}

const open = (law: TransferLaw, closed: boolean): Demand[] =>
  closed
    ? [
        {
          clause: `${law.regulation}/6.2.2`,
          met: false,
          note: text('Transferred credits do not apply to this programme.', '此課程不接受學分承認。'),
        },
      ]
    : [];
