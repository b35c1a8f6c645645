import {
  type CompiledForm,
  type CompiledItem,
  findForm,
  findWording,
} from '@tirek/domain/instruments';
import type { FormChoice } from '@tirek/domain/surveys';
import { LANGUAGES, type Language } from '@tirek/domain/text';

/** One answer that a column can hold. */
export interface ItemChoice {
  readonly form: string;
  readonly item: string;
  /** linkId of the roster it stands in, or null. */
  readonly roster: string | null;
  readonly label: string;
  readonly isMultiChoice: boolean;
  readonly options: ReadonlyArray<{
    readonly id: string;
    readonly code: string;
    readonly label: string;
  }>;
}

export interface RosterChoice {
  readonly form: string;
  readonly roster: string;
  readonly label: string;
}

/** Everything that the instruments of a campaign ask, with labels in the reader's language where there are any. */
export function itemChoices(
  chosen: readonly FormChoice[],
  language: Language,
): { readonly items: readonly ItemChoice[]; readonly rosters: readonly RosterChoice[] } {
  const forms = chosen.flatMap(({ code, version }) => findForm(code, version) ?? []);
  return {
    items: forms.flatMap((form) =>
      form.items.filter(isAsked).map((item) => itemChoice(form, item, language)),
    ),
    rosters: forms.flatMap((form) =>
      form.items
        .filter(({ type }) => type === 'roster')
        .map((item) => ({
          form: form.code,
          roster: item.linkId,
          label: labelOf(item.item, language) ?? item.linkId,
        })),
    ),
  };
}

const isAsked = ({ isCalculated, type }: CompiledItem) =>
  !isCalculated && type !== 'display' && type !== 'group' && type !== 'roster';

function itemChoice(form: CompiledForm, compiled: CompiledItem, language: Language): ItemChoice {
  const { linkId, type, item, options, roster } = compiled;
  const label = labelOf(item, language);
  return {
    form: form.code,
    item: linkId,
    roster: roster === null ? null : (form.items[roster]?.linkId ?? null),
    label: label ? `${linkId}: ${label}` : linkId,
    isMultiChoice: type === 'multi-choice',
    options: options.map((option) => ({
      id: option.id,
      code: option.code ?? option.id,
      label: labelOf(option, language) ?? option.id,
    })),
  };
}

type Worded = Pick<CompiledItem['item'], 'text' | 'label'>;

function labelOf({ label, text }: Worded, language: Language): string | null {
  const words = label ?? text;
  return words ? (findWording(words, language, LANGUAGES)?.text ?? null) : null;
}
