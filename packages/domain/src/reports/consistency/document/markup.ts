/** A piece of HTML or XML: a tag opening or closing, or text between tags. Names are in lower case. */
export type MarkupPiece =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: string;
      readonly at: number;
    }
  | { readonly kind: 'close'; readonly name: string; readonly at: number }
  | { readonly kind: 'text'; readonly text: string; readonly at: number };

const TAG =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<[!?][^>]*>|<(\/?)([a-zA-Z][\w:.-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;
/** What stands inside these is not read by people. */
const UNREAD = new Set(['script', 'style', 'template', 'noscript', 'head', 'svg']);

/**
 * Cuts markup into tags and text without building a tree. Forgiving, as browsers are: what looks like no tag is text. An
 * element without content (`<br/>`) is an opening followed by a closing.
 */
export function* readMarkup(markup: string): Generator<MarkupPiece> {
  let at = 0;
  let unread: string | null = null;
  for (const match of markup.matchAll(TAG)) {
    const [whole, cdata, slash, rawName, attributes = ''] = match;
    if (!unread && match.index > at)
      yield { kind: 'text', text: decodeEntities(markup.slice(at, match.index)), at };
    at = match.index + whole.length;
    if (cdata !== undefined && !unread) yield { kind: 'text', text: cdata, at: match.index };
    if (!rawName) continue;
    const name = rawName.toLowerCase();
    if (unread) {
      if (slash && name === unread) unread = null;
      continue;
    }
    if (slash) {
      yield { kind: 'close', name, at: match.index };
      continue;
    }
    const isEmpty = attributes.endsWith('/');
    if (UNREAD.has(name) && !isEmpty) {
      unread = name;
      continue;
    }
    yield { kind: 'open', name, attributes, at: match.index };
    if (isEmpty) yield { kind: 'close', name, at: match.index };
  }
  if (!unread && at < markup.length)
    yield { kind: 'text', text: decodeEntities(markup.slice(at)), at };
}

/** The value of one attribute, or null. */
export function attributeOf(attributes: string, name: string): string | null {
  const found = new RegExp(
    `(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'/>]+))`,
    'i',
  ).exec(attributes);
  return found ? decodeEntities(found[1] ?? found[2] ?? found[3] ?? '') : null;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  thinsp: '\u2009',
  ndash: '–',
  mdash: '—',
  minus: '−',
  plusmn: '±',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  shy: '',
  euro: '€',
  times: '×',
  chi: 'χ',
  sup2: '²',
};

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]\w{1,8}));/gi,
    (whole, hex, decimal, name) => {
      if (name) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
