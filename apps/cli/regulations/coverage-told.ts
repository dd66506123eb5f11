import { type Coverage, wanting } from './coverage.ts';
import type { Sightings } from './sightings.ts';

/** Coverage for people: the shares, then what is wanting of each clause. */
export function coverageTold(
  { total, cited, exercised, notCited, notExercised }: Coverage,
  sightings: Sightings,
): string {
  const share = (count: number) => (total > 0 ? `${count} (${((100 * count) / total).toFixed(1)}%)` : String(count));
  return [
    `of ${total}: ${share(cited)} cited, ${share(exercised)} exercised`,
    ...(notCited.length > 0 ? ['not cited:', ...notCited.map((id) => `  ${id}`)] : []),
    ...(notExercised.length > 0
      ? ['not exercised:', ...notExercised.map((id) => `  ${id}  ${wanting(sightings.get(id))}`)]
      : []),
  ].join('\n');
}
