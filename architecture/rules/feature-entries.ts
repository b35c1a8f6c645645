import { importsOf } from '../imports.ts';
import { isPackage, LAYOUT, type PackageName } from '../layout.ts';
import {
  areaOf,
  isCode,
  isForTests,
  placeInPackage,
  type Rule,
  type SourceFile,
} from '../source-file.ts';

/** Opened by file, with the reason. */
const ALLOWED: ReadonlyMap<string, string> = new Map([
  [
    'packages/domain/src/contract.ts packages/domain/src/access/permissions.ts',
    'an endpoint names its permission, and the endpoints of access are endpoints: only a type passes',
  ],
]);

/**
 * Features use each other through `index.ts`, or through another entry that the `exports` of `package.json` name.
 * Foundations know no feature; no feature knows what puts features together, be it a folder or a file beside them such as
 * `app.ts`. Tests may look inside.
 */
export const featureEntries: Rule = (files) => {
  const shipped = files.filter((file) => isCode(file) && !isForTests(file));
  const uses = shipped.flatMap(insideUses);
  const gatherers = new Set(
    uses.filter((use) => use.isRootFile && isGathered(use)).map(({ from }) => from),
  );
  return uses.flatMap((use) => {
    const why = objection(use, files, gatherers);
    return why === null ? [] : [`${use.from}: opens ${use.target}; ${why}`];
  });
};

/** An import that stays in its package and leaves its area. */
interface Use {
  readonly package: PackageName;
  readonly under: readonly string[];
  readonly over: readonly string[];
  readonly from: string;
  readonly own: string;
  readonly isRootFile: boolean;
  readonly target: string;
  readonly area: string;
}

function insideUses(file: SourceFile): Use[] {
  const from = placeInPackage(file.path);
  if (!from || !isPackage(from.package)) return [];
  const { foundations } = LAYOUT[from.package];
  if (!foundations) return [];
  const { package: name, parts } = from;
  return importsOf(file).flatMap(({ target }) => {
    const to = target === null ? null : placeInPackage(target);
    if (!to || to.package !== name || areaOf(to.parts) === areaOf(parts)) return [];
    return {
      package: name,
      ...foundations,
      from: file.path,
      own: areaOf(parts),
      isRootFile: parts.length === 1,
      target: target!,
      area: areaOf(to.parts),
    };
  });
}

const isFile = (area: string) => area.includes('.');

/** True when the target is a feature or puts features together. */
const isGathered = (use: Use) =>
  !isFile(use.area) && !use.under.includes(use.area) && !ALLOWED.has(`${use.from} ${use.target}`);

function objection(
  use: Use,
  files: readonly SourceFile[],
  gatherers: ReadonlySet<string>,
): string | null {
  const { own, area, target, isRootFile } = use;
  const mayGather = isRootFile || use.over.includes(own);
  if (isFile(area)) return gatherers.has(target) && !mayGather ? `it puts features together` : null;
  if (use.under.includes(area) || ALLOWED.has(`${use.from} ${target}`)) return null;
  if (use.over.includes(area)) return mayGather ? null : `no feature knows ${area}`;
  if (use.under.includes(own)) return `${own} knows no feature`;
  if (/\/index\.tsx?$/.test(target) || entriesOf(files, use.package).has(target)) return null;
  // Each page is loaded when it is opened; an index would tie them all together.
  if (use.from === 'packages/web/src/routes.tsx' && target.endsWith('-page.tsx')) return null;
  // What must be there before any page comes without the panels that the index has for other features.
  if (use.from === 'packages/web/src/main.tsx' && target.endsWith('/while-offline.ts')) return null;
  return `${area} has an index.ts for that`;
}

/** What `exports` of a package name besides the `index.ts` of each feature. */
function entriesOf(files: readonly SourceFile[], name: PackageName): ReadonlySet<string> {
  const manifest = files.find(({ path }) => path === `packages/${name}/package.json`);
  const exported: Readonly<Record<string, string>> | string = manifest
    ? (JSON.parse(manifest.text).exports ?? {})
    : {};
  return new Set(
    Object.values(typeof exported === 'string' ? {} : exported)
      .filter((entry) => !entry.includes('*'))
      .map((entry) => `packages/${name}/${entry.replace('./', '')}`),
  );
}
