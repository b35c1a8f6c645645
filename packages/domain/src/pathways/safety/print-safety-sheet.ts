import { SAFETY_KINDS, SAFETY_URGENCIES } from '../../instruments/index.ts';
import { formatDate, type Language } from '../../text/index.ts';
import { CONTACT_DAYS } from './contact-schedule.ts';
import { PROTOCOLS } from './protocol.ts';
import { contactsFor, EMERGENCY_NUMBERS, type RegionalContact } from './regional-contact.ts';
import type { SafetyClock } from './safety-clock.ts';
import { SAFETY_PLAN_PARTS } from './safety-entry.ts';
import { safetySheetTexts } from './safety-sheet-texts.ts';
import { safetyTexts } from './safety-texts.ts';

interface PrintedNumber {
  readonly name: string;
  readonly phone: string;
}

/**
 * What a colleague carries for the time without signal, ready to be set on A4 pages: every word of it. There is no place for a name:
 * a sheet that is lost tells nothing of anybody.
 */
export interface PrintedSafetySheet {
  readonly language: Language;
  readonly title: string;
  /** The region it is for, and the day it was printed. */
  readonly facts: readonly string[];
  readonly intro: string;
  readonly calls: {
    readonly title: string;
    readonly numbers: ReadonlyArray<PrintedNumber & { readonly note: string }>;
    /** Said where nobody entered a number of the region. */
    readonly none: string | null;
    /** Lines to be filled in by hand. */
    readonly blanks: readonly string[];
  };
  readonly clock: { readonly title: string; readonly rules: readonly string[] };
  readonly protocols: ReadonlyArray<{
    readonly title: string;
    readonly blanks: readonly string[];
    readonly required: readonly string[];
    readonly further: readonly string[];
  }>;
  readonly furtherTitle: string;
  readonly columns: { readonly step: string; readonly time: string; readonly who: string };
  readonly plan: {
    readonly title: string;
    readonly note: string;
    readonly parts: readonly string[];
    /** What the person herself may ring at any hour. */
    readonly numbers: readonly PrintedNumber[];
  };
  readonly contacts: {
    readonly title: string;
    readonly note: string;
    readonly columns: readonly string[];
    readonly rows: number;
  };
}

/** As many as fit below the steps of any kind on one page. */
const CONTACT_LINES = 7;

/**
 * The paper protocol of a region: whom to call, the clock, what is done for each kind of danger, a safety plan and the contacts
 * afterwards.
 */
export function printSafetySheet(given: {
  readonly language: Language;
  /** Null: of the whole programme. */
  readonly region: { readonly code: string; readonly name: string } | null;
  /** Of any region; those of this one and of the whole programme are printed. */
  readonly contacts: readonly RegionalContact[];
  readonly clock: SafetyClock;
  readonly today: string;
}): PrintedSafetySheet {
  const { language, region, clock, today } = given;
  const t = safetySheetTexts(language);
  const words = safetyTexts(language);
  const nearest = contactsFor(region?.code ?? null, given.contacts);
  const numberOf = ({ name, phone }: RegionalContact['value']): PrintedNumber => ({
    ...{ name: name[language], phone },
  });
  const emergency = (['all', 'ambulance'] as const).map((service) => ({
    ...{ name: words(`number.${service}`), phone: EMERGENCY_NUMBERS[service] },
  }));
  return {
    language,
    title: t('title'),
    facts: [region?.name ?? t('everywhere'), t('printed', { on: formatDate(today, language) })],
    intro: t('intro'),
    calls: {
      title: t('calls'),
      numbers: [
        ...emergency.map((each) => ({ ...each, note: t('always') })),
        ...nearest.map(({ value }) => ({
          ...numberOf(value),
          note: `${words(`contact.${value.kind}`)}, ${value.hours[language]}`,
        })),
      ],
      none: nearest.length === 0 ? t('noContacts') : null,
      blanks: [t('supervisor'), t('onCall'), t('coordinator')],
    },
    clock: {
      title: t('clock'),
      rules: [
        t('fromTheAnswer'),
        ...SAFETY_URGENCIES.map((urgency) =>
          t('escalation', {
            what: words(`urgency.${urgency}`),
            supervisor: lasts(clock[urgency].supervisor, t),
            onCall: lasts(clock[urgency].onCall, t),
            coordinator: lasts(clock[urgency].coordinator, t),
          }),
        ),
        t('whenInDoubt'),
        t('whenSignal'),
      ],
    },
    protocols: SAFETY_KINDS.map((kind) => ({
      title: words(`kind.${kind}`),
      blanks: [t('file'), t('answeredAt'), t('heldBy')],
      required: PROTOCOLS[kind].required.map((step) => words(`step.${step}`)),
      further: PROTOCOLS[kind].further.map((step) => words(`step.${step}`)),
    })),
    furtherTitle: t('further'),
    columns: { step: t('step'), time: t('time'), who: t('who') },
    plan: {
      title: t('plan'),
      note: t('planNote'),
      parts: SAFETY_PLAN_PARTS.map((part) => words(`plan.${part}`)),
      numbers: [
        ...emergency,
        ...nearest.flatMap(({ value }) => (value.kind === 'helpline' ? [numberOf(value)] : [])),
      ],
    },
    contacts: {
      title: t('contacts'),
      note: t('contactsNote', {
        first: CONTACT_DAYS.first,
        weeks: CONTACT_DAYS.firstFor / 7,
        later: CONTACT_DAYS.later,
      }),
      columns: [t('day'), t('how'), t('reached'), t('who')],
      rows: CONTACT_LINES,
    },
  };
}

/** A time of the clock in whole hours where it is that, else in minutes. */
function lasts(minutes: number, t: ReturnType<typeof safetySheetTexts>): string {
  return minutes >= 120 && minutes % 60 === 0
    ? t('hours', { count: minutes / 60 })
    : t('minutes', { count: minutes });
}
