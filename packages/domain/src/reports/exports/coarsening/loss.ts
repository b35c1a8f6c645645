/** What was done to one variable; those to which nothing was done are not named. */
export type VariableLoss = {
  readonly variable: string;
  /** How its values are told now; null where they are as they were but for single cells. */
  readonly change: 'bands' | 'merged' | 'withheld' | null;
  /** Cells whose value is told less finely. */
  readonly coarser: number;
  /** Cells whose value is not told. */
  readonly withheld: number;
};

/** What k-anonymity and l-diversity cost a table. */
export type TableLoss = {
  readonly table: string;
  readonly rows: number;
  /** Whether its rows no longer say whose they are. */
  readonly isApart: boolean;
  readonly variables: readonly VariableLoss[];
};
