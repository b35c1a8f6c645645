/**
 * NIST Statistical Reference Datasets, one-way analysis of variance (public domain):
 * https://www.itl.nist.gov/div898/strd/anova/anova.html. Certified to 15 digits for the decimal numbers
 * as printed. SmLs04 to SmLs09 carry 7 and 13 digits in common: the nearest doubles are themselves off by
 * up to 6e-11 and 6e-5, which bounds what any program can reach; `tolerance` states it.
 */
export type CertifiedAnova = {
  readonly name: string;
  readonly groups: ReadonlyArray<readonly number[]>;
  readonly certified: {
    readonly f: number;
    readonly df1: number;
    readonly df2: number;
    readonly sumOfSquaresBetween: number;
    readonly sumOfSquaresWithin: number;
    readonly etaSquared: number;
  };
  readonly tolerance: number;
};

/** S. D. Simon and J. P. Lesage 1989: nine treatments around an offset, each going a tenth up and down. */
function simonLesage(offset: number, replicates: number): number[][] {
  const centres = [4, 3, 5, 3, 5, 3, 5, 3, 5];
  return centres.map((centre) =>
    Array.from({ length: replicates }, (_, i) => {
      const tenths = centre + (i === 0 ? 0 : i % 2 === 1 ? -1 : 1);
      return Number(`${offset}.${tenths}`);
    }),
  );
}

/** Within: a hundredth of the degrees of freedom; between: 0.08 of the replicates; F is their number. */
function certifiedSimonLesage(replicates: number): CertifiedAnova['certified'] {
  const between = 0.08 * replicates;
  const within = 0.01 * 9 * (replicates - 1);
  return {
    f: replicates,
    df1: 8,
    df2: 9 * (replicates - 1),
    sumOfSquaresBetween: between,
    sumOfSquaresWithin: within,
    etaSquared: between / (between + within),
  };
}

const GENERATED: readonly CertifiedAnova[] = [
  { offset: 1, names: ['SmLs01', 'SmLs02', 'SmLs03'], tolerance: 1e-12 },
  { offset: 1_000_000, names: ['SmLs04', 'SmLs05', 'SmLs06'], tolerance: 1e-8 },
  { offset: 1_000_000_000_000, names: ['SmLs07', 'SmLs08', 'SmLs09'], tolerance: 1e-2 },
].flatMap(({ offset, names, tolerance }) =>
  [21, 201, 2001].map((replicates, i) => ({
    name: names[i] as string,
    groups: simonLesage(offset, replicates),
    certified: certifiedSimonLesage(replicates),
    tolerance,
  })),
);

export const NIST_ANOVA: readonly CertifiedAnova[] = [
  {
    name: 'SiRstv',
    groups: [
      [196.3052, 196.124, 196.189, 196.2569, 196.3403],
      [196.3042, 196.3825, 196.1669, 196.3257, 196.0422],
      [196.1303, 196.2005, 196.2889, 196.0343, 196.1811],
      [196.2795, 196.1748, 196.1494, 196.1485, 195.9885],
      [196.2119, 196.1051, 196.185, 196.0052, 196.209],
    ],
    certified: {
      f: 1.18046237440255,
      df1: 4,
      df2: 20,
      sumOfSquaresBetween: 5.11462616e-2,
      sumOfSquaresWithin: 2.1663656e-1,
      etaSquared: 1.90999039051129e-1,
    },
    tolerance: 1e-11,
  },
  {
    name: 'AtmWtAg',
    groups: [
      [
        107.8681568, 107.8681465, 107.8681572, 107.8681785, 107.8681446, 107.8681903, 107.8681526,
        107.8681494, 107.8681616, 107.8681587, 107.8681519, 107.8681486, 107.8681419, 107.8681569,
        107.8681508, 107.8681672, 107.8681385, 107.8681518, 107.8681662, 107.8681424, 107.868136,
        107.8681333, 107.868161, 107.8681477,
      ],
      [
        107.8681079, 107.8681344, 107.8681513, 107.8681197, 107.8681604, 107.8681385, 107.8681642,
        107.8681365, 107.8681151, 107.8681082, 107.8681517, 107.8681448, 107.8681198, 107.8681482,
        107.8681334, 107.8681609, 107.8681101, 107.8681512, 107.8681469, 107.868136, 107.8681254,
        107.8681261, 107.868145, 107.8681368,
      ],
    ],
    certified: {
      f: 15.946733567793,
      df1: 1,
      df2: 46,
      sumOfSquaresBetween: 3.638341875e-9,
      sumOfSquaresWithin: 1.04951729166667e-8,
      etaSquared: 2.57426544538321e-1,
    },
    tolerance: 1e-8,
  },
  ...GENERATED,
];
