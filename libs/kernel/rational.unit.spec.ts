import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Rational, rational } from './rational.ts';

const fraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([numerator, denominator]) => rational(numerator, denominator));

describe('exact numbers', () => {
  it('keep 419.4/120 as 3.495, which floating point does not', () => {
    const average = Rational.parse('419.4').dividedBy(rational(120));
    expect(average.equals(Rational.parse('3.495'))).toBe(true);
    expect(average.toFixed(2)).toBe('3.50');
  });

  it.each([
    ['97/30', 2, '3.23'],
    ['37/15', 2, '2.47'],
    ['1/200', 2, '0.01'],
    ['-1/200', 2, '-0.01'],
    ['-1/1000', 2, '0.00'],
    ['7/2', 0, '4'],
    ['0/1', 2, '0.00'],
  ])('show %s with %i decimals as %s, half rounded up', (value, decimals, shown) => {
    expect(Rational.parse(value).toFixed(decimals)).toBe(shown);
  });

  it.each([
    ['27/2', '13.5'],
    ['100', '100'],
    ['0', '0'],
    ['20/3', '6.67'],
  ])('shows %s shortly as %s', (value, shown) => expect(Rational.parse(value).toShort()).toBe(shown));

  it('are the same after being stored', () => {
    fc.assert(fc.property(fraction, (a) => Rational.parse(a.toString()).equals(a)));
  });

  it('add and multiply in any order', () => {
    fc.assert(
      fc.property(
        fraction,
        fraction,
        fraction,
        (a, b, c) =>
          a.plus(b).equals(b.plus(a)) &&
          a
            .plus(b)
            .plus(c)
            .equals(a.plus(b.plus(c))) &&
          a.times(b.plus(c)).equals(a.times(b).plus(a.times(c))) &&
          a.minus(b).plus(b).equals(a),
      ),
    );
  });

  it('compare as their differences do', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => Math.sign(a.compare(b)) === Math.sign(Number(a.minus(b).numerator))),
    );
  });

  it('are never rounded by more than half of the last decimal', () => {
    fc.assert(
      fc.property(fraction, (a) => {
        const off = a.rounded(2).minus(a);
        return off.compare(rational(1, 200)) <= 0 && off.compare(rational(-1, 200)) >= 0;
      }),
    );
  });

  it.each(['', '1.', '.5', '1e3', 'NaN', '1/0'])('refuse %j', (value) => {
    expect(() => Rational.parse(value)).toThrow(RangeError);
  });
});
