import shared from '@eventstore/db-client/generated/shared_pb.js';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const NIL = '00000000-0000-0000-0000-000000000000';

/** An id in lower case as the server keeps it. Undefined for the nil id and for what is no id at all. */
export function idIn(message: shared.UUID | undefined): string | undefined {
  const structured = message?.getStructured();
  const text = structured
    ? dashed(BigInt(structured.getMostSignificantBits()), BigInt(structured.getLeastSignificantBits()))
    : message?.getString().toLowerCase();
  return text !== undefined && GUID.test(text) && text !== NIL ? text : undefined;
}

const hex = (bits: bigint) => BigInt.asUintN(64, bits).toString(16).padStart(16, '0');

function dashed(most: bigint, least: bigint): string {
  const digits = hex(most) + hex(least);
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join(
    '-',
  );
}

/** As text when the caller asked for text, otherwise as two signed halves. */
export function idMessage(id: string, asText: boolean): shared.UUID {
  if (asText) return new shared.UUID().setString(id);
  const digits = id.replaceAll('-', '');
  const half = (from: number) => BigInt.asIntN(64, BigInt(`0x${digits.slice(from, from + 16)}`)).toString();
  const structured = new shared.UUID.Structured().setMostSignificantBits(half(0)).setLeastSignificantBits(half(16));
  return new shared.UUID().setStructured(structured);
}

export const nameIn = (identifier: shared.StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

export const identifierOf = (stream: string): shared.StreamIdentifier =>
  new shared.StreamIdentifier().setStreamName(new Uint8Array(Buffer.from(stream)));
