import { describe, expect, it } from 'vitest';
import { optionValues } from './option-values.ts';

const valuesOf = (...options: (string | [id: string, code: string])[]) => [
  ...optionValues(
    options.map((option) =>
      typeof option === 'string' ? { id: option } : { id: option[0], code: option[1] },
    ),
  ).values.values(),
];

describe('the numbers of options in files', () => {
  it('are those they are known by, such as the 1, 2, 4 and 5 of the published scale', () => {
    expect(valuesOf(['strongly-disagree', '1'], ['disagree', '2'], ['agree', '4'])).toEqual([
      1, 2, 4,
    ]);
    expect(valuesOf('0', '1', '2', ['4_plus', '4+'])).toEqual([0, 1, 2, 4]);
  });

  it('are their places where one has no number, or two have the same', () => {
    expect(valuesOf('never', 'divorced', 'widowed')).toEqual([1, 2, 3]);
    expect(valuesOf('1', '2', 'other')).toEqual([1, 2, 3]);
    expect(valuesOf(['a', '7'], ['b', '7'])).toEqual([1, 2]);
    expect(valuesOf(['a', '-99'], ['b', '1'])).toEqual([1, 2]);
  });
});
