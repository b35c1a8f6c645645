import { posix } from 'node:path';
import type { Rule, SourceFile } from '../source-file.ts';

const documents = (files: readonly SourceFile[]) =>
  files.filter(({ path }) => path.endsWith('.md'));

/** A heading as the anchor that leads to it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const withoutCode = (text: string) => text.replace(/```.*?```/gs, '').replace(/`[^`\n]*`/g, '');

/** Every relative link of a document leads to a file or a folder, and to a heading that it has. */
export const links: Rule = (files) => {
  const isThere = (path: string) =>
    files.some((file) => file.path === path || file.path.startsWith(`${path.replace(/\/$/, '')}/`));
  return documents(files).flatMap(({ path, text }) =>
    [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)|\b(?:src|href)="([^"]+)"/g)].flatMap(
      (found) => {
        const link = found[1] ?? found[2]!;
        if (/^[a-z]+:/.test(link)) return [];
        const [place = '', anchor] = link.split('#');
        const target = place ? posix.join(posix.dirname(path), place) : path;
        if (!isThere(target)) return [`${path}: ${link} leads nowhere`];
        const linked = files.find((file) => file.path === target);
        const anchors = [...(linked?.text ?? '').matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
          anchorOf(title!),
        );
        return anchor && !anchors.includes(anchor) ? [`${path}: ${link} names no heading`] : [];
      },
    ),
  );
};

/** A path written as code exists. A path with a place to fill in (`<code>`, `*`) is a pattern and is left alone. */
export const quotedPaths: Rule = (files) => {
  const roots = new Set(
    files.filter(({ path }) => path.includes('/')).map(({ path }) => path.split('/')[0]!),
  );
  const isThere = (path: string) =>
    files.some((file) => file.path === path || file.path.startsWith(`${path.replace(/\/$/, '')}/`));
  return documents(files).flatMap(({ path, text }) =>
    [...text.matchAll(/`([\w@.-]+(?:\/[\w@.-]*)+)`/g)]
      .map(([, quoted]) => quoted!)
      .filter(
        (quoted) =>
          roots.has(quoted.split('/')[0]!) &&
          !quoted.includes('node_modules') &&
          !/\/dist(\/|$)/.test(quoted),
      )
      .filter((quoted) => !isThere(quoted))
      .map((quoted) => `${path}: there is no ${quoted}`),
  );
};

/** A document that code refers to exists. */
export const documentsInCode: Rule = (files) =>
  files
    .filter(
      ({ path }) => /\.(ts|tsx|sql|css|json)$/.test(path) && !path.startsWith('architecture/'),
    )
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\bdocs\/[\w/-]+\.(?:md|json|png)/g)]
        .filter(([found]) => !files.some((file) => file.path === found))
        .map(([found]) => `${path}: there is no ${found}`),
    );

/** Decisions are numbered, each number once, and say context, choice and price. */
export const decisions: Rule = (files) => {
  const pages = files.filter(({ path }) => /^docs\/decisions\/[^/]+$/.test(path));
  return pages.flatMap(({ path, text }) => {
    const number = /\/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1];
    if (!number) return [`${path}: not named NNNN-what.md`];
    const others = pages.filter((page) => page.path.includes(`/${number}-`)).length - 1;
    return [
      ...(others > 0 ? [`${path}: the number is taken`] : []),
      ...(text.startsWith(`# ${Number(number)}. `)
        ? []
        : [`${path}: the title does not begin with ${Number(number)}.`]),
      ...['Context', 'Choice', 'Price']
        .filter((part) => !new RegExp(`^(## |\\*\\*)${part}\\b`, 'm').test(text))
        .map((part) => `${path}: no ${part.toLowerCase()}`),
    ];
  });
};
