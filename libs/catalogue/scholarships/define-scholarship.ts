import {
  ApprovalPart,
  Command,
  IsCents,
  IsCodeList,
  IsDay,
  IsFlag,
  IsOneOf,
  IsPart,
  IsPartList,
  IsReason,
  IsScholarshipCode,
  useCase,
} from '#commands';
import { type CivilDate, decideBy, type Refusal, refuse, type Text, text } from '#kernel';
import {
  DONOR_CONDITIONS,
  type DonorCondition,
  type DonorConditionKind,
  disagreeing,
  type ProgrammeFacts,
  packFor,
  type Regime,
  SCHOLARSHIP_FORMS,
  SCHOLARSHIP_KINDS,
  type ScholarshipFacts,
  type ScholarshipForm,
  type ScholarshipKind,
  STUDY_MODES,
  type StudyMode,
} from '#regulations';
import { IsTitle, titled } from '../parts.ts';
import { programmes } from '../programmes/programme.ts';
import { type ScholarshipDefined, scholarships } from './scholarship.ts';

/** What the donor asks. */
export class DonorConditionPart {
  @IsOneOf(DONOR_CONDITIONS, { description: 'What kind of condition it is.' })
  readonly kind!: DonorConditionKind;

  @IsOneOf(STUDY_MODES, { description: 'The students to whom it applies; all unless told.', optional: true })
  readonly mode?: StudyMode;

  @IsCodeList({ description: 'Of the kind `programmes`: the only programmes it is for.', optional: true })
  readonly programmes?: string[];

  @IsFlag({ description: 'Of the kind `financial-need`: whether need counts.' })
  readonly considered?: boolean;

  @IsReason({ description: 'Of the kind `other`: what is asked, in words.', optional: true })
  readonly words?: string;
}

export class CriterionPart {
  @IsScholarshipCode({ description: 'What the criterion is called within the scholarship.', example: 'CHOIR' })
  readonly id!: string;

  @IsReason({ description: 'What is asked.' })
  readonly requirement!: string;
}

/**
 * A scholarship is offered to the students of a regime, or what is offered from now on replaced. Refused where a
 * condition of the donor goes against the regulations, or is given in words on which the University has not judged;
 * where it is neither cash nor tuition fee and the University has not approved that; where a condition lacks what its
 * kind takes (`condition-incomplete`) or names a programme that is not there (`unknown-programme`) or is under other
 * regulations (`other-regulations`); and where conditions that apply to the same students disagree
 * (`donor-conditions-disagree`), which nobody can set aside.
 * [5cu/schol/5.1] [5cu/schol/5.2] [5cu/schol/6.1] [3cu/schol/5.1] [3cu/schol/5.2] [3cu/schol/6.1]
 */
export class DefineScholarship extends Command {
  @IsScholarshipCode()
  readonly code!: string;

  @IsTitle()
  readonly title?: Text;

  @IsOneOf(SCHOLARSHIP_KINDS, { description: 'What it honours.' })
  readonly kind!: ScholarshipKind;

  @IsOneOf(['5cu', '3cu'], { description: 'The regulations of the students whom it is for.' })
  readonly regime!: Regime;

  @IsOneOf(STUDY_MODES, { description: 'The only mode of study that it is for; both unless told.', optional: true })
  readonly mode?: StudyMode;

  @IsCents(1, { description: 'What it is worth, in whole Hong Kong cents.', example: 1000000 })
  readonly cents!: number;

  @IsOneOf(SCHOLARSHIP_FORMS, { description: 'What is given; cash unless told.', optional: true })
  readonly form?: ScholarshipForm;

  @IsPartList(DonorConditionPart, 20, { description: 'What the donor asks.', optional: true })
  readonly conditions?: DonorConditionPart[];

  @IsPartList(CriterionPart, 20, { description: 'What it asks besides the regulations.', optional: true })
  readonly criteria?: CriterionPart[];

  @IsDay({ description: 'The first day of nominations.' })
  readonly from!: CivilDate;

  @IsDay({ description: 'The last day of nominations; none unless told.', optional: true })
  readonly until?: CivilDate;

