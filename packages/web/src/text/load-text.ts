import {
  type Catalogue,
  type KeyOf,
  type Language,
  type Translate,
  translator,
} from '@tirek/domain/text';
import type problem from '@tirek/domain/text/en/problem.json';
import type codebook from '@tirek/domain/text/en/themes.json';
import type access from './en/access.json';
import type assessments from './en/assessments.json';
import type audit from './en/audit.json';
import type breaches from './en/breaches.json';
import type cases from './en/cases.json';
import type consents from './en/consents.json';
import type copies from './en/copies.json';
import type demands from './en/demands.json';
import type directory from './en/directory.json';
import type duties from './en/duties.json';
import type emergency from './en/emergency.json';
import type erasure from './en/erasure.json';
import type exportTexts from './en/exports.json';
import type extracts from './en/extracts.json';
import type files from './en/files.json';
import type genogram from './en/genogram.json';
import type importTexts from './en/import.json';
import type instruments from './en/instruments.json';
import type merging from './en/merging.json';
import type messages from './en/messages.json';
import type offline from './en/offline.json';
import type papers from './en/papers.json';
import type pathways from './en/pathways.json';
import type peers from './en/peers.json';
import type people from './en/people.json';
import type pupils from './en/pupils.json';
import type referrals from './en/referrals.json';
import type register from './en/register.json';
import type releases from './en/releases.json';
import type reports from './en/reports.json';
import type rescreening from './en/rescreening.json';
import type responsibilities from './en/responsibilities.json';
import type retention from './en/retention.json';
import type safety from './en/safety.json';
import type school from './en/school.json';
import type shell from './en/shell.json';
import type slip from './en/slip.json';
import type steps from './en/steps.json';
import type support from './en/support.json';
import type surveys from './en/surveys.json';
import type themes from './en/themes.json';
import type ui from './en/ui.json';
import type views from './en/views.json';

/** The catalogues of the app, by feature; their keys are those of the English ones. */
export interface Catalogues {
  access: typeof access;
  assessments: typeof assessments;
  audit: typeof audit;
  breaches: typeof breaches;
  cases: typeof cases;
  codebook: typeof codebook;
  consents: typeof consents;
  copies: typeof copies;
  demands: typeof demands;
  directory: typeof directory;
  duties: typeof duties;
  emergency: typeof emergency;
  erasure: typeof erasure;
  exports: typeof exportTexts;
  extracts: typeof extracts;
  files: typeof files;
  genogram: typeof genogram;
  import: typeof importTexts;
  instruments: typeof instruments;
  merging: typeof merging;
  messages: typeof messages;
  offline: typeof offline;
  papers: typeof papers;
  pathways: typeof pathways;
  peers: typeof peers;
  people: typeof people;
  problem: typeof problem;
  pupils: typeof pupils;
  referrals: typeof referrals;
  register: typeof register;
  releases: typeof releases;
  reports: typeof reports;
  rescreening: typeof rescreening;
  responsibilities: typeof responsibilities;
  retention: typeof retention;
  safety: typeof safety;
  school: typeof school;
  shell: typeof shell;
  slip: typeof slip;
  steps: typeof steps;
  support: typeof support;
  surveys: typeof surveys;
  themes: typeof themes;
  ui: typeof ui;
  views: typeof views;
}

export type TextFeature = keyof Catalogues;
export type TextOf<F extends TextFeature> = Translate<KeyOf<Catalogues[F]>>;

const own = import.meta.glob<Catalogue>('./*/*.json', { import: 'default' });

/** Catalogues that the domain keeps, because the server speaks them too. */
const ofDomain: Partial<
  Record<TextFeature, Record<Language, () => Promise<{ default: Catalogue }>>>
> = {
  problem: {
    kk: () => import('@tirek/domain/text/kk/problem.json'),
    ru: () => import('@tirek/domain/text/ru/problem.json'),
    en: () => import('@tirek/domain/text/en/problem.json'),
  },
  codebook: {
    kk: () => import('@tirek/domain/text/kk/themes.json'),
    ru: () => import('@tirek/domain/text/ru/themes.json'),
    en: () => import('@tirek/domain/text/en/themes.json'),
  },
};

const loaded = new Map<string, Promise<unknown>>();

/**
 * The texts of one feature in one language. Only what is asked for is fetched, and once;
 * a fetch that failed is tried again at the next asking.
 */
export function loadText<F extends TextFeature>(
  feature: F,
  language: Language,
): Promise<TextOf<F>> {
  const key = `${language}/${feature}`;
  const known = loaded.get(key);
  if (known) return known as Promise<TextOf<F>>;
  const loading = loadCatalogue(feature, language).then((catalogue) =>
    translator(catalogue, language),
  );
  loaded.set(key, loading);
  loading.then(
    // React reads a promise that carries its value at once, without showing a fallback for a moment.
    (value) => Object.assign(loading, { status: 'fulfilled', value }),
    () => loaded.delete(key),
  );
  return loading as unknown as Promise<TextOf<F>>;
}

async function loadCatalogue(feature: TextFeature, language: Language): Promise<Catalogue> {
  const load = ofDomain[feature]?.[language];
  if (load) return (await load()).default;
  const loadOwn = own[`./${language}/${feature}.json`];
  if (!loadOwn) throw new RangeError(`no texts for ${feature} in ${language}`);
  return loadOwn();
}
