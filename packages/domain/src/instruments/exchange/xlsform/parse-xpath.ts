/** The part of XPath 1.0 that XLSForm's documentation shows, as a tree. */
export type XPath =
  | { kind: 'text'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'name'; name: string }
  | { kind: 'call'; name: string; args: XPath[] }
  | { kind: 'minus'; of: XPath }
  | { kind: 'binary'; operator: string; left: XPath; right: XPath };

/** What was not understood. */
export class XPathRefused extends Error {}

const TOKEN =
  /\s*(?:\$\{\s*(?<field>[A-Za-z_][\w.-]*)\s*\}|(?<number>\d+(?:\.\d+)?)|'(?<single>[^']*)'|"(?<double>[^"]*)"|(?<sign><=|>=|!=|[=<>+*(),.-])|(?<word>[A-Za-z_][\w:]*(?:-[A-Za-z]\w*)*))/y;

type Token = { kind: 'field' | 'number' | 'text' | 'sign' | 'word' | 'end'; text: string };

function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (source.slice(at).trim() !== '') {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    if (!match) throw new XPathRefused(source.slice(at).trim());
    const { field, number, single, double, sign, word } = match.groups!;
    if (field !== undefined) tokens.push({ kind: 'field', text: field });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else tokens.push({ kind: 'text', text: single ?? double ?? '' });
    at = TOKEN.lastIndex;
  }
  return [...tokens, { kind: 'end', text: '' }];
}

/** How tightly each operator binds (XPath 1.0, 3.4 and 3.5). */
const BINDING: Record<string, number> = {
  or: 1,
  and: 2,
  '=': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  div: 6,
  mod: 6,
};

/** The tree of an expression; `self` is the question whose row it stands in, written `.`. */
export function parseXPath(source: string, self: string): XPath {
  const tokens = tokensOf(source);
  let next = 0;
  const take = () => tokens[next++]!;
  const refuse = (text: string): never => {
    throw new XPathRefused(text || source);
  };
  const expect = (sign: string) => {
    const { text } = take();
    if (text !== sign) refuse(text);
  };
  const binary = (loosest: number): XPath => {
    let left = unary();
    while (true) {
      const { text, kind } = tokens[next]!;
      const binding = kind === 'sign' || kind === 'word' ? BINDING[text] : undefined;
      if (binding === undefined || binding < loosest) return left;
      take();
      left = { kind: 'binary', operator: text, left, right: binary(binding + 1) };
    }
  };
  const unary = (): XPath => {
    if (tokens[next]!.kind !== 'sign' || tokens[next]!.text !== '-') return primary();
    take();
    return { kind: 'minus', of: unary() };
  };
  const primary = (): XPath => {
    const { kind, text } = take();
    if (kind === 'field') return { kind: 'name', name: text };
    if (kind === 'number') return { kind: 'number', value: Number(text) };
    if (kind === 'text') return { kind: 'text', value: text };
    if (kind === 'sign' && text === '.') return { kind: 'name', name: self };
    if (kind === 'sign' && text === '(') {
      const inside = binary(0);
      expect(')');
      return inside;
    }
    if (kind !== 'word' || tokens[next]!.text !== '(') return refuse(text);
    take();
    const args: XPath[] = [];
    if (tokens[next]!.text !== ')') {
      args.push(binary(0));
      while (tokens[next]!.text === ',') {
        take();
        args.push(binary(0));
      }
    }
    expect(')');
    return { kind: 'call', name: text, args };
  };
  const whole = binary(0);
  if (tokens[next]!.kind !== 'end') refuse(tokens[next]!.text);
  return whole;
}
