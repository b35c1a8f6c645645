import { Checkbox } from '@mantine/core';
import { caseTexts, NEED_CATEGORY_IDS, type NeedCategory } from '@tirek/domain/cases';
import { type Directory, nameIn } from '@tirek/domain/services';
import {
  GIVERS,
  type Giver,
  type Method,
  methodsOf,
  OWN_CENTRE,
  SUPPORT_KINDS,
  type SupportBegin,
  type SupportKind,
  scopeObstacle,
} from '@tirek/domain/support';
import { useRead } from '../api/use-read.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { Choice } from './choice.tsx';
import { useSupportWords } from './use-support-words.ts';

/** What begins with a first sheet, while it is typed. */
export interface BeginDraft {
  readonly kind: SupportKind | '';
  readonly method: Method | '';
  readonly giver: Giver;
  /** Empty: the centre itself. */
  readonly providerId: string;
  readonly need: NeedCategory | '';
  readonly isForFamily: boolean;
}

export const NEW_HELP: BeginDraft = {
  ...{ kind: '', method: '', giver: 'psychologist', providerId: '', need: '', isForFamily: false },
};

/** What would be sent; null while something is to be chosen yet. */
export function beginOf(draft: BeginDraft, groupId: string | null): SupportBegin | null {
  const { kind, method, giver, providerId, need, isForFamily } = draft;
  if (kind === '') return null;
  const hasMethod = methodsOf(kind).length > 0;
  if (hasMethod && method === '') return null;
  return {
    ...{ kind, method: hasMethod && method !== '' ? method : null, giver, groupId, isForFamily },
    ...{ providerId: providerId || null, need: need || null },
  };
}

/** Which help it is, who gives it where, and for what; once, with the first meeting. */
export function BeginFields({
  draft,
  kinds = SUPPORT_KINDS,
  onChange,
}: {
  draft: BeginDraft;
  kinds?: readonly SupportKind[];
  onChange: (part: Partial<BeginDraft>) => void;
}) {
  const text = useText('support');
  const { language } = useLanguage();
  const t = useSupportWords();
  const needs = caseTexts(language);
  const { data: directory } = useRead('listServices', {});
  const providers = openProviders(directory);
  const { kind, method, giver, providerId, need, isForFamily } = draft;
  const methods = kind === '' ? [] : methodsOf(kind);
  const begin = beginOf(draft, null);
  const providerKind = providers.find(({ id }) => id === providerId)?.provider.kind ?? OWN_CENTRE;
  const beyond = begin && scopeObstacle({ ...begin, providerKind });
  return (
    <>
      <Choice
        label={text('kind')}
        values={kinds}
        word={(each) => t(`kind.${each}`)}
        value={kind}
        onChange={(each) => onChange({ kind: each, method: '' })}
      />
      {methods.length > 0 && (
        <Choice
          label={text('method')}
          values={methods}
          word={(each) => t(`method.${each}`)}
          value={method}
          onChange={(each) => onChange({ method: each })}
        />
      )}
      <Choice
        label={text('giver')}
        values={GIVERS}
        word={(each) => t(`giver.${each}`)}
        value={giver}
        isChosen
        onChange={(each) => each !== '' && onChange({ giver: each })}
      />
      {providers.length > 0 && (
        <Choice
          label={text('provider')}
          none={text('provider.own')}
          values={providers.map(({ id }) => id)}
          word={(id) => nameOf(providers, id, language)}
          value={providerId}
          onChange={(id) => onChange({ providerId: id })}
        />
      )}
      {beyond && <Notice kind="warning">{text(`beyond.${beyond}`)}</Notice>}
      <Choice
        label={text('need')}
        none={text('need.none')}
        values={NEED_CATEGORY_IDS}
        word={(each) => needs(`need.category.${each}`)}
        value={need}
        onChange={(each) => onChange({ need: each })}
      />
      <Checkbox
        label={text('forFamily')}
        checked={isForFamily}
        onChange={(event) => onChange({ isForFamily: event.currentTarget.checked })}
      />
    </>
  );
}

export const openProviders = (directory: Pick<Directory, 'providers'> | undefined) =>
  (directory?.providers ?? []).filter(({ closed }) => closed === null);

export const nameOf = (
  providers: ReturnType<typeof openProviders>,
  id: string,
  language: 'kk' | 'ru' | 'en',
): string => {
  const found = providers.find((each) => each.id === id);
  return found ? nameIn(found.provider.name, language) : '';
};
