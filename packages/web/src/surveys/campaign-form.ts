import { CampaignSettings, type FormChoice, type HelpEntry } from '@tirek/domain/surveys';
import type { Language } from '@tirek/domain/text';
import { NO_TEXTS, type TextsOfAll } from '../ui/texts-input.tsx';

/** A campaign while it is being written: the same fields as its settings, any of them still empty. */
export interface CampaignForm {
  readonly title: TextsOfAll;
  readonly purpose: TextsOfAll;
  readonly audience: TextsOfAll;
  readonly linkage: CampaignSettings['linkage'];
  readonly forms: readonly FormChoice[];
  readonly languages: readonly Language[];
  readonly consentVersion: string;
  readonly operator: {
    readonly name: TextsOfAll;
    readonly registrationNumber: string;
    readonly contact: TextsOfAll;
  };
  readonly help: readonly HelpEntry[];
  readonly retentionMonths: number;
  readonly quickExit: string;
}

export const STEPS = ['words', 'questions', 'linkage', 'consent', 'help', 'check'] as const;
export type Step = (typeof STEPS)[number];

/** Which step asks for which field. */
const STEP_OF: Readonly<Record<string, Step>> = {
  title: 'words',
  purpose: 'words',
  audience: 'words',
  forms: 'questions',
  languages: 'questions',
  linkage: 'linkage',
  consentVersion: 'consent',
  operator: 'consent',
  retentionMonths: 'consent',
  help: 'help',
  quickExit: 'help',
};

/** Five years, as the programme's own reports look back. */
const USUAL_RETENTION_MONTHS = 60;

export const EMPTY_CAMPAIGN: CampaignForm = {
  title: NO_TEXTS,
  purpose: NO_TEXTS,
  audience: NO_TEXTS,
  linkage: 'one-time',
  forms: [],
  languages: ['kk', 'ru'],
  consentVersion: '',
  operator: { name: NO_TEXTS, registrationNumber: '', contact: NO_TEXTS },
  help: [],
  retentionMonths: USUAL_RETENTION_MONTHS,
  quickExit: 'https://kk.wikipedia.org/',
};

export type ReadForm =
  | { readonly kind: 'complete'; readonly settings: CampaignSettings }
  /** The steps that still lack something, in their order. */
  | { readonly kind: 'incomplete'; readonly steps: readonly Step[] };

/** Reads the form as settings; what is empty or ill-formed is told by the step that asks for it. */
export function readCampaignForm(form: CampaignForm): ReadForm {
  const parsed = CampaignSettings.safeParse(form);
  if (parsed.success) return { kind: 'complete', settings: parsed.data };
  const lacking = new Set(parsed.error.issues.map(({ path }) => STEP_OF[String(path[0])]));
  return { kind: 'incomplete', steps: STEPS.filter((step) => lacking.has(step)) };
}
