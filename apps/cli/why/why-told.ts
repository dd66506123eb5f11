import { type Figure, type Text, text } from '#kernel';
import type { FindingOf, Why } from '#system';
import { type Language, labelled, listed } from '../language.ts';

const WORDS = {
  asked: text('Asked', '要求'),
  by: text('By', '提出者'),
  decided: text('Decided', '決定時間'),
  effective: text('In effect from', '生效日期'),
  outcome: text('Outcome', '結果'),
  rules: text('By the rules', '依據規例'),
  noRule: text('No rule was asked.', '此決定沒有引用規例。'),
  restsOn: text('Reckoned by', '計算依據'),
  remedy: text('What would change it', '可改變結果的情況'),
  approval: text('Approved by', '批准人'),
  override: text('Set aside on the authority of', '獲授權豁免'),
  of: text('for', '所豁免條文'),
  read: text('Read', '查閱的紀錄'),
  nothingRead: text('Nothing was on record yet.', '當時尚未有紀錄。'),
  recorded: text('Recorded', '已記錄'),
  led: text('Following', '依據'),
  yes: text('yes', '是'),
  no: text('no', '否'),
};

const OUTCOMES: Readonly<Record<Why['outcome'], Text>> = {
  accepted: text('granted', '獲准'),
  refused: text('refused', '不獲批准'),
  overridden: text('recorded although a rule refuses it', '規則不容許，獲授權豁免後記錄'),
};

/** A decision for people: who asked what when, what came of it, and everything that it rested on. */
export function whyTold(why: Why, language: Language): string {
  const line = (label: Text, value: string) => labelled(label, value, language);
  const { request, askedBy, pack, findings, remedies, override, approvals, basis, led, events } = why;
  const summary = request.summary?.[language];
  const fields = JSON.stringify(request.fields);
  const read = Object.entries(basis).map(([stream, revision]) => `${stream}@${revision}`);
  return [
    line(WORDS.asked, summary ? `${summary} (${request.type} ${fields})` : `${request.type} ${fields}`),
    line(WORDS.by, askedBy.id ? `${askedBy.role} ${askedBy.id}` : askedBy.role),
    line(WORDS.decided, why.recordedAt),
    line(WORDS.effective, why.effectiveOn),
    line(WORDS.outcome, outcomeTold(why, language)),
    ...(pack ? [line(WORDS.rules, pack)] : [WORDS.noRule[language]]),
    ...findings.flatMap((finding) => findingTold(finding, language)),
    ...remedies.map((remedy) => line(WORDS.remedy, remedy[language])),
    ...approvals.map(({ authority, on, reason }) =>
      line(WORDS.approval, listed([authority, ...(on ? [on] : []), reason], language)),
    ),
    ...(override
      ? [
          line(WORDS.override, listed([override.authority, override.reason], language)),
          `  ${line(WORDS.of, listed(override.clauses, language))}`,
        ]
      : []),
    ...led.map(({ request: { type, fields: of }, askedBy: who, recordedAt, commandId }) =>
      line(
        WORDS.led,
        `${type} ${JSON.stringify(of)} (${who.id ? `${who.role} ${who.id}` : who.role}, ${recordedAt}, ${commandId})`,
      ),
    ),
    read.length > 0 ? line(WORDS.read, listed(read, language)) : WORDS.nothingRead[language],
    ...events.map(({ type, stream, revision, position, id }) =>
      line(WORDS.recorded, `${type} ${stream}@${revision} (${position}, ${id})`),
    ),
  ].join('\n');
}

const outcomeTold = ({ outcome, code, message }: Why, language: Language): string =>
  [OUTCOMES[outcome][language], ...(code ? [`(${code})`] : []), ...(message ? [message[language]] : [])].join(' ');

/** The clause and whether it holds, then what it looked at and why. */
function findingTold({ clause, title, holds, figures, restsOn, note }: FindingOf, language: Language): string[] {
  const figuresTold = Object.entries(figures ?? {}).map(([name, figure]) => `${name} ${figureTold(figure, language)}`);
  return [
    `  ${holds ? '✓' : '✗'} ${clause}  ${title?.[language] ?? ''}`.trimEnd(),
    ...(figuresTold.length > 0 ? [`      ${listed(figuresTold, language)}`] : []),
    ...(restsOn ? [`      ${labelled(WORDS.restsOn, listed(restsOn, language), language)}`] : []),
    ...(note ? [`      ${note[language]}`] : []),
  ];
}

function figureTold(figure: Figure, language: Language): string {
  if (figure === null) return '–';
  if (typeof figure === 'boolean') return (figure ? WORDS.yes : WORDS.no)[language];
  return String(figure);
}
