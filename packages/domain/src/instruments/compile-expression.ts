import type { CompiledItem } from './compiled-form.ts';
import type { Expression } from './form-bundle.ts';
import { ExpressionRefused, type Node, parseExpression, type Unit } from './parse-expression.ts';

type Precision = 'day' | 'month' | 'year';

/** What a part of an expression is, besides the code that computes it. */
type Typed =
  | { type: 'boolean' | 'text'; code: Expression }
  | { type: 'number'; code: Expression; isWhole: boolean }
  | { type: 'date'; code: Expression; precision: Precision }
  | { type: 'quantity'; amount: number; unit: Unit }
  /** A text literal: an option's id or a text, as its partner decides. */
  | { type: 'literal'; code: string }
  | { type: 'list'; values: (string | number)[] }
  | { type: 'option' | 'options'; code: Expression; ids: string[] }
  /** The rows of a roster for which `filter` is true; with a column, the values in it. */
  | { type: 'rows'; roster: number; filter: Expression }
  | { type: 'column'; roster: number; filter: Expression; of: Typed };

/** What an expression may yield. */
export type Wanted = 'boolean' | 'whole-number' | 'number' | 'date';

type Context = {
  items: readonly CompiledItem[];
  byLinkId: ReadonlyMap<string, CompiledItem>;
  /** Slot of the roster in whose row the expression stands, or null. */
  roster: number | null;
  /** A conclusion or a signal: it may ask whether she declined to answer, and not which day it is. */
  isRule?: boolean;
};

const PRECISIONS: Record<number, Precision> = { 4: 'year', 7: 'month', 10: 'day' };
const FINER: Record<Unit, Precision[]> = {
  y: ['year', 'month', 'day'],
  m: ['month', 'day'],
  d: ['day'],
};

/**
 * Parses and type-checks an expression and turns it into the code that the engine runs.
 * `reads` are the slots of the items it depends on. Throws `ExpressionRefused` with the position.
 *
 * Functions: `x.exists()`, `x.empty()`, `x.count()`, `flag.not()`, `iif(test, a, b)`, `today()`;
 * ours, not FHIRPath's: `atLeast(n, test, test, ...)`, and in conclusions and signals `x.declined()`, never `today()`;
 * of a roster: `rows.where(test)`, `rows.exists(test)`, `rows.all(test)`, `rows.item.sum()`, `min`, `max`, `avg`.
 */
export function compileExpression(
  source: string,
  wanted: Wanted,
  context: Context,
): { code: Expression; reads: number[] } {
  const reads = new Set<number>();
  const found = typed(parseExpression(source), { ...context, reads });
  const fits =
    found.type === 'number'
      ? wanted === 'number' || (wanted === 'whole-number' && found.isWhole)
      : found.type === wanted;
  if (!fits) throw new ExpressionRefused('wrong-result', 0, { wanted, found: nameOf(found) });
  return { code: (found as { code: Expression }).code, reads: [...reads] };
}

type Scope = Context & { reads: Set<number> };

const nameOf = (part: Typed) =>
  part.type === 'number' && !part.isWhole ? 'decimal number' : part.type;

const refuse = (code: string, at: number, params: Record<string, string | number> = {}): never => {
  throw new ExpressionRefused(code, at, params);
};

function typed(node: Node, scope: Scope): Typed {
  switch (node.kind) {
    case 'literal':
      if (typeof node.value === 'string') return { type: 'literal', code: node.value };
      if (typeof node.value === 'boolean') return { type: 'boolean', code: node.value };
      return { type: 'number', code: node.value, isWhole: Number.isInteger(node.value) };
    case 'date':
      return { type: 'date', code: node.value, precision: PRECISIONS[node.value.length]! };
    case 'quantity':
      return { type: 'quantity', amount: node.amount, unit: node.unit };
    case 'name':
      return named(node, scope);
    case 'member':
      return column(node, scope);
    case 'minus': {
      const of = numberIn(node.of, scope);
      return { type: 'number', code: ['-', 0, of.code], isWhole: of.isWhole };
    }
    case 'binary':
      return binary(node, scope);
    case 'call':
      return called(node, scope);
  }
}

