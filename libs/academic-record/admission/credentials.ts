import { IsEntryCode, IsLine, IsOneOf, mayRecordApproval } from '#commands';
import { type Actor, type Refusal, refuse, text } from '#kernel';
import type { Credential, EntryRoute, ProgrammeFacts } from '#regulations';
import { notAuthorised } from '../holds/place-hold.ts';

/** What an entrant brings for a condition of entry. */
export class CredentialPart implements Credential {
  @IsEntryCode({ description: 'The condition, as the programme or the route names it.' })
  readonly condition!: string;

  @IsOneOf(['evidence', 'exemption'], {
    description: 'Evidence that it is met, or the exemption from it by the University (full-time programmes).',
  })
  readonly by!: Credential['by'];

  @IsLine({ description: 'What shows it, or why the University exempted.', example: 'HKDSE certificate 2023' })
  readonly words!: string;
}

/**
 * Why what is brought cannot be taken up: an exemption by somebody who may not give it for the University, or something
 * that is not asked.
 */
export function unfitCredentials(
  credentials: readonly Credential[],
  { entry }: ProgrammeFacts,
  route: EntryRoute | undefined,
  actor: Actor,
): Refusal | undefined {
  if (credentials.some(({ by }) => by === 'exemption') && !mayRecordApproval(actor.role, 'university'))
    return notAuthorised;
  const asked = (route?.conditions ?? entry?.conditions ?? []).map(({ id }) => id);
  const stray = credentials.find(({ condition }) => !asked.includes(condition));
  return stray && unknownCondition(stray.condition);
}

const unknownCondition = (id: string) =>
  refuse('unknown-condition', text(`Entry does not ask for ${id}.`, `入學條件不包括 ${id}。`));
