import { type Ruling, rule } from '#kernel';

/** Two rulings on one request: allowed when both are. */
export const together = (one: Ruling, other: Ruling): Ruling =>
  other.findings.length === 0
    ? one
    : rule(one.pack, [...one.findings, ...other.findings], [...(one.remedies ?? []), ...(other.remedies ?? [])]);
