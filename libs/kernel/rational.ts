/**
 * An exact fraction. Averages stay fractions until they are shown, so that 419.4/120 is 3.495 and not
 * 3.494999...; a class of honours hangs on the difference.
 */
export class Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;

  private constructor(numerator: bigint, denominator: bigint) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  static of(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
    let n = BigInt(numerator);
    let d = BigInt(denominator);
    if (d === 0n) throw new RangeError('a fraction needs a denominator other than zero');
    if (d < 0n) [n, d] = [-n, -d];
    const g = gcd(n < 0n ? -n : n, d);
    return new Rational(n / g, d / g);
  }

  /** Reads a decimal such as `3.7` exactly, or a stored fraction such as `97/30`. */
  static parse(value: string): Rational {
    const fraction = /^(-?\d+)\/(\d+)$/.exec(value);
    if (fraction) return Rational.of(BigInt(fraction[1] as string), BigInt(fraction[2] as string));
    const decimal = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
    if (!decimal) throw new RangeError(`not a number: ${value}`);
    const [, sign, whole, part = ''] = decimal;
    const n = BigInt(`${whole}${part}`);
    return Rational.of(sign ? -n : n, 10n ** BigInt(part.length));
  }

  plus(other: Rational): Rational {
    return Rational.of(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(other: Rational): Rational {
    return this.plus(Rational.of(-other.numerator, other.denominator));
  }

  times(other: Rational): Rational {
    return Rational.of(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  dividedBy(other: Rational): Rational {
    return Rational.of(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  /** Negative, zero or positive as this is less than, equal to or more than the other. */
  compare(other: Rational): number {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  atLeast(other: Rational): boolean {
    return this.compare(other) >= 0;
  }

  equals(other: Rational): boolean {
    return this.compare(other) === 0;
  }

  /** Rounds half up (away from zero below it) to so many decimals: the only rounding in the system. */
  toFixed(decimals: number): string {
    const scale = 10n ** BigInt(decimals);
    const negative = this.numerator < 0n;
    const n = (negative ? -this.numerator : this.numerator) * scale;
    const rounded = (2n * n + this.denominator) / (2n * this.denominator);
    const digits = rounded.toString().padStart(decimals + 1, '0');
    const sign = negative && rounded !== 0n ? '-' : '';
    if (decimals === 0) return sign + digits;
    return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  }

  /** Two decimals at most, without those that say nothing: `13.5`, and `12` of `12.00`. */
  toShort(): string {
    return this.toFixed(2).replace(/\.?0+$/, '');
  }

  /** The value after that rounding, exact again, for comparing with a band printed to so many decimals. */
  rounded(decimals: number): Rational {
    return Rational.parse(this.toFixed(decimals));
  }

  /** `97/30`: the form that is stored. */
  toString(): string {
    return `${this.numerator}/${this.denominator}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

export const rational = Rational.of;

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}
