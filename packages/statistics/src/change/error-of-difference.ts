/**
 * What is known of the scores whose change is judged, and so how far two scores of somebody who did not
 * change may lie apart. G. H. Maassen, Journal of the International Neuropsychological Society 10 (2004),
 * compares the three.
 */
export type DifferenceError =
  /** N. S. Jacobson and P. Truax, Journal of Consulting and Clinical Psychology 59 (1991): the error of measurement before, twice. */
  | {
      readonly convention: 'jacobson-truax';
      readonly standardDeviation: number;
      readonly reliability: number;
    }
  /** G. L. Iverson, Archives of Clinical Neuropsychology 16 (2001); Maassen's choice: each time with its own spread. */
  | {
      readonly convention: 'both-spreads';
      readonly standardDeviations: readonly [before: number, after: number];
      readonly reliability: number;
    }
  /** L. Christensen and J. L. Mendoza, Behavior Therapy 17 (1986): the spread of differences in people who were not helped. */
  | {
      readonly convention: 'spread-of-differences';
      readonly standardDeviations: readonly [before: number, after: number];
      /** Between the two times. */
      readonly correlation: number;
    };

/**
 * Standard error of the difference of two scores of one person, in the unit of the scores.
 *
 * `jacobson-truax`: sqrt(2) x SD x sqrt(1 - r); `both-spreads`: sqrt((SD1^2 + SD2^2)(1 - r));
 * `spread-of-differences`: sqrt(SD1^2 + SD2^2 - 2 r SD1 SD2).
 * @throws RangeError when a standard deviation is not positive, or a reliability or correlation not between
 * -1 and 1 so that an error above 0 is left
 */
export function standardErrorOfDifference(known: DifferenceError): number {
  const error = errorOf(known);
  if (!(error > 0)) throw new RangeError('scores without error: every difference is a change');
  return error;
}

function errorOf(known: DifferenceError): number {
  switch (known.convention) {
    case 'jacobson-truax': {
      requireSpread(known.standardDeviation);
      requireCorrelation(known.reliability);
      return known.standardDeviation * Math.sqrt(2 * (1 - known.reliability));
    }
    case 'both-spreads': {
      const [before, after] = known.standardDeviations;
      requireSpread(before);
      requireSpread(after);
      requireCorrelation(known.reliability);
      return Math.hypot(before, after) * Math.sqrt(1 - known.reliability);
    }
    case 'spread-of-differences': {
      const [before, after] = known.standardDeviations;
      requireSpread(before);
      requireSpread(after);
      requireCorrelation(known.correlation);
      // SD1^2 + SD2^2 - 2 r SD1 SD2, in a form that cannot fall below 0.
      return Math.sqrt((before - after) ** 2 + 2 * before * after * (1 - known.correlation));
    }
  }
}

export function requireSpread(standardDeviation: number): void {
  if (!(standardDeviation > 0 && Number.isFinite(standardDeviation))) {
    throw new RangeError(`not a standard deviation above 0: ${standardDeviation}`);
  }
}

function requireCorrelation(correlation: number): void {
  if (!(correlation >= -1 && correlation <= 1)) {
    throw new RangeError(`neither reliability nor correlation: ${correlation}`);
  }
}
