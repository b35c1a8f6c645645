/**
 * NIST Statistical Reference Datasets, linear regression (public domain):
 * https://www.itl.nist.gov/div898/strd/lls/lls.shtml. Certified to 15 digits for the decimal numbers as
 * printed; every certified deviation is that of an estimate. `tolerance` states what double precision
 * reaches; Filip, ten powers of one variable, is kept whole only below R's usual tolerance of collinearity.
 */
export type CertifiedRegression = {
  readonly name: string;
  readonly outcome: readonly number[];
  /** The predictors, or the powers of the only one. */
  readonly columns: ReadonlyArray<readonly number[]>;
  readonly hasIntercept: boolean;
  readonly estimates: readonly number[];
  readonly standardErrors: readonly number[];
  readonly residualStandardDeviation: number;
  readonly rSquared: number;
  /** `null` where it is infinite. */
  readonly f: number | null;
  readonly tolerance: number;
};

const powers = (x: readonly number[], degree: number) =>
  Array.from({ length: degree }, (_, i) => x.map((value) => value ** (i + 1)));

/** R. H. Wampler, Journal of the American Statistical Association 65 (1970): a polynomial, and disturbances. */
const UP_TO_TWENTY = Array.from({ length: 21 }, (_, i) => i);
const POLYNOMIAL = UP_TO_TWENTY.map((x) => 1 + x + x ** 2 + x ** 3 + x ** 4 + x ** 5);
const DISTURBANCES = [
  759, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 1838, -2048, 2048,
  -2048, 2523, -2048, 2048, -2048, 759,
];
const ONES = [1, 1, 1, 1, 1, 1];
const ZEROS = [0, 0, 0, 0, 0, 0];
const WAMPLER_ERRORS = [
  2152.3262467817, 2363.55173469681, 779.343524331583, 101.47550755035, 5.64566512170752,
  0.112324854679312,
];

function wampler(
  name: string,
  scale: number,
  rest: { rSquared: number; f: number; tolerance: number },
) {
  return {
    name,
    outcome: POLYNOMIAL.map((value, i) => value + scale * (DISTURBANCES[i] as number)),
    columns: powers(UP_TO_TWENTY, 5),
    hasIntercept: true,
    estimates: ONES,
    standardErrors: WAMPLER_ERRORS.map((error) => scale * error),
    residualStandardDeviation: scale * 2360.14502379268,
    ...rest,
  };
}

const LOADS = Array.from({ length: 40 }, (_, i) => 150_000 * ((i % 20) + 1));
const FILIP_X = [
  -6.860120914, -4.324130045, -4.358625055, -4.358426747, -6.955852379, -6.661145254, -6.355462942,
  -6.118102026, -7.115148017, -6.815308569, -6.519993057, -6.204119983, -5.853871964, -6.109523091,
  -5.79832982, -5.482672118, -5.171791386, -4.851705903, -4.517126416, -4.143573228, -3.709075441,
  -3.499489089, -6.300769497, -5.953504836, -5.642065153, -5.031376979, -4.680685696, -4.329846955,
  -3.928486195, -8.56735134, -8.363211311, -8.107682739, -7.823908741, -7.522878745, -7.218819279,
  -6.920818754, -6.628932138, -6.323946875, -5.991399828, -8.781464495, -8.663140179, -8.473531488,
  -8.247337057, -7.971428747, -7.676129393, -7.352812702, -7.072065318, -6.774174009, -6.478861916,
  -6.159517513, -6.835647144, -6.53165267, -6.224098421, -5.910094889, -5.598599459, -5.290645224,
  -4.974284616, -4.64454848, -4.290560426, -3.885055584, -3.408378962, -3.13200249, -8.726767166,
  -8.66695597, -8.511026475, -8.165388579, -7.886056648, -7.588043762, -7.283412422, -6.995678626,
  -6.691862621, -6.392544977, -6.067374056, -6.684029655, -6.378719832, -6.065855188, -5.752272167,
  -5.132414673, -4.811352704, -4.098269308, -3.66174277, -3.2644011,
];
const FILIP_Y = [
  0.8116, 0.9072, 0.9052, 0.9039, 0.8053, 0.8377, 0.8667, 0.8809, 0.7975, 0.8162, 0.8515, 0.8766,
  0.8885, 0.8859, 0.8959, 0.8913, 0.8959, 0.8971, 0.9021, 0.909, 0.9139, 0.9199, 0.8692, 0.8872,
  0.89, 0.891, 0.8977, 0.9035, 0.9078, 0.7675, 0.7705, 0.7713, 0.7736, 0.7775, 0.7841, 0.7971,
  0.8329, 0.8641, 0.8804, 0.7668, 0.7633, 0.7678, 0.7697, 0.77, 0.7749, 0.7796, 0.7897, 0.8131,
  0.8498, 0.8741, 0.8061, 0.846, 0.8751, 0.8856, 0.8919, 0.8934, 0.894, 0.8957, 0.9047, 0.9129,
  0.9209, 0.9219, 0.7739, 0.7681, 0.7665, 0.7703, 0.7702, 0.7761, 0.7809, 0.7961, 0.8253, 0.8602,
  0.8809, 0.8301, 0.8664, 0.8834, 0.8898, 0.8964, 0.8963, 0.9074, 0.9119, 0.9228,
];

