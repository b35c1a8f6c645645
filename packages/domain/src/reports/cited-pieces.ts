import type { Citation } from './report.ts';

/** A piece of a text; `language` is null where it is in the report's own. */
export type Piece = { readonly text: string; readonly language: string | null };

/** A text cut where it cites a work in another language. */
export function piecesOf(text: string, citations: readonly Citation[]): Piece[] {
  const found = citations.find((citation) => text.includes(citation.text));
  if (!found) return text === '' ? [] : [{ text, language: null }];
  const at = text.indexOf(found.text);
  return [
    ...piecesOf(text.slice(0, at), citations),
    found,
    ...piecesOf(text.slice(at + found.text.length), citations),
  ];
}
