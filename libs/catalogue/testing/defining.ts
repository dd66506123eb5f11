import { expect } from '@jest/globals';
import { type AnyUseCase, type Command, commandOf, type FactReader } from '#commands';
import { refusingClauses } from '#kernel';

/** What the catalogue knows already, by stream. */
export type Known = Readonly<Record<string, object>>;

const readerOf = (known: Known): FactReader => ({
  read: async (kind, id) => (known[kind.streamOf(id)] as never) ?? kind.initial,
  named: async (kind, beginning) =>
    Object.keys(known)
      .filter((stream) => stream.startsWith(kind.streamOf(beginning)))
      .map((stream) => stream.slice(kind.prefix.length)),
  work: async () => {
    throw new RangeError('nothing is worked out of a catalogue');
  },
});

/** Given what the catalogue knows, when something is defined, then it is, or it is refused. */
export const given = (known: Known = {}) => ({
  async when(useCase: AnyUseCase, fields: object) {
    const command = commandOf<Command>(useCase.command, fields);
    const facts = await useCase.facts?.(readerOf(known), command);
    const decision = useCase.decide(useCase.stream.initial, command, {
      facts,
      today: '2024-08-01',
      actor: { role: 'registrar' },
    });
    return {
      /** Defined, with these facts among others. */
      thenDefined: (facts: object = {}) =>
        expect(decision).toMatchObject({ outcome: 'accepted', events: [{ data: facts }] }),
      /** Refused for what it is, before any rule is asked. */
      thenUnfit: (code: string) => {
        expect(decision).toMatchObject({ outcome: 'refused', code });
        expect(decision.ruling).toBeUndefined();
      },
      thenRefusedBy: (...clauses: readonly string[]) =>
        expect(decision.ruling && refusingClauses(decision.ruling)).toEqual(clauses),
    };
  },
});
