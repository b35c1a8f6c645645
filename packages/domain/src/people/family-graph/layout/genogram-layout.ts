import type { Care, GraphPerson, Parentage, Union } from '../family-graph.ts';
import type { Couple, Descent } from './family.ts';
import type { Label } from './placement.ts';
import type { Point } from './sizes.ts';

/** A person in the drawing: `x` and `y` are the middle of the symbol. */
export type Box = {
  readonly person: GraphPerson;
  readonly row: number;
  readonly x: number;
  readonly y: number;
  readonly label: Label;
};

/** Words beside a line; `y` is the middle of the last of them. */
export type LineWords = {
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
  readonly width: number;
};

export type UnionLine = {
  readonly kind: 'union';
  readonly key: string;
  readonly couple: Couple;
  /** None where only a child tells of the two. */
  readonly union: Union | null;
  readonly points: readonly Point[];
  readonly words: LineWords | null;
};

export type DescentLine = {
  readonly kind: 'descent';
  readonly key: string;
  readonly descent: Descent;
  /** From the parents to where the children part. */
  readonly trunk: readonly (readonly Point[])[];
  readonly drops: readonly {
    readonly child: string;
    readonly parentages: readonly Parentage[];
    readonly points: readonly Point[];
  }[];
};

export type CareLine = {
  readonly kind: 'care';
  readonly key: string;
  readonly care: Care;
  /** From the carer to the child. */
  readonly points: readonly Point[];
  readonly words: LineWords | null;
};

export type GenogramLine = UnionLine | DescentLine | CareLine;

/** Where everything of a genogram stands. */
export type GenogramLayout = {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly lines: readonly GenogramLine[];
};
