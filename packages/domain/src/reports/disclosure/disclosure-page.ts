import en from '../../text/en/disclosure.json' with { type: 'json' };
import {
  formatNumber,
  formatPercent,
  type KeyOf,
  type Language,
  type Translate,
  translator,
} from '../../text/index.ts';
import kk from '../../text/kk/disclosure.json' with { type: 'json' };
import ru from '../../text/ru/disclosure.json' with { type: 'json' };
import type { Account, HiddenReason } from './protect-tables.ts';
import type { Refusal, RequestChange } from './refusal.ts';

const CATALOGUES = { kk, ru, en };

type DisclosureTexts = Translate<KeyOf<typeof en>>;

function disclosureTexts(language: Language): DisclosureTexts {
  return translator(CATALOGUES[language] as typeof en, language);
}

/** Why a cell is hidden, for those who prepare a release; never for its readers. */
export function sayReason(reason: HiddenReason, language: Language): string {
  return disclosureTexts(language)(`reason.${reason}`);
}

/**
 * Why nothing is told, and what would have to be asked instead.
 * @param nameOf what a table or a variable is called on the screen
 */
export function sayRefusal(
  { code, changes }: Refusal,
  { language, nameOf }: { language: Language; nameOf: (id: string) => string },
): { readonly reason: string; readonly changes: readonly string[] } {
  const t = disclosureTexts(language);
  const say = (change: RequestChange) =>
    change.kind === 'drop-table'
      ? t('change.drop-table', { table: nameOf(change.table) })
      : t(`change.${change.kind}`, {
          table: nameOf(change.table),
          variable: nameOf(change.variable),
        });
  return {
    reason: t(`refusal.${code}`),
    changes: changes.length > 0 ? changes.map(say) : [t('change.none')],
  };
}

/** The disclosure page of a release: what was hidden, what was proved, what it was held against. */
export function sayAccount(account: Account, language: Language): string[] {
  const t = disclosureTexts(language);
  const write = (value: number) => formatNumber(value, language);
  const { told, cells, primary, complementary, keptShare, proved, width } = account;
  return [
    t('account.told', { told: write(told), cells: write(cells) }),
    t('account.hidden', { primary: write(primary), complementary: write(complementary) }),
    ...(keptShare === null
      ? []
      : [t('account.kept', { percent: formatPercent(100 * keptShare, language) })]),
    ...(proved > 0 ? [t('account.proved', { width, number: write(proved) })] : []),
    t('account.compared', { number: account.comparedReleases }),
    ...(account.givenAwayBefore > 0
      ? [t('account.before', { number: account.givenAwayBefore })]
      : []),
  ];
}