  @IsPart(ApprovalPart, { description: 'What the University approved.', optional: true })
  readonly approval?: ApprovalPart;
}

export const defineScholarship = useCase({
  command: DefineScholarship,
  path: 'scholarships',
  summary: text('Offer a scholarship', '設立獎學金'),
  by: ['registrar', 'registry', 'migration'],
  clauses: [
    '5cu/schol/5.1',
    '5cu/schol/5.1(a)',
    '5cu/schol/5.1(b)',
    '5cu/schol/5.2',
    '5cu/schol/6.1',
    '3cu/schol/5.1',
    '3cu/schol/5.1(a)',
    '3cu/schol/5.1(b)',
    '3cu/schol/5.2',
    '3cu/schol/6.1',
  ],
  stream: scholarships,
  subject: (command) => command.code,
  facts: async (reader, { conditions = [] }: DefineScholarship) => {
    const codes = [...new Set(conditions.flatMap(({ programmes: named = [] }) => named))];
    const found = await Promise.all(codes.map((code) => reader.read(programmes, code)));
    return new Map(codes.map((code, index) => [code, found[index]]));
  },
  decide: (_scholarship, { approval, title, ...offered }: DefineScholarship, { facts, today }) => {
    const scholarship: ScholarshipFacts = {
      ...offered,
      title: titled(title, offered.code),
      form: offered.form ?? 'cash',
      conditions: offered.conditions ?? [],
      criteria: offered.criteria ?? [],
    };
    const unfit = unfitScholarship(scholarship, facts);
    if (unfit) return unfit;
    const approvals = approval && (approval.on ?? today) <= today ? [approval] : [];
    const defined: ScholarshipDefined = { type: 'ScholarshipDefined', data: { scholarship } };
    return decideBy(packFor(scholarship.regime).scholarship.definition({ scholarship, approvals, today }), [defined], {
      code: 'scholarship-refused',
      message: text('The regulations do not allow such a scholarship.', '規例不容許設立此獎學金。'),
    });
  },
});

/** Why a scholarship cannot be meant. */
function unfitScholarship(
  scholarship: ScholarshipFacts,
  known: ReadonlyMap<string, ProgrammeFacts | undefined>,
): Refusal | undefined {
  const { from, until = from, conditions, regime } = scholarship;
  if (until < from) return backwards;
  const unfit = conditions.find((condition) => !isWhole(condition));
  if (unfit) return incomplete(unfit);
  for (const [code, programme] of known) {
    if (!programme) return refuse('unknown-programme', text(`There is no programme ${code}.`, `沒有課程 ${code}。`));
    if (programme.regime !== regime) return otherRegulations(code);
  }
  const [one, other] = disagreeing(scholarship);
  return one && other ? disagree(one, other) : undefined;
}

/** Whether a condition has what its kind takes. */
const isWhole = ({ kind, programmes: named = [], considered, words }: DonorCondition): boolean =>
  (kind !== 'programmes' || named.length > 0) &&
  (kind !== 'financial-need' || considered !== undefined) &&
  (kind !== 'other' || words !== undefined);

const backwards = refuse(
  'days-out-of-order',
  text('The last day of nominations is before the first.', '提名截止日早於開始日。'),
);

const incomplete = ({ kind }: DonorCondition): Refusal =>
  refuse(
    'condition-incomplete',
    text(`A condition of the kind ${kind} does not say what it asks.`, `${kind} 類條件未註明內容。`),
  );

const otherRegulations = (code: string): Refusal =>
  refuse('other-regulations', text(`The programme ${code} is under other regulations.`, `課程 ${code} 屬另一學制。`));

const told = ({ kind, mode, programmes: named = [], considered }: DonorCondition): string =>
  [kind, mode, ...named, considered === undefined ? undefined : considered ? 'yes' : 'no']
    .filter((part) => part !== undefined)
    .join(' ');

const disagree = (one: DonorCondition, other: DonorCondition): Refusal =>
  refuse(
    'donor-conditions-disagree',
    text(
      `Two conditions of the donor apply to the same students and disagree: ${told(one)}; ${told(other)}.`,
      `捐贈者的兩項條件適用於相同的學生而互相矛盾：${told(one)}；${told(other)}。`,
    ),
  );
