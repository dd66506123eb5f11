import { Command } from 'commander';
import { type Text, text } from '#kernel';
import type { ChangedDecision, FiguresTold, GradeAmendmentDocument, StandingAmended } from '#projections';
import { amendmentNow, openStores } from '#system';
import { existingStores, type WhichStores, withStores } from './data-dir.ts';
import { type Language, labelled, languageOption, listed } from './language.ts';
import { CommandFailure, print } from './output.ts';

interface ShowOptions extends WhichStores {
  readonly student: string;
  readonly amendment: string;
  readonly lang: Language;
  readonly json?: boolean;
}

export const amendmentsCommand = (): Command =>
  new Command('amendments').description('amendments of grades that were proposed').addCommand(
    withStores(new Command('show'))
      .description('tell every decision, standing and figure that an amendment of a grade changes')
      .requiredOption('--student <student>', 'whose grade it is')
      .requiredOption('--amendment <id>', 'what the proposal is called')
      .addOption(languageOption())
      .option('--json', 'print as JSON')
      .addHelpText(
        'after',
        `
Each later decision about the student is taken again as if the proposed grade had been on record, and compared with what
comes of it on the grade on record. Nothing is written. Of an amendment that was confirmed or withdrawn, what is told is
what there was to tell just before.`,
      )
      .action(async ({ student, amendment, lang, json, ...which }: ShowOptions) => {
        const stores = await openStores(existingStores(which));
        try {
          const found = await amendmentNow(stores, student, amendment);
          if (!found) throw new CommandFailure(`there is no proposed amendment ${amendment} for student ${student}`);
          const document = JSON.parse(found.document) as GradeAmendmentDocument;
          print(json, document, () => amendmentTold(document, lang));
        } finally {
          await stores.close();
        }
      }),
  );

const WORDS = {
  amendment: text('Amendment', '修訂建議'),
  grade: text('Grade', '成績'),
  by: text('Proposed by', '建議人'),
  reason: text('Reason', '理由'),
  evidence: text('Evidence', '佐證'),
  decision: text('Decision', '決定'),
  settledBy: text('To be settled by', '須由以下部門處理'),
  standing: text('Standing', '學業狀況'),
  programme: text('Programme', '課程'),
  before: text('on record', '現有'),
  after: text('amended', '修訂後'),
  nothing: text('No later decision, standing or figure changes.', '其後的決定、學業狀況及統計數字均不受影響。'),
};

const STATES: Readonly<Record<GradeAmendmentDocument['state'], Text>> = {
  proposed: text('waiting to be confirmed', '有待確認'),
  confirmed: text('confirmed', '已確認'),
  withdrawn: text('withdrawn', '已撤回'),
};

const CHANGES: Readonly<Record<ChangedDecision['change'], Text>> = {
  outcome: text('comes out otherwise', '結果不同'),
  facts: text('records something else', '所記錄的事實不同'),
  ruling: text('rests on other figures', '所依據的數字不同'),
};

/** An amendment for people: what is proposed, and everything that it changes. */
export function amendmentTold(document: GradeAmendmentDocument, language: Language): string {
  const { amendment, course, term, state, decisions, standings, figures } = document;
  const { id, from, to, proposedBy, proposedOn, reason, evidence } = amendment;
  const line = (label: Text, value: string) => labelled(label, value, language);
  const who = proposedBy.id ? `${proposedBy.role} ${proposedBy.id}` : proposedBy.role;
  const changes = [
    ...decisions.flatMap((decision) => decisionTold(decision, language)),
    ...standings.map((standing) => line(WORDS.standing, standingTold(standing))),
    ...figures.flatMap(({ programme, before, after }) => [
      line(WORDS.programme, programme),
      `  ${line(WORDS.before, figuresTold(before, language))}`,
      `  ${line(WORDS.after, figuresTold(after, language))}`,
    ]),
  ];
  return [
    line(WORDS.amendment, `${id} (${STATES[state][language]})`),
    line(WORDS.grade, `${course} ${term}: ${from} → ${to}`),
    line(WORDS.by, listed([who, proposedOn], language)),
    line(WORDS.reason, reason),
    line(WORDS.evidence, listed(evidence, language)),
    ...(changes.length > 0 ? changes : [WORDS.nothing[language]]),
  ].join('\n');
}

function decisionTold(changed: ChangedDecision, language: Language): string[] {
  const { request, summary, recordedAt, decision, change, clauses, before, after, settledBy } = changed;
  const came = ({ outcome, code, refusedBy, events }: ChangedDecision['before']) =>
    [outcome, ...(code ? [code] : []), ...refusedBy, ...events].join(' ');
  return [
    labelled(
      WORDS.decision,
      `${summary?.[language] ?? request} (${request}, ${recordedAt}, ${decision}): ${CHANGES[change][language]}`,
      language,
    ),
    ...(change === 'outcome' ? [`  ${came(before)} → ${came(after)}`] : []),
    ...(clauses.length > 0 ? [`  ${listed(clauses, language)}`] : []),
    ...(settledBy.length > 0 ? [`  ${labelled(WORDS.settledBy, listed(settledBy, language), language)}`] : []),
  ];
}

const standingTold = ({ programme, term, before, after }: StandingAmended): string =>
  `${programme} ${term}: ${before.standing} (${before.probationTerms}) → ${after.standing} (${after.probationTerms})`;

const figuresTold = ({ cgpa, creditsEarned, terms, award }: FiguresTold, language: Language): string =>
  listed(
    [
      `CGPA ${cgpa?.display ?? '–'}`,
      `${creditsEarned} cr`,
      ...terms.map(({ term, gpa }) => `${term} ${gpa?.display ?? '–'}`),
      award.met ? (award.class?.title[language] ?? '✓') : `✗ ${award.outstanding.join(' ')}`,
    ],
    language,
  );
