import { quoted } from '../fhir/to-fhirpath.ts';
import { NEGATED } from './negated.ts';
import { parseXPath, type XPath, XPathRefused } from './parse-xpath.ts';

/** What kind of question bears a name: it decides how an answer is compared. */
export type KindOf = ReadonlyMap<string, string>;

type Scope = { kinds: KindOf; self: string };

const refuse = (what: string): never => {
  throw new XPathRefused(what);
};

/**
 * A condition of an XLSForm in our own language, true exactly where it was. XPath takes a missing answer for an empty text, so
 * that `!= 'a'` holds; ours would be silent, and the missing answer is named.
 */
export function conditionFromXPath(source: string, scope: Scope): string {
  return truthOf(parseXPath(source, scope.self), scope);
}

/** A calculation of an XLSForm in our own language. */
export function numberFromXPath(source: string, scope: Scope): string {
  return termOf(parseXPath(source, scope.self), scope).text;
}

/** The parts that must all hold. */
export function conjunctsOf(source: string, self: string): XPath[] {
  const split = (node: XPath): XPath[] =>
    node.kind === 'binary' && node.operator === 'and'
      ? [...split(node.left), ...split(node.right)]
      : [node];
  return split(parseXPath(source, self));
}

export function truthOf(node: XPath, scope: Scope): string {
  if (node.kind === 'call') return called(node, scope, true);
  if (node.kind !== 'binary') return refuse(node.kind);
  const { operator, left, right } = node;
  if (operator === 'and' || operator === 'or') {
    return `(${truthOf(left, scope)} ${operator} ${truthOf(right, scope)})`;
  }
  return compared({ operator, left, right }, scope);
}

function falsityOf(node: XPath, scope: Scope): string {
  if (node.kind === 'call') return called(node, scope, false);
  if (node.kind !== 'binary') return refuse(node.kind);
  const { operator, left, right } = node;
  if (operator === 'and' || operator === 'or') {
    const other = operator === 'and' ? 'or' : 'and';
    return `(${falsityOf(left, scope)} ${other} ${falsityOf(right, scope)})`;
  }
  const isOrder = operator !== '=' && operator !== '!=';
  const turned = compared({ operator: NEGATED[operator]!, left, right }, scope);
  // Of a number that is missing no order holds, and its negation does.
  return isOrder ? orMissing(turned, [left, right], scope) : turned;
}

const orMissing = (test: string, sides: XPath[], scope: Scope) => {
  const names = sides.flatMap((side) => termOf(side, scope).names);
  return names.length === 0
    ? test
    : `(${[...names.map((name) => `${name}.empty()`), test].join(' or ')})`;
};

function called({ name, args }: XPath & { kind: 'call' }, scope: Scope, wanted: boolean): string {
  const [first, second] = args;
  if ((name === 'true' || name === 'false') && args.length === 0) {
    return String((name === 'true') === wanted);
  }
  if (name === 'not' && first && args.length === 1) {
    return wanted ? falsityOf(first, scope) : truthOf(first, scope);
  }
  if (name === 'selected' && first?.kind === 'name' && second?.kind === 'text') {
    const field = known(first.name, scope);
    if (scope.kinds.get(field) !== 'multi-choice') {
      const test = { operator: wanted ? '=' : '!=', left: first, right: second };
      return compared(test, scope);
    }
    const ticked = `${field} contains ${quoted(second.value)}`;
    return wanted ? `(${ticked})` : `(${ticked}).not()`;
  }
  return refuse(name);
}

const known = (name: string, { kinds }: Scope) => (kinds.has(name) ? name : refuse(`\${${name}}`));

function compared(
  { operator, left, right }: { operator: string; left: XPath; right: XPath },
  scope: Scope,
): string {
  if (!NEGATED[operator]) return refuse(operator);
  const isEmpty = (node: XPath) => node.kind === 'text' && node.value === '';
  const field = left.kind === 'name' ? left : right.kind === 'name' ? right : null;
  if (field && (isEmpty(left) || isEmpty(right))) {
    const name = known(field.name, scope);
    return `${name}.${operator === '=' ? 'empty' : 'exists'}()`;
  }
  const kind = field ? scope.kinds.get(known(field.name, scope)) : undefined;
  const [a, b] = [termOf(left, scope, kind), termOf(right, scope, kind)];
  const test = `${a.text} ${operator} ${b.text}`;
  const names = [...a.names, ...b.names];
  if (operator !== '!=' || names.length === 0) return `(${test})`;
  return `(${[...names.map((name) => `${name}.empty()`), test].join(' or ')})`;
}

const SIGNS: Record<string, string> = { '+': '+', '-': '-', '*': '*', div: '/', mod: 'mod' };

/** A value; beside a question, a literal is what that question's answers are. */
function termOf(node: XPath, scope: Scope, beside?: string): { text: string; names: string[] } {
  switch (node.kind) {
    case 'text':
      if (beside === 'boolean') {
        const isTruth = node.value === 'true' || node.value === 'false';
        return { text: isTruth ? node.value : refuse(node.value), names: [] };
      }
      if (beside === 'integer' || beside === 'decimal') {
        return {
          text: /^-?\d+(\.\d+)?$/.test(node.value) ? node.value : refuse(node.value),
          names: [],
        };
      }
      return { text: quoted(node.value), names: [] };
    case 'number':
      return {
        text: beside === 'choice' ? quoted(String(node.value)) : String(node.value),
        names: [],
      };
    case 'name': {
      const name = known(node.name, scope);
      return { text: name, names: [name] };
    }
    case 'minus': {
      const { text, names } = termOf(node.of, scope);
      return { text: `-(${text})`, names };
    }
    case 'binary': {
      const sign = SIGNS[node.operator] ?? refuse(node.operator);
      const [a, b] = [termOf(node.left, scope), termOf(node.right, scope)];
      return { text: `(${a.text} ${sign} ${b.text})`, names: [...a.names, ...b.names] };
    }
    case 'call':
      return calledValue(node, scope);
  }
}

function calledValue({ name, args }: XPath & { kind: 'call' }, scope: Scope) {
  const [first] = args;
  if (name === 'today' && args.length === 0) return { text: 'today()', names: [] };
  if (name === 'date' && first?.kind === 'text' && /^\d{4}-\d\d-\d\d$/.test(first.value)) {
    return { text: `@${first.value}`, names: [] };
  }
  const isCount = first?.kind === 'name' && args.length === 1;
  if (isCount && name === 'count' && scope.kinds.get(first.name) === 'roster') {
    return { text: `${first.name}.count()`, names: [] };
  }
  if (isCount && name === 'count-selected' && scope.kinds.get(first.name) === 'multi-choice') {
    return { text: `${first.name}.count()`, names: [] };
  }
  return refuse(name);
}