function named({ name, at }: Node & { kind: 'name' }, scope: Scope): Typed {
  const item = scope.byLinkId.get(name) ?? refuse('unknown-item', at, { found: name });
  if (item.roster !== null && item.roster !== scope.roster) {
    refuse('outside-its-roster', at, {
      found: name,
      roster: scope.items[item.roster]!.linkId,
    });
  }
  return readItem(item, at, scope);
}

function readItem(item: CompiledItem, at: number, { reads }: Scope): Typed {
  reads.add(item.slot);
  const code: Expression = ['$', item.slot];
  const ids = item.options.map(({ id }) => id);
  switch (item.item.type) {
    case 'boolean':
    case 'text':
      return { type: item.item.type, code };
    case 'integer':
      return { type: 'number', code, isWhole: true };
    case 'decimal':
      return { type: 'number', code, isWhole: false };
    case 'date':
      return { type: 'date', code, precision: item.item.precision };
    case 'choice':
      return { type: 'option', code, ids };
    case 'multi-choice':
      return { type: 'options', code, ids };
    case 'roster':
      return { type: 'rows', roster: item.slot, filter: true };
    default:
      return refuse('has-no-answer', at, { found: item.linkId });
  }
}

function column({ of, name, at }: Node & { kind: 'member' }, scope: Scope): Typed {
  const rows = typed(of, scope);
  if (rows.type !== 'rows') return refuse('not-a-roster', of.at, { found: nameOf(rows) });
  const item = scope.byLinkId.get(name);
  if (item?.roster !== rows.roster) return refuse('not-in-roster', at, { found: name });
  return { ...rows, type: 'column', of: readItem(item, at, scope) };
}

function booleanIn(node: Node, scope: Scope): Expression {
  const part = typed(node, scope);
  if (part.type !== 'boolean') {
    return refuse('wanted-true-or-false', node.at, { found: nameOf(part) });
  }
  return part.code;
}

function numberIn(node: Node, scope: Scope): Typed & { type: 'number' } {
  const part = typed(node, scope);
  if (part.type !== 'number') return refuse('wanted-number', node.at, { found: nameOf(part) });
  return part;
}

const truth = (code: Expression): Typed => ({ type: 'boolean', code });

function binary(node: Node & { kind: 'binary' }, scope: Scope): Typed {
  const { operator, left, right } = node;
  switch (operator) {
    case 'and':
    case 'or':
      return truth([operator, booleanIn(left, scope), booleanIn(right, scope)]);
    case 'implies':
      return truth(['or', ['not', booleanIn(left, scope)], booleanIn(right, scope)]);
    case '|':
      return union(node, scope);
    case 'in':
      return membership(left, right, scope);
    case 'contains':
      return membership(right, left, scope);
    case '+':
    case '-':
    case '*':
    case '/':
    case 'div':
    case 'mod':
      return arithmetic(node, scope);
    default:
      return comparison(node, scope);
  }
}

function arithmetic({ operator, left, right, at }: Node & { kind: 'binary' }, scope: Scope): Typed {
  const a = typed(left, scope);
  if (a.type === 'date' && (operator === '+' || operator === '-')) {
    const b = typed(right, scope);
    if (b.type !== 'quantity') return refuse('wanted-quantity', right.at, { found: nameOf(b) });
    if (!FINER[b.unit].includes(a.precision)) refuse('date-too-coarse', at);
    const amount = operator === '+' ? b.amount : -b.amount;
    return { ...a, code: ['move', a.code, amount, b.unit] };
  }
  const [x, y] = [numberIn(left, scope), numberIn(right, scope)];
  const isWhole = operator === 'div' || (operator !== '/' && x.isWhole && y.isWhole);
  return { type: 'number', code: [operator, x.code, y.code], isWhole };
}

