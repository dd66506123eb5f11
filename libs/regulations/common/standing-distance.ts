import { Rational, type Text, text } from '#kernel';
import type { StandingDistance, Study } from '../facts.ts';
import { ownAttempts } from './figures.ts';
import type { Scale } from './grades.ts';
import type { AverageLaw } from './standing-average-law.ts';
import type { TermEnd } from './term-ends.ts';

/** How far an average is from the line, over the load of a term, or where no grade makes up for it in one over as few credits as do. */
export function distanceOf(law: AverageLaw, study: Study, { cgpa, credits }: TermEnd): StandingDistance {
  const { cgpa: line } = law.line.on(study.registration.admittedOn).value;
  const points = line.minus(cgpa).times(Rational.of(credits));
  const next = Math.max(loadOf(law, study), fewestCredits(points, highestPoints(law.scale).minus(line)));
  const average = line.plus(points.dividedBy(Rational.of(next)));
  return {
    measure: 'average',
    value: cgpa.toString(),
    line: line.toString(),
    credits,
    points: points.toString(),
    next: { credits: next, average: average.toString() },
  };
}

/** The credits of the load of one term. */
const loadOf = (law: AverageLaw, { registration: { programme, admittedOn } }: Study): number =>
  programme.requirements.creditsPerTerm ?? law.load.on(admittedOn).value;

const highestPoints = (scale: Scale): Rational =>
  [...scale.values()].reduce((highest, { points }) => (points?.atLeast(highest) ? points : highest), Rational.of(0));

/** The fewest whole credits that make up for so many points, each with so many to spare. */
function fewestCredits(points: Rational, each: Rational): number {
  const { numerator, denominator } = points.dividedBy(each);
  return Number((numerator + denominator - 1n) / denominator);
}

/** What lifts probation; the later result of a failed course that is taken again replaces its Fail, so that less may do. */
export function wayBack(law: AverageLaw, study: Study, distance: StandingDistance): Text {
  if (distance.measure === 'credits') return text(`${distance.missing} credits`, `${distance.missing} 學分`);
  const { credits, average } = distance.next;
  const told = roundedUp(Rational.parse(average)).toFixed(2);
  const isLong = credits > loadOf(law, study);
  const failed = ownAttempts(study).some(({ grade }) => law.scale.get(grade ?? '')?.effect === 'failed');
  const sooner =
    isLong && failed
      ? text(
          ' Taking a failed course again takes less, as its later result replaces the Fail.',
          '重修不及格學科所需較少，因其後的成績會取代不及格成績。',
        )
      : text('', '');
  return text(
    `A GPA of ${told} over the next ${credits} credits lifts probation.${sooner.en}`,
    `其後 ${credits} 學分的平均積點達 ${told}，即可解除試讀。${sooner['zh-Hant']}`,
  );
}

/** To two decimals, never below: what is told is enough. */
function roundedUp(value: Rational): Rational {
  const near = value.rounded(2);
  return near.atLeast(value) ? near : near.plus(Rational.of(1, 100));
}
