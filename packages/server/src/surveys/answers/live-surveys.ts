import type { ConsentVersion } from '@tirek/domain/consents';
import type { CompiledForm } from '@tirek/domain/instruments';
import { findConsent } from '../../consents/index.ts';
import type { Database } from '../../db/database.ts';
import { inRequest } from '../../db/request-transaction.ts';
import { programmeDay } from '../../programmes/index.ts';
import type { FormCatalogue } from '../forms.ts';
import { findPublishedWave, listRegionNames, type PublishedWave } from './queries.ts';

/** A wave that people can have an address of, with its instruments compiled. */
export interface LiveSurvey extends PublishedWave {
  /** In the order they are asked. */
  readonly forms: readonly CompiledForm[];
  readonly consent: ConsentVersion;
  /** Names of the programme's regions by language, by code. */
  readonly regions: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

export interface LiveSurveys {
  /** The survey at an address, or null. */
  find(slug: string, now: string): Promise<LiveSurvey | null>;
}

/**
 * Settings of a published campaign never change; dates and status do. They may be this old here, which only decides what a page
 * says: whether an answer is taken is decided in the transaction that stores it.
 */
const FRESH_MILLISECONDS = 2000;
const MOST_KEPT = 500;

/** Finds surveys by address without asking the database for each answer. */
export function createLiveSurveys(database: Database, forms: FormCatalogue): LiveSurveys {
  const kept = new Map<string, { survey: Promise<LiveSurvey | null>; until: number }>();
  return {
    async find(slug, now) {
      const time = Date.parse(now);
      const known = kept.get(slug);
      if (known && time < known.until) return await known.survey;
      const survey = read(database, forms, { slug, now });
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(slug, { survey, until: time + FRESH_MILLISECONDS });
      const forget = () => kept.delete(slug);
      survey.then((found) => found ?? forget(), forget);
      return await survey;
    },
  };
}

async function read(
  database: Database,
  forms: FormCatalogue,
  { slug, now }: { slug: string; now: string },
): Promise<LiveSurvey | null> {
  const today = programmeDay(now);
  const found = await inRequest(database, { kind: 'respondent' }, async (tx) => {
    const wave = await findPublishedWave(tx, slug, today);
    if (!wave) return null;
    const { programmeId, settings } = wave;
    const consent = await findConsent(tx, programmeId, settings.consentVersion);
    const regions = await listRegionNames(
      tx,
      programmeId,
      settings.help.flatMap(({ region }) => region ?? []),
    );
    return { wave, consent, regions };
  });
  if (!found) return null;
  const { wave, consent, regions } = found;
  if (!consent) throw new Error(`The consent ${wave.settings.consentVersion} is gone.`);
  const chosen = wave.settings.forms.map(({ code, version }) => {
    const form = forms.find(code, version);
    if (!form) throw new Error(`The campaign asks ${code} ${version}, which this program lacks.`);
    return form;
  });
  return { ...wave, forms: chosen, consent, regions };
}