function union(node: Node & { kind: 'binary' }, scope: Scope): Typed {
  const values = [node.left, node.right].flatMap((part) => {
    const of = typed(part, scope);
    if (of.type === 'list') return of.values;
    if (of.type === 'literal') return [of.code];
    if (of.type === 'number' && typeof of.code === 'number') return [of.code];
    return refuse('list-of-literals-only', part.at, { found: nameOf(of) });
  });
  if (new Set(values.map((value) => typeof value)).size > 1) refuse('list-is-mixed', node.at);
  return { type: 'list', values };
}

/** `one` in `many`. */
function membership(one: Node, many: Node, scope: Scope): Typed {
  const [a, b] = [typed(one, scope), typed(many, scope)];
  if (b.type === 'options') {
    if (a.type === 'literal') requireOption(a.code, b.ids, one.at);
    else if (a.type !== 'option') return refuse('wanted-option', one.at, { found: nameOf(a) });
    else requireSharedOption(a.ids, b.ids, one.at);
    return truth(['in', a.code, b.code]);
  }
  const values = b.type === 'list' ? b.values : b.type === 'literal' ? [b.code] : null;
  if (!values) return refuse('wanted-list', many.at, { found: nameOf(b) });
  const wanted = typeof values[0] === 'number' ? 'number' : 'text';
  if (a.type === 'option' && wanted === 'text') {
    for (const value of values) requireOption(value as string, a.ids, many.at);
  } else if (a.type !== wanted) {
    return refuse('cannot-compare', many.at, { left: nameOf(a), right: `list of ${wanted}` });
  }
  return truth(['in', (a as { code: Expression }).code, ['list', ...values]]);
}

function requireOption(id: string, ids: string[], at: number) {
  if (!ids.includes(id)) refuse('unknown-option', at, { found: id, options: ids.join(', ') });
}

function requireSharedOption(a: string[], b: string[], at: number) {
  if (!a.some((id) => b.includes(id))) refuse('no-option-in-common', at);
}

function comparison({ operator, left, right, at }: Node & { kind: 'binary' }, scope: Scope): Typed {
  const [a, b] = [typed(left, scope), typed(right, scope)];
  if (a.type === 'date' && b.type === 'date') return truth([operator, ['~', a.code, b.code], 0]);
  if (a.type === 'number' && b.type === 'number') return truth([operator, a.code, b.code]);
  if (operator === '=' || operator === '!=') {
    const same = (x: Typed, y: Typed) => {
      if (x.type === 'option' && y.type === 'literal') requireOption(y.code, x.ids, right.at);
      else if (x.type === 'option' && y.type === 'option') requireSharedOption(x.ids, y.ids, at);
      else if (x.type !== 'text' && x.type !== 'boolean') return false;
      else if (y.type !== x.type && !(x.type === 'text' && y.type === 'literal')) return false;
      return true;
    };
    if (same(a, b) || same(b, a)) {
      return truth([operator, (a as { code: Expression }).code, (b as { code: Expression }).code]);
    }
  }
  return refuse('cannot-compare', at, { operator, left: nameOf(a), right: nameOf(b) });
}

function called(node: Node & { kind: 'call' }, scope: Scope): Typed {
  const { of, name, args, at } = node;
  const arity = (wanted: number) => {
    if (args.length !== wanted) refuse('wrong-arguments', at, { found: name, wanted });
  };
  if (of === null) {
    // What is concluded from answers is the same on every day.
    if (name === 'today' && !scope.isRule) {
      arity(0);
      return { type: 'date', code: ['today'], precision: 'day' };
    }
    if (name === 'iif') {
      arity(3);
      return choice(node, scope);
    }
    if (name === 'atLeast') return atLeast(node, scope);
    return refuse('function-not-supported', at, { found: name });
  }
  const target = typed(of, scope);
  if (target.type === 'rows' || target.type === 'column') {
    return aggregated(node, { target, scope, arity });
  }
  arity(0);
  if (!('code' in target)) return refuse('function-not-supported', at, { found: name });
  switch (name) {
    case 'exists':
      return truth(['?', target.code]);
    case 'empty':
      return truth(['not', ['?', target.code]]);
    case 'count':
      return { type: 'number', code: ['#', target.code], isWhole: true };
    case 'not':
      return truth(['not', booleanIn(of, scope)]);
    case 'declined': {
      if (of.kind !== 'name' || !scope.isRule) break;
      return truth(['x', scope.byLinkId.get(of.name)!.slot]);
    }
  }
  return refuse('function-not-supported', at, { found: name });
}

