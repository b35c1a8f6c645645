import type { CompiledForm, Source } from '../instruments/index.ts';
import type { Language } from '../text/index.ts';
import type { Citation } from './report.ts';
import { formText, type Speech } from './variables.ts';

/** Where something comes from: what is said of it in the report's language, and the works as they are cited. */
export function sourceText(form: CompiledForm, speech: Speech, { words, works }: Source): string {
  const said = formText(form, speech, words);
  const cited = works?.map(({ citation }) => citation).join('; ');
  if (!said || !cited) return said ?? cited ?? '';
  return `${said} (${cited})`;
}

/** Works that the scales of these forms rest on and that are not in the report's language, the longest first. */
export function listCitations(forms: readonly CompiledForm[], language: Language): Citation[] {
  const sources = forms.flatMap(({ pkg }) =>
    pkg.scales.flatMap(({ source, bandSets }) => [source, ...bandSets.map((set) => set.source)]),
  );
  const cited = sources
    .flatMap(({ works }) => works ?? [])
    .filter((work) => work.language !== language)
    .map((work): [string, string] => [work.citation, work.language]);
  return [...new Map(cited)]
    .map(([text, tongue]) => ({ text, language: tongue }))
    .toSorted((a, b) => b.text.length - a.text.length);
}

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
