/** Markup that is safe to put into a page as it is. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | false | null | undefined | readonly Part[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');

/** Writes markup; everything put into it is escaped unless it is markup itself. False, null and undefined leave nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return {
    html: strings.reduce((written, string, at) => written + writtenPart(parts[at - 1]) + string),
  };
}

function writtenPart(part: Part): string {
  if (part === false || part === null || part === undefined) return '';
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return `${part}`;
  return 'html' in part ? part.html : part.map(writtenPart).join('');
}

/** JSON inside of a script element: no text in it can end the element or begin a comment. */
export function scriptJson(value: unknown): Html {
  return {
    html: JSON.stringify(value)
      .replace(/</g, '\\u003c')
      .replace(/\u2028/g, '\\u2028')
      .replace(/\u2029/g, '\\u2029'),
  };
}
