import { InvalidArgumentError } from 'commander';
import { parseActor } from '#commands';
import type { Actor } from '#kernel';

/** Reads who acts from an option: `registrar`, `tutor T1`. */
export function actorOf(value: string): Actor {
  const actor = parseActor(value);
  if (!actor) throw new InvalidArgumentError('a role, or a role and a person, such as "tutor T1"');
  return actor;
}

/** Reads `student=S1` into the others that were given. */
export function partOf(value: string, others: Readonly<Record<string, string>> = {}): Record<string, string> {
  const [, name, of] = /^([A-Za-z]+)=(.+)$/.exec(value) ?? [];
  if (!name || of === undefined) throw new InvalidArgumentError('a part and its value, such as student=S1');
  return { ...others, [name]: of };
}