export const NIST_REGRESSION: readonly CertifiedRegression[] = [
  {
    name: 'Longley',
    outcome: [
      60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655,
      69564, 69331, 70551,
    ],
    columns: [
      [
        83, 88.5, 88.2, 89.5, 96.2, 98.1, 99, 100, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7,
        116.9,
      ],
      [
        234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769,
        444546, 482704, 502601, 518173, 554894,
      ],
      [
        2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806,
        4007,
      ],
      [
        1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798, 2637, 2552, 2514, 2572,
        2827,
      ],
      [
        107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219, 117388, 118734, 120445,
        121950, 123366, 125368, 127852, 130081,
      ],
      Array.from({ length: 16 }, (_, i) => 1947 + i),
    ],
    hasIntercept: true,
    estimates: [
      -3482258.63459582, 15.0618722713733, -0.035819179292591, -2.02022980381683, -1.03322686717359,
      -0.0511041056535807, 1829.15146461355,
    ],
    standardErrors: [
      890420.383607373, 84.9149257747669, 0.0334910077722432, 0.488399681651699, 0.214274163161675,
      0.22607320006937, 455.478499142212,
    ],
    residualStandardDeviation: 304.854073561965,
    rSquared: 0.995479004577296,
    f: 330.285339234588,
    tolerance: 1e-11,
  },
  {
    name: 'Norris',
    outcome: [
      0.1, 338.8, 118.1, 888, 9.2, 228.1, 668.5, 998.5, 449.1, 778.9, 559.2, 0.3, 0.1, 778.1, 668.8,
      339.3, 448.9, 10.8, 557.7, 228.3, 998, 888.8, 119.6, 0.3, 0.6, 557.6, 339.3, 888, 998.5,
      778.9, 10.2, 117.6, 228.9, 668.4, 449.2, 0.2,
    ],
    columns: [
      [
        0.2, 337.4, 118.2, 884.6, 10.1, 226.5, 666.3, 996.3, 448.6, 777, 558.2, 0.4, 0.6, 775.5,
        666.9, 338, 447.5, 11.6, 556, 228.1, 995.8, 887.6, 120.2, 0.3, 0.3, 556.8, 339.1, 887.2,
        999, 779, 11.1, 118.3, 229.2, 669.1, 448.9, 0.5,
      ],
    ],
    hasIntercept: true,
    estimates: [-0.262323073774029, 1.00211681802045],
    standardErrors: [0.232818234301152, 0.000429796848199937],
    residualStandardDeviation: 0.884796396144373,
    rSquared: 0.999993745883712,
    f: 5436385.54079785,
    tolerance: 1e-11,
  },
  {
    name: 'Pontius',
    outcome: [
      0.11019, 0.21956, 0.32949, 0.43899, 0.54803, 0.65694, 0.76562, 0.87487, 0.98292, 1.09146,
      1.20001, 1.30822, 1.41599, 1.52399, 1.63194, 1.73947, 1.84646, 1.95392, 2.06128, 2.16844,
      0.11052, 0.22018, 0.32939, 0.43886, 0.54798, 0.65739, 0.76596, 0.87474, 0.983, 1.0915,
      1.20004, 1.30818, 1.41613, 1.52408, 1.63159, 1.73965, 1.84696, 1.95445, 2.06177, 2.16829,
    ],
    columns: powers(LOADS, 2),
    hasIntercept: true,
    estimates: [0.000673565789473684, 7.32059160401003e-7, -3.16081871345029e-15],
    standardErrors: [0.000107938612033077, 1.57817399981659e-10, 4.86652849992036e-17],
    residualStandardDeviation: 0.000205177424076185,
    rSquared: 0.999999900178537,
    f: 185330865.995752,
    tolerance: 1e-10,
  },
  {
    name: 'NoInt1',
    outcome: Array.from({ length: 11 }, (_, i) => 130 + i),
    columns: [Array.from({ length: 11 }, (_, i) => 60 + i)],
    hasIntercept: false,
    estimates: [2.07438016528926],
    standardErrors: [0.0165289256198347],
    residualStandardDeviation: 3.56753034006338,
    rSquared: 0.999365492298663,
    f: 15750.25,
    tolerance: 1e-12,
  },
  {
    name: 'NoInt2',
    outcome: [3, 4, 4],
    columns: [[4, 5, 6]],
    hasIntercept: false,
    estimates: [0.727272727272727],
    standardErrors: [0.0420827318078432],
    residualStandardDeviation: 0.369274472937998,
    rSquared: 0.993348115299335,
    f: 298.6666666666667,
    tolerance: 1e-12,
  },
  {
    name: 'Filip',
    outcome: FILIP_Y,
    columns: powers(FILIP_X, 10),
    hasIntercept: true,
    estimates: [
      -1467.4896142298, -2772.17959193342, -2316.37108160893, -1127.97394098372, -354.478233703349,
      -75.1242017393757, -10.8753180355343, -1.06221498588947, -0.0670191154593408,
      -0.00246781078275479, -0.0000402962525080404,
    ],
    standardErrors: [
      298.084530995537, 559.77986547495, 466.477572127796, 227.204274477751, 71.6478660875927,
      15.28971787474, 2.23691159816033, 0.221624321934227, 0.0142363763154724, 0.000535617408889821,
      0.00000896632837373868,
    ],
    residualStandardDeviation: 0.00334801051324544,
    rSquared: 0.99672741618562,
    f: 2162.43954511489,
    tolerance: 1e-7,
  },
  {
    name: 'Wampler1',
    outcome: POLYNOMIAL,
    columns: powers(UP_TO_TWENTY, 5),
    hasIntercept: true,
    estimates: ONES,
    standardErrors: ZEROS,
    residualStandardDeviation: 0,
    rSquared: 1,
    f: null,
    tolerance: 1e-8,
  },
  {
    name: 'Wampler2',
    outcome: UP_TO_TWENTY.map((x) =>
      Number([0, 1, 2, 3, 4, 5].reduce((sum, i) => sum + (x / 10) ** i, 0).toFixed(5)),
    ),
    columns: powers(UP_TO_TWENTY, 5),
    hasIntercept: true,
    estimates: [1, 0.1, 0.01, 0.001, 0.0001, 0.00001],
    standardErrors: ZEROS,
    residualStandardDeviation: 0,
    rSquared: 1,
    f: null,
    tolerance: 1e-10,
  },
  wampler('Wampler3', 1, { rSquared: 0.99999555902582, f: 675524.458240122, tolerance: 1e-8 }),
  wampler('Wampler4', 100, { rSquared: 0.957478440825662, f: 67.5524458240122, tolerance: 1e-8 }),
  wampler('Wampler5', 10_000, {
    rSquared: 0.0022466892157494,
    f: 0.00675524458240122,
    tolerance: 1e-6,
  }),
];
