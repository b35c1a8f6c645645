/** Where the packages stand to each other, and which of their folders are no features. */

export const PACKAGES = ['statistics', 'domain', 'server', 'web', 'respondent'] as const;
export type PackageName = (typeof PACKAGES)[number];

export interface Layout {
  /** What it may import of the other packages. */
  readonly imports: readonly RegExp[];
  /** True when it runs under Node only. */
  readonly hasNode: boolean;
  /**
   * Null where folders are no features: `statistics` has families of functions, `respondent` the parts of one page.
   * Else `under` holds folders that know no feature and that everybody may open by file, `over` those that put features
   * together and that no feature knows. Every other folder is a feature.
   */
  readonly foundations: {
    readonly under: readonly string[];
    readonly over: readonly string[];
  } | null;
}

export const LAYOUT: Readonly<Record<PackageName, Layout>> = {
  statistics: { imports: [], hasNode: false, foundations: null },
  domain: {
    imports: [/^@tirek\/statistics$/],
    hasNode: false,
    foundations: { under: ['drawing', 'offline', 'text'], over: [] },
  },
  server: {
    imports: [/^@tirek\/statistics$/, /^@tirek\/domain\//, /^@tirek\/respondent$/],
    hasNode: true,
    foundations: {
      under: ['apart', 'db', 'http', 'jobs', 'table-files', 'text'],
      over: ['cli', 'demo', 'faults', 'offline', 'test'],
    },
  },
  web: {
    imports: [/^@tirek\/domain\//],
    hasNode: false,
    foundations: { under: ['api', 'offline', 'text', 'ui'], over: ['shell'] },
  },
  respondent: {
    imports: [/^@tirek\/domain\/(?!contract$)/],
    hasNode: false,
    foundations: null,
  },
};

export const isPackage = (name: string): name is PackageName =>
  (PACKAGES as readonly string[]).includes(name);

/** The words for what the program is about, one for each part of it; a new one is a decision. */
export const FEATURES: readonly string[] = [
  ...['programmes', 'access', 'consents', 'instruments', 'surveys', 'assessments', 'pathways'],
  ...['people', 'cases', 'services', 'referrals', 'support', 'conferences', 'network'],
  ...['outcomes', 'reports', 'messages', 'files', 'privacy'],
];

/** Folders of the root that use the packages and that no package uses. */
export const AROUND = ['architecture', 'bench', 'e2e', 'scripts'] as const;