/**
 * That at least so many of the tests hold, put together of `and` and `or` alone, so that the engine needs to know nothing
 * new. It is true as soon as enough hold, false once the rest cannot suffice, and nothing while missing answers could
 * decide.
 */
function atLeast({ args, at }: Node & { kind: 'call' }, scope: Scope): Typed {
  const [wanted, ...tests] = args;
  const count = wanted?.kind === 'literal' ? wanted.value : null;
  const isCount = typeof count === 'number' && Number.isInteger(count) && count >= 1;
  // With more tests it would grow beyond reason.
  if (!isCount || count > tests.length || tests.length > 12) {
    return refuse('wrong-arguments', at, { found: 'atLeast', wanted: 'n, then n to 12 tests' });
  }
  const codes = tests.map((test) => booleanIn(test, scope));
  const among = (needed: number, from: number): Expression => {
    if (needed === 0) return true;
    if (codes.length - from < needed) return false;
    const code = codes[from]!;
    const [withIt, withoutIt] = [among(needed - 1, from + 1), among(needed, from + 1)];
    const both: Expression = withIt === true ? code : ['and', code, withIt];
    return withoutIt === false ? both : ['or', both, withoutIt];
  };
  return truth(among(count, 0));
}

function choice({ args, at }: Node & { kind: 'call' }, scope: Scope): Typed {
  const test = booleanIn(args[0]!, scope);
  const [a, b] = [typed(args[1]!, scope), typed(args[2]!, scope)];
  if (a.type === 'number' && b.type === 'number') {
    return { type: 'number', code: ['if', test, a.code, b.code], isWhole: a.isWhole && b.isWhole };
  }
  if (a.type === 'boolean' && b.type === 'boolean') return truth(['if', test, a.code, b.code]);
  return refuse('cannot-choose-between', at, { left: nameOf(a), right: nameOf(b) });
}

function aggregated(
  { name, args, at }: Node & { kind: 'call' },
  {
    target,
    scope,
    arity,
  }: {
    target: Typed & { type: 'rows' | 'column' };
    scope: Scope;
    arity: (wanted: number) => void;
  },
): Typed {
  const { roster, filter } = target;
  const both = (extra: Expression): Expression =>
    filter === true ? extra : extra === true ? filter : ['and', filter, extra];
  const count = (extra: Expression): Expression => ['n', roster, true, both(extra)];
  const inRow = () => booleanIn(args[0]!, { ...scope, roster });

  if (target.type === 'rows') {
    switch (name) {
      case 'where':
        arity(1);
        return { ...target, filter: both(inRow()) };
      case 'all':
        arity(1);
        return truth(['=', count(inRow()), count(true)]);
      case 'exists':
        if (args.length > 0) arity(1);
        return truth(['>', count(args.length > 0 ? inRow() : true), 0]);
    }
  }
  arity(0);
  const isThere = target.type === 'column' ? ['?', (target.of as { code: Expression }).code] : true;
  switch (name) {
    case 'exists':
      return truth(['>', count(isThere), 0]);
    case 'empty':
      return truth(['=', count(isThere), 0]);
    case 'count':
      return { type: 'number', code: count(isThere), isWhole: true };
    case 'sum':
    case 'min':
    case 'max':
    case 'avg': {
      if (target.type !== 'column' || target.of.type !== 'number') {
        return refuse('wanted-number', at, { found: nameOf(target) });
      }
      const isWhole = name !== 'avg' && target.of.isWhole;
      return { type: 'number', code: [name, roster, target.of.code, filter], isWhole };
    }
    default:
      return refuse('function-not-supported', at, { found: name });
  }
}
