import { UnstorableEvent } from './errors.ts';

/**
 * The JSON text of a part of an event, as it will be read again. Properties that are undefined are left
 * out, and the `toJSON` of a class is honoured. Refuses with `UnstorableEvent` whatever JSON would drop or alter
 * without a word: bigints, functions, symbols, numbers that are not finite, undefined as a whole or in
 * an array, maps, sets, invalid dates and circles. `of` and `part` name the place in the message.
 */
export function plainJson(value: unknown, of: string, part: string): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch (cause) {
    throw new UnstorableEvent(`${of}: ${part} is not plain JSON: ${(cause as Error).message}`, { cause });
  }
  // After the text, because only then is it certain that the value has no circles to walk into.
  const fault = text === undefined ? ` is ${typeof value}` : isPlain(value) ? null : faultIn(value);
  if (fault !== null) throw new UnstorableEvent(`${of}: ${part}${fault}`);
  return text as string;
}

/** Whether it is certainly JSON through and through: a quick look, since nearly every event passes it. */
function isPlain(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value);
    case 'object':
      return value === null || (Array.isArray(value) ? isPlainArray(value) : isPlainObject(value));
    default:
      return false;
  }
}

function isPlainArray(values: readonly unknown[]): boolean {
  for (const value of values) if (!isPlain(value)) return false;
  return true;
}

function isPlainObject(value: object): boolean {
  const kind = Object.getPrototypeOf(value);
  if (kind !== Object.prototype && kind !== null) return false;
  for (const key in value) {
    const part = (value as Record<string, unknown>)[key];
    if (typeof part !== 'string' && part !== undefined && !isPlain(part)) return false;
  }
  return true;
}

/** Where and how a value departs from JSON, or null. */
function faultIn(value: unknown): string | null {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return null;
    case 'number':
      return Number.isFinite(value) ? null : ` is ${value}`;
    case 'object':
      if (value === null) return null;
      return Array.isArray(value) ? faultInArray(value) : faultInObject(value);
    default:
      return ` is ${typeof value}`;
  }
}

function faultInArray(values: readonly unknown[]): string | null {
  for (let index = 0; index < values.length; index++) {
    const fault = faultIn(values[index]);
    if (fault !== null) return `[${index}]${fault}`;
  }
  return null;
}

function faultInObject(value: object): string | null {
  const kind = Object.getPrototypeOf(value);
  if (kind !== Object.prototype && kind !== null) {
    if (value instanceof Map || value instanceof Set) return ' is a map or a set';
    if (value instanceof Date && Number.isNaN(value.getTime())) return ' is an invalid date';
    if ('toJSON' in value && typeof value.toJSON === 'function') return faultIn(value.toJSON(''));
  }
  const parts = Object.values(value);
  for (let index = 0; index < parts.length; index++) {
    if (parts[index] === undefined) continue;
    const fault = faultIn(parts[index]);
    if (fault !== null) return `.${Object.keys(value)[index]}${fault}`;
  }
  return null;
}
