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

const stepOf = (field: string): Step | undefined => STEP_OF[field];

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
  const issues = parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0]));
  // The shape allows a draft without help contacts; publishing does not, so it is better asked for now.
  const lacking = new Set([...issues, ...(form.help.length === 0 ? ['help'] : [])].map(stepOf));
  if (parsed.success && lacking.size === 0) return { kind: 'complete', settings: parsed.data };
  return { kind: 'incomplete', steps: STEPS.filter((step) => lacking.has(step)) };
}
