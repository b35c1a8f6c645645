import { type Node, parseExpression } from '../../parse-expression.ts';
import { NEGATED } from './negated.ts';

/** What an expression has to know of the questions it names. */
export type ItemKinds = ReadonlyMap<string, { type: string; precision?: string | undefined }>;

/** Our expressions have three values and XPath has two: what is true and what is false are written apart. */
type Sides = { isTrue: string; isFalse: string };

/** An expression that XPath as forms use it cannot say as exactly as we mean it. */
class NotSaid extends Error {}

const notSaid = (what: string): never => {
  throw new NotSaid(what);
};

/**
 * A condition as XPath that is true exactly where ours is; null where it cannot be said. An answer that is missing makes ours
 * neither true nor false, and an XForm compares it as an empty text: so every comparison first asks whether there is one.
 */
export function conditionToXPath(source: string, kinds: ItemKinds): string | null {
  return said(() => sidesOf(parseExpression(source), kinds).isTrue);
}

/**
 * A rule between answers as XPath that is false exactly where ours is; `self` is the question that an XForm does not ask while
 * it is empty.
 */
export function constraintToXPath(
  source: string,
  { kinds, self }: { kinds: ItemKinds; self: string },
): string | null {
  return said(() => {
    const { isTrue, isFalse } = sidesOf(parseExpression(source), kinds);
    const names = new Set([...isTrue.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name));
    if (names.size > 1 || !names.has(self)) return `not(${isFalse})`;
    return isTrue.replaceAll(`\${${self}}`, '.');
  });
}

/** A calculated number as XPath. */
export function numberToXPath(source: string, kinds: ItemKinds): string | null {
  return said(() => termOf(parseExpression(source), kinds).text);
}

function said(write: () => string): string | null {
  try {
    return write();
  } catch (error) {
    if (error instanceof NotSaid) return null;
    throw error;
  }
}

function sidesOf(node: Node, kinds: ItemKinds): Sides {
  switch (node.kind) {
    case 'literal':
      if (typeof node.value !== 'boolean') break;
      return { isTrue: `${node.value}()`, isFalse: `${!node.value}()` };
    case 'name':
      if (kinds.get(node.name)?.type !== 'boolean') break;
      return { isTrue: `\${${node.name}} = 'true'`, isFalse: `\${${node.name}} = 'false'` };
    case 'call':
      return called(node, kinds);
    case 'binary':
      return joined(node, kinds);
  }
  return notSaid(node.kind);
}

function called({ of, name }: Node & { kind: 'call' }, kinds: ItemKinds): Sides {
  if (of && name === 'not') {
    const { isTrue, isFalse } = sidesOf(of, kinds);
    return { isTrue: isFalse, isFalse: isTrue };
  }
  const isAnswer = of?.kind === 'name' && kinds.get(of.name)?.type !== 'roster';
  if (isAnswer && (name === 'exists' || name === 'empty')) {
    const [there, gone] = [`\${${of.name}} != ''`, `\${${of.name}} = ''`];
    return name === 'exists' ? { isTrue: there, isFalse: gone } : { isTrue: gone, isFalse: there };
  }
  return notSaid(name);
}

const both = (sign: string, one: string, other: string) => `(${one} ${sign} ${other})`;

function joined({ operator, left, right }: Node & { kind: 'binary' }, kinds: ItemKinds): Sides {
  if (operator === 'and' || operator === 'or' || operator === 'implies') {
    const [a, b] = [sidesOf(left, kinds), sidesOf(right, kinds)];
    if (operator === 'and') {
      return {
        isTrue: both('and', a.isTrue, b.isTrue),
        isFalse: both('or', a.isFalse, b.isFalse),
      };
    }
    const first = operator === 'or' ? a : { isTrue: a.isFalse, isFalse: a.isTrue };
    return {
      isTrue: both('or', first.isTrue, b.isTrue),
      isFalse: both('and', first.isFalse, b.isFalse),
    };
  }
  if (operator === 'contains') return membership(right, left, kinds);
  if (operator === 'in') return membership(left, right, kinds);
  const [a, b] = [termOf(left, kinds), termOf(right, kinds)];
  if (!NEGATED[operator]) return notSaid(operator);
  const known = [...new Set([...a.names, ...b.names])].map((name) => `\${${name}} != ''`);
  const guarded = (sign: string) => {
    const parts = [...known, `${a.text} ${sign} ${b.text}`];
    return parts.length === 1 ? parts[0]! : `(${parts.join(' and ')})`;
  };
  return { isTrue: guarded(operator), isFalse: guarded(NEGATED[operator]) };
}

/** One of several options, or one of those that were ticked. */
function membership(one: Node, many: Node, kinds: ItemKinds): Sides {
  if (many.kind === 'name' && one.kind === 'literal') {
    const ticked = `selected(\${${many.name}}, ${termOf(one, kinds).text})`;
    return { isTrue: ticked, isFalse: `not(${ticked})` };
  }
  const values = literalsIn(many);
  if (one.kind !== 'name') return notSaid('in');
  const tests = values.map((value) => `\${${one.name}} = ${value}`);
  const others = values.map((value) => `\${${one.name}} != ${value}`);
  return {
    isTrue: `(${tests.join(' or ')})`,
    isFalse: `(${[`\${${one.name}} != ''`, ...others].join(' and ')})`,
  };
}

function literalsIn(node: Node): string[] {
  if (node.kind === 'binary' && node.operator === '|') {
    return [...literalsIn(node.left), ...literalsIn(node.right)];
  }
  return node.kind === 'literal' ? [literal(node.value)] : notSaid(node.kind);
}

function literal(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  // XPath 1.0 has no way to write a quotation mark inside the same marks.
  if (value.includes("'")) return value.includes('"') ? notSaid('quotes') : `"${value}"`;
  return `'${value}'`;
}

const SIGNS: Record<string, string> = { '+': '+', '-': '-', '*': '*', '/': 'div', mod: 'mod' };

function termOf(node: Node, kinds: ItemKinds): { text: string; names: string[] } {
  switch (node.kind) {
    case 'literal':
      if (typeof node.value === 'boolean') return { text: `'${node.value}'`, names: [] };
      return { text: literal(node.value), names: [] };
    case 'date':
      // A coarser date is compared as far as it goes, which XPath does not do.
      if (node.value.length < 10) return notSaid('date');
      return { text: `date('${node.value}')`, names: [] };
    case 'name': {
      const item = kinds.get(node.name);
      const isCoarse = item?.type === 'date' && item.precision !== 'day';
      if (!item || isCoarse || item.type === 'multi-choice' || item.type === 'roster')
        return notSaid(node.name);
      return { text: `\${${node.name}}`, names: [node.name] };
    }
    case 'minus': {
      const { text, names } = termOf(node.of, kinds);
      return { text: `-(${text})`, names };
    }
    case 'binary': {
      const sign = SIGNS[node.operator] ?? notSaid(node.operator);
      const [a, b] = [termOf(node.left, kinds), termOf(node.right, kinds)];
      return { text: both(sign, a.text, b.text), names: [...a.names, ...b.names] };
    }
    case 'call': {
      const { of, name } = node;
      if (of === null && name === 'today') return { text: 'today()', names: [] };
      const isRoster = of?.kind === 'name' && kinds.get(of.name)?.type === 'roster';
      if (isRoster && name === 'count') return { text: `count(\${${of.name}})`, names: [] };
      return notSaid(name);
    }
    default:
      return notSaid(node.kind);
  }
}
