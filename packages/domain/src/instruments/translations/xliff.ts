import type { Language } from '../../text/languages.ts';
import type { TranslationStatus } from '../translated.ts';
import type { WorkedString } from './signed-off.ts';

/** One text as it comes back from a translator's program or a spreadsheet. */
export type TranslatedRow = { id: string; sourceHash: string; text: string; back: string };

/** The states of XLIFF 2.1 (4.7.2.9) that our steps are. */
const STATES: Record<TranslationStatus, string> = {
  draft: 'initial',
  translated: 'translated',
  'back-translated': 'translated',
  piloted: 'reviewed',
  approved: 'final',
};

/** The texts of one form and language as XLIFF 2.1, for the programs that translators work with. */
export function writeXliff(
  form: { code: string; version: string },
  language: Language,
  strings: readonly WorkedString[],
): string {
  // A file has one source language, and a form may be translated out of two: the note of a text says from which.
  const source = strings[0]?.sourceLanguage ?? 'en';
  const units = strings.map(({ id, source: words, sourceLanguage, sourceHash, standing }) =>
    [
      `    <unit id="${escaped(id)}">`,
      `      <notes><note category="source-hash">${sourceHash}</note>` +
        `<note category="source-language">${sourceLanguage}</note></notes>`,
      `      <segment state="${STATES[standing.status]}">`,
      `        <source xml:space="preserve">${escaped(words)}</source>`,
      ...(standing.text === null
        ? []
        : [`        <target xml:space="preserve">${escaped(standing.text)}</target>`]),
      '      </segment>',
      '    </unit>',
    ].join('\n'),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="${source}" trgLang="${language}">`,
    `  <file id="${escaped(form.code)}" original="${escaped(`${form.code} ${form.version}`)}">`,
    ...units,
    '  </file>',
    '</xliff>',
    '',
  ].join('\n');
}

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replaceAll(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|\w+);/g, (whole, name: string) => {
    if (name.startsWith('#')) {
      const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    }
    return ENTITIES[name] ?? whole;
  });
}

/** What an XLIFF 2 file brings; null where it is none, or for another language. No entity is ever looked up. */
export function readXliff(file: string, language: Language): TranslatedRow[] | null {
  const head = /<xliff\b[^>]*>/.exec(file)?.[0];
  const isTwo = head && /\bversion\s*=\s*["']2\.\d["']/.test(head);
  const target = head && /\btrgLang\s*=\s*["']([^"']+)["']/.exec(head)?.[1];
  if (!isTwo || target?.split('-')[0] !== language || file.includes('<!DOCTYPE')) return null;
  return [...file.matchAll(/<unit\b([^>]*)>([\s\S]*?)<\/unit>/g)].map(
    ([, attributes = '', inside = '']) => ({
      id: unescaped(/\bid\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? ''),
      sourceHash:
        /<note\b[^>]*category\s*=\s*["']source-hash["'][^>]*>\s*([0-9a-f]*)\s*<\/note>/.exec(
          inside,
        )?.[1] ?? '',
      // A program may have cut one text into several segments.
      text: [...inside.matchAll(/<target\b[^>]*>([\s\S]*?)<\/target>/g)]
        .map(([, words = '']) => plainText(words))
        .join('')
        .trim(),
      back: '',
    }),
  );
}

/** The words without inline marks, and what stands in CDATA as it is. */
const plainText = (words: string) =>
  words
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((part) =>
      part.startsWith('<![CDATA[') ? part.slice(9, -3) : unescaped(part.replaceAll(/<[^>]*>/g, '')),
    )
    .join('');
