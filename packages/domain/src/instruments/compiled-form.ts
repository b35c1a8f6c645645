import type { Answers } from './answers.ts';
import type { ConclusionRule, SignalRule } from './conclusion.ts';
import type { Expression } from './form-bundle.ts';
import type { GroupItem, ItemType, Option, QuestionItem, RosterItem } from './form-item.ts';
import type { FormPackage } from './form-package.ts';
import type { OpenedForm } from './opened-form.ts';

/** One item of a compiled form, in document order; `slot` is its place in `items`. */
export type CompiledItem = {
  slot: number;
  linkId: string;
  type: ItemType;
  item: QuestionItem | RosterItem | GroupItem;
  /** Where it stands in the package, such as `items[3].items[0]`. */
  place: string;
  /** Slots of the group and of the roster it stands in. */
  group: number | null;
  roster: number | null;
  /** Choice and multi-choice, the named list resolved; empty otherwise. */
  options: readonly Option[];
  /** Worked out, never asked. */
  isCalculated: boolean;
  enableWhen: Expression | null;
  calculation: Expression | null;
  constraints: readonly { id: string; severity: 'hard' | 'soft'; expression: Expression }[];
};

/** The conclusions and signals of a form, each condition under the name that `judge` answers by. */
export type CompiledRules = {
  conclusions: readonly { rule: ConclusionRule; tests: readonly string[] }[];
  /** `code`: its condition as a phone gets it; `reads`: the linkIds it reads. */
  signals: readonly {
    rule: SignalRule;
    test: string;
    code: Expression;
    reads: readonly string[];
  }[];
  /** The answers, completed, and beside them what each condition says: true, false, or an absence. */
  judge(answers: Answers): Answers;
};

/** A form package that was understood whole. */
export type CompiledForm = {
  code: string;
  version: string;
  pkg: FormPackage;
  items: readonly CompiledItem[];
  byLinkId: ReadonlyMap<string, CompiledItem>;
  rules: CompiledRules;
  /** Every item has wording in at least one language, so that somebody can answer it. */
  hasText: boolean;
  /** The form without its strings, for validating and normalising on a server (`today`: `YYYY-MM-DD` or null). */
  open(today: string | null): OpenedForm;
};

/** An answer to it may mean danger. */
export const isSafetyItem = ({ item }: Pick<CompiledItem, 'item'>): boolean =>
  'safety' in item && item.safety === true;
