/**
 * Reads the FHIRPath-like expressions of a form package into a tree. Syntax and precedence are FHIRPath's
 * (N1 specification, "Operator precedence"); what the subset leaves out is refused with its position.
 *
 * Names are linkIds. Literals: numbers, 'text', true, false, @2019-05-17 (or @2019-05, @2019), 18 years.
 * Operators: implies, or, and, in, contains, =, !=, <, <=, >, >=, |, +, -, *, /, div, mod.
 * Functions are listed in `compile-expression.ts`.
 */

export type Unit = 'y' | 'm' | 'd';

/** A part of an expression; `at` is the position of its first character, from 0. */
export type Node = { at: number } & (
  | { kind: 'literal'; value: number | string | boolean }
  | { kind: 'date'; value: string }
  | { kind: 'quantity'; amount: number; unit: Unit }
  | { kind: 'name'; name: string }
  | { kind: 'member'; of: Node; name: string }
  | { kind: 'call'; of: Node | null; name: string; args: Node[] }
  | { kind: 'minus'; of: Node }
  | { kind: 'binary'; operator: string; left: Node; right: Node }
);

/** Why an expression is refused, and at which character. */
export class ExpressionRefused extends Error {
  readonly code: string;
  readonly position: number;
  readonly params: Record<string, string | number>;

  constructor(code: string, position: number, params: Record<string, string | number> = {}) {
    super(code);
    this.code = code;
    this.position = position;
    this.params = params;
  }
}

type Token = {
  kind: 'name' | 'number' | 'text' | 'date' | 'sign' | 'end';
  text: string;
  at: number;
};

const TOKEN =
  /(?<name>[A-Za-z_][A-Za-z0-9_]*)|(?<number>\d+(?:\.\d+)?)|(?<text>'(?:[^'\\]|\\.)*')|(?<date>@[0-9T:.Z+-]*)|(?<sign><=|>=|!=|!~|[=<>~+\-*/&|().,[\]{}%$])/y;

function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (true) {
    while (/\s/.test(source[at] ?? '')) at++;
    if (at >= source.length) break;
    TOKEN.lastIndex = at;
    const groups = TOKEN.exec(source)?.groups;
    const found = Object.entries(groups ?? {}).find(([, text]) => text !== undefined);
    if (!found) {
      const isText = source[at] === "'";
      throw new ExpressionRefused(isText ? 'text-not-closed' : 'unknown-character', at, {
        found: source[at]!,
      });
    }
    tokens.push({ kind: found[0] as Token['kind'], text: found[1]!, at });
    at += found[1]!.length;
  }
  return [...tokens, { kind: 'end', text: '', at: source.length }];
}

/** How tightly each operator of FHIRPath binds, those that we refuse among them. */
const BINDING: Record<string, number> = {
  implies: 1,
  or: 2,
  xor: 2,
  and: 3,
  in: 4,
  contains: 4,
  '=': 5,
  '!=': 5,
  '~': 5,
  '!~': 5,
  '<': 6,
  '<=': 6,
  '>': 6,
  '>=': 6,
  '|': 7,
  is: 8,
  as: 8,
  '+': 9,
  '-': 9,
  '&': 9,
  '*': 10,
  '/': 10,
  div: 10,
  mod: 10,
};

const REFUSED_OPERATORS = ['xor', '~', '!~', 'is', 'as', '&'];
const UNARY = 11;

const UNITS: Record<string, [unit: Unit, times: number]> = {
  year: ['y', 1],
  years: ['y', 1],
  month: ['m', 1],
  months: ['m', 1],
  week: ['d', 7],
  weeks: ['d', 7],
  day: ['d', 1],
  days: ['d', 1],
};

/** The tree of an expression. Throws `ExpressionRefused` naming the position of what it does not understand. */
export function parseExpression(source: string): Node {
  const tokens = tokensOf(source);
  let next = 0;
  const peek = () => tokens[next]!;
  const take = () => tokens[next++]!;
  const refuse = (code: string, { at, text }: Token): never => {
    throw new ExpressionRefused(code, at, { found: text });
  };
  const expect = (sign: string) => {
    const token = take();
    if (token.kind !== 'sign' || token.text !== sign) {
      throw new ExpressionRefused('expected', token.at, { expected: sign, found: token.text });
    }
  };

  const binary = (loosest: number): Node => {
    let left = unary();
    while (true) {
      const token = peek();
      const isOperator = token.kind === 'sign' || token.kind === 'name';
      const binding = isOperator ? BINDING[token.text] : undefined;
      if (binding === undefined || binding < loosest) return left;
      if (REFUSED_OPERATORS.includes(token.text)) refuse('operator-not-supported', token);
      take();
      const right = binary(binding + 1);
      left = { kind: 'binary', at: token.at, operator: token.text, left, right };
    }
  };

  const unary = (): Node => {
    const token = peek();
    if (token.kind === 'sign' && (token.text === '-' || token.text === '+')) {
      take();
      const of = binary(UNARY);
      return token.text === '-' ? { kind: 'minus', at: token.at, of } : of;
    }
    return postfix();
  };

  const postfix = (): Node => {
    let of = primary();
    while (true) {
      const token = peek();
      if (token.text === '[') refuse('index-not-supported', token);
      if (token.text !== '.') return of;
      take();
      const name = take();
      if (name.kind !== 'name') refuse('expected-name', name);
      of =
        peek().text === '('
          ? { kind: 'call', at: name.at, of, name: name.text, args: args() }
          : { kind: 'member', at: name.at, of, name: name.text };
    }
  };

  const args = (): Node[] => {
    expect('(');
    const found: Node[] = [];
    if (peek().text !== ')') {
      found.push(binary(0));
      while (peek().text === ',') {
        take();
        found.push(binary(0));
      }
    }
    expect(')');
    return found;
  };

  const primary = (): Node => {
    const token = take();
    const { at, text, kind } = token;
    if (kind === 'text') {
      return { kind: 'literal', at, value: text.slice(1, -1).replace(/\\(.)/g, '$1') };
    }
    if (kind === 'date') {
      if (!/^@\d{4}(-\d\d(-\d\d)?)?$/.test(text)) refuse('date-not-supported', token);
      return { kind: 'date', at, value: text.slice(1) };
    }
    if (kind === 'number') {
      const unit = peek().kind === 'name' ? UNITS[peek().text] : undefined;
      if (!unit) return { kind: 'literal', at, value: Number(text) };
      if (text.includes('.')) refuse('unit-needs-whole-number', token);
      take();
      return { kind: 'quantity', at, amount: Number(text) * unit[1], unit: unit[0] };
    }
    if (kind === 'sign' && text === '(') {
      const inside = binary(0);
      expect(')');
      return inside;
    }
    if (kind === 'name' && BINDING[text] === undefined) {
      if (text === 'true' || text === 'false')
        return { kind: 'literal', at, value: text === 'true' };
      if (peek().text === '(') return { kind: 'call', at, of: null, name: text, args: args() };
      return { kind: 'name', at, name: text };
    }
    return refuse(kind === 'end' ? 'ends-too-early' : 'not-understood', token);
  };

  const whole = binary(0);
  if (peek().kind !== 'end') refuse('not-understood', peek());
  return whole;
}
