/**
 * NIST Statistical Reference Datasets, univariate summary statistics (public domain):
 * https://www.itl.nist.gov/div898/strd/univ/homepage.html. Certified to 15 digits for the decimal
 * numbers as printed; where the doubles nearest to them differ from these in their last digits
 * (NumAcc3, NumAcc4), the SD can only agree as far as the data do, which `tolerance` states. PiDigits
 * is left out: its certified mean, 4.5348, is not that of the first 5,000 digits of pi (4.5358), so the
 * numbers could not be made here but would have to be carried along, slip included.
 */
export type CertifiedUnivariate = {
  readonly name: string;
  readonly values: readonly number[];
  readonly mean: number;
  readonly standardDeviation: number;
  readonly tolerance: number;
};

const LEW = `
-213 -564 -35 -15 141 115 -420 -360 203 -338 -431 194 -220 -513 154 -125 -559 92 -21 -579 -52 99 -543
-175 162 -457 -346 204 -300 -474 164 -107 -572 -8 83 -541 -224 180 -420 -374 201 -236 -531 83 27 -564
-112 131 -507 -254 199 -311 -495 143 -46 -579 -90 136 -472 -338 202 -287 -477 169 -124 -568 17 48 -568
-135 162 -430 -422 172 -74 -577 -13 92 -534 -243 194 -355 -465 156 -81 -578 -64 139 -449 -384 193 -198
-538 110 -44 -577 -6 66 -552 -164 161 -460 -344 205 -281 -504 134 -28 -576 -118 156 -437 -381 200 -220
-540 83 11 -568 -160 172 -414 -408 188 -125 -572 -32 139 -492 -321 205 -262 -504 142 -83 -574 0 48
-571 -106 137 -501 -266 190 -391 -406 194 -186 -553 83 -13 -577 -49 103 -515 -280 201 300 -506 131
-45 -578 -80 138 -462 -361 201 -211 -554 32 74 -533 -235 187 -372 -442 182 -147 -566 25 68 -535 -244
194 -351 -463 174 -125 -570 15 72 -550 -190 172 -424 -385 198 -218 -536 96`;

const LOTTERY = `
162 671 933 414 788 730 817 33 536 875 670 236 473 167 877 980 316 950 456 92 517 557 956 954 104 178
794 278 147 773 437 435 502 610 582 780 689 562 964 791 28 97 848 281 858 538 660 972 671 613 867 448
738 966 139 636 847 659 754 243 122 455 195 968 793 59 730 361 574 522 97 762 431 158 429 414 22 629
788 999 187 215 810 782 47 34 108 986 25 644 829 630 315 567 919 331 207 412 242 607 668 944 749 168
864 442 533 805 372 63 458 777 416 340 436 140 919 350 510 572 905 900 85 389 473 758 444 169 625 692
140 897 672 288 312 860 724 226 884 508 976 741 476 417 831 15 318 432 241 114 799 955 833 358 935 146
630 830 440 642 356 373 271 715 367 393 190 669 8 861 108 795 269 590 326 866 64 523 862 840 219 382
998 4 628 305 747 247 34 747 729 645 856 974 24 568 24 694 608 480 410 729 947 293 53 930 223 203 677
227 62 455 387 318 562 242 428 968`;

const MAVRO = `
2.00180 2.00170 2.00180 2.00190 2.00180 2.00170 2.00150 2.00140 2.00150 2.00150 2.00170 2.00180
2.00180 2.00190 2.00190 2.00210 2.00200 2.00160 2.00140 2.00130 2.00130 2.00150 2.00150 2.00160
2.00150 2.00140 2.00130 2.00140 2.00150 2.00140 2.00150 2.00160 2.00150 2.00160 2.00190 2.00200
2.00200 2.00210 2.00220 2.00230 2.00240 2.00250 2.00270 2.00260 2.00260 2.00260 2.00270 2.00260
2.00250 2.00240`;

const MICHELSON = `
299.85 299.74 299.90 300.07 299.93 299.85 299.95 299.98 299.98 299.88 300.00 299.98 299.93 299.65
299.76 299.81 300.00 300.00 299.96 299.96 299.96 299.94 299.96 299.94 299.88 299.80 299.85 299.88
299.90 299.84 299.83 299.79 299.81 299.88 299.88 299.83 299.80 299.79 299.76 299.80 299.88 299.88
299.88 299.86 299.72 299.72 299.62 299.86 299.97 299.95 299.88 299.91 299.85 299.87 299.84 299.84
299.85 299.84 299.84 299.84 299.89 299.81 299.81 299.82 299.80 299.77 299.76 299.74 299.75 299.76
299.91 299.92 299.89 299.86 299.88 299.72 299.84 299.85 299.85 299.78 299.89 299.84 299.78 299.81
299.76 299.81 299.79 299.81 299.82 299.85 299.87 299.87 299.81 299.74 299.81 299.94 299.95 299.80
299.81 299.87`;

const numbers = (text: string) => text.trim().split(/\s+/).map(Number);

/** One value, then a thousand that go one step below and above it in turn. */
function alternating(first: number, below: number, above: number): number[] {
  return [first, ...Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? below : above))];
}

export const NIST_UNIVARIATE: readonly CertifiedUnivariate[] = [
  {
    name: 'Lottery',
    values: numbers(LOTTERY),
    mean: 518.95871559633,
    standardDeviation: 291.699727470969,
    tolerance: 1e-14,
  },
  {
    name: 'Lew',
    values: numbers(LEW),
    mean: -177.435,
    standardDeviation: 277.332168044316,
    tolerance: 1e-14,
  },
  {
    name: 'Mavro',
    values: numbers(MAVRO),
    mean: 2.001856,
    standardDeviation: 0.000429123454003053,
    tolerance: 1e-12,
  },
  {
    name: 'Michelso',
    values: numbers(MICHELSON),
    mean: 299.8524,
    standardDeviation: 0.0790105478190518,
    tolerance: 1e-12,
  },
  {
    name: 'NumAcc1',
    values: [10000001, 10000003, 10000002],
    mean: 10000002,
    standardDeviation: 1,
    tolerance: 1e-14,
  },
  {
    name: 'NumAcc2',
    values: alternating(1.2, 1.1, 1.3),
    mean: 1.2,
    standardDeviation: 0.1,
    tolerance: 1e-14,
  },
  {
    name: 'NumAcc3',
    values: alternating(1000000.2, 1000000.1, 1000000.3),
    mean: 1000000.2,
    standardDeviation: 0.1,
    tolerance: 1e-9,
  },
  {
    name: 'NumAcc4',
    values: alternating(10000000.2, 10000000.1, 10000000.3),
    mean: 10000000.2,
    standardDeviation: 0.1,
    tolerance: 1e-7,
  },
];
