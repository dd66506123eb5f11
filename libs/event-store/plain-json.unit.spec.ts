import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainJson } from './plain-json.ts';

describe('the text of a part of an event', () => {
  it('reads back as the same value, whatever JSON can say', () =>
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(plainJson(value, 'E', 'data'))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    ));

  it('keeps half surrogates', () => {
    expect(JSON.parse(plainJson({ s: '\ud83d' }, 'E', 'data'))).toEqual({ s: '\ud83d' });
  });

  it('is that of `toJSON` for values of a class', () => {
    class Credits {
      toJSON() {
        return '97/30';
      }
    }
    expect(plainJson({ credits: new Credits() }, 'E', 'data')).toBe('{"credits":"97/30"}');
  });

  it.each([
    [{ marks: [1, { of: Number.NaN }] }, 'E: data.marks[1].of is NaN'],
    [{ a: undefined, b: () => 1 }, 'E: data.b is function'],
    [undefined, 'E: data is undefined'],
    // biome-ignore lint/suspicious/noSparseArray: a hole is what is refused.
    [{ marks: [1, , 3] }, 'E: data.marks[1] is undefined'],
    [{ a: new Set() }, 'E: data.a is a map or a set'],
    [{ a: 1n }, 'E: data is not plain JSON: Do not know how to serialize a BigInt'],
  ])('says where %# departs from JSON', (value, message) => {
    expect(() => plainJson(value, 'E', 'data')).toThrow(message);
  });
});
