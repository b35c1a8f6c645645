import { Button, Checkbox, NativeSelect, Radio, Stack, Textarea } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { NEED_CATEGORY_IDS, type NeedCategory } from '@tirek/domain/cases';
import { COMMON_LANGUAGES } from '@tirek/domain/people';
import {
  DISCLOSED_ITEMS,
  type DisclosedItem,
  LONGEST_NEED,
  LONGEST_NOTE,
  REFERRAL_URGENCIES,
  type ReferralUrgency,
} from '@tirek/domain/referrals';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { useLanguageNames } from '../people/index.ts';
import { useServiceWords } from '../services/index.ts';
import { useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { useToast } from '../ui/toasts.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { ChooseService } from './choose-service.tsx';
import styles from './referrals.module.css';
import { useReferralWords } from './use-referral-words.ts';

interface Values {
  readonly serviceId: string | null;
  readonly receiverId: string;
  readonly urgency: ReferralUrgency;
  readonly items: readonly DisclosedItem[];
  readonly speaks: string;
  readonly need: string;
  readonly note: string;
}

/** The minimum: who comes, in which language, for what. */
const EMPTY: Values = {
  ...{ serviceId: null, receiverId: '', urgency: 'normal', items: ['name', 'speaks', 'need'] },
  ...{ speaks: 'kk', need: '', note: '' },
};

/** From a need, from a proposed step or from the file: the address says which. */
function originOf(search: Record<string, unknown>) {
  const id = (name: string) => (typeof search[name] === 'string' ? String(search[name]) : null);
  const category = NEED_CATEGORY_IDS.find((each) => each === search.category) ?? null;
  return {
    ...{ needId: id('need'), proposalId: id('proposal'), insteadOf: id('insteadOf') },
    category: category as NeedCategory | null,
  };
}

/** A referral is written down: to which service, to whom there, how soon, and what is told. Nothing leaves yet. */
export function MakePage() {
  const text = useText('referrals');
  const t = useReferralWords();
  const tell = useToast();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const languageName = useLanguageNames();
  const { named } = useServiceWords();
  const { personId } = useParams({ from: '/people/$personId/referrals/new' });
  const { category, ...from } = originOf(useSearch({ strict: false }));
  const { values, set, change, drop } = useKeptForm<Values>(`referral ${personId}`, EMPTY);
  const { serviceId, receiverId, urgency, items, speaks, need, note } = values;
  const chosen = useRead(
    'listReferralReceivers',
    { personId, serviceId: serviceId ?? '' },
    { isWanted: serviceId !== null },
  );
  const receivers = chosen.data?.receivers ?? [];
  const name = useWrite('nameReferralReceiver', { renews: ['listConsentReceivers'] });
  const draft = useWrite('draftReferral', { renews: ['listReferralsOf', 'listReferrals'] });
  const error = draft.error ?? name.error;
  const isReady = serviceId !== null && receiverId !== '' && need.trim().length >= 3;
  const write = async () => {
    if (serviceId === null) return;
    const sent = {
      ...{ serviceId, receiverId, urgency, speaks, ...from },
      items: [...items, ...(note.trim() === '' ? [] : (['note'] as const))],
      words: { need, note },
    };
    // A consent can name it then, which is asked for next.
    await name.mutateAsync({ serviceId, receiverId });
    const { referralId } = await draft.mutateAsync({ personId, referral: sent });
    drop();
    tell(text('make.done'));
    const to = '/people/$personId/referrals/$referralId';
    await navigate({ to, params: { personId, referralId } });
  };
  const toggle = (item: DisclosedItem) => {
    const others = items.filter((each) => each !== item);
    const apart = item === 'born' ? 'age' : item === 'age' ? 'born' : null;
    set(
      'items',
      items.includes(item) ? others : [...others.filter((each) => each !== apart), item],
    );
  };
  return (
    <Page
      title={text('make')}
      intro={text('make.intro')}
      back={{ to: `/people/${personId}/referrals`, label: text('title') }}
      isNarrow
    >
      <ChooseService
        category={category}
        chosen={serviceId}
        onChoose={(id) => change({ ...values, serviceId: id, receiverId: '' })}
      />
      {serviceId !== null && (
        <Panel>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (isReady) void write().catch(() => undefined);
            }}
          >
            <Stack gap="md">
              <Radio.Group
                label={text('make.receiver')}
                value={receiverId}
                onChange={(id) => set('receiverId', id)}
              >
                <Stack gap="xs" mt="xs">
                  {receivers.map((each) => (
                    <Radio
                      key={each.id}
                      value={each.id}
                      label={text(each.isAccount ? 'make.receiver.account' : 'make.receiver.link', {
                        name: each.names ? named(each.names) : each.name,
                      })}
                    />
                  ))}
                </Stack>
              </Radio.Group>
              <NativeSelect
                label={text('make.urgency')}
                data={REFERRAL_URGENCIES.map((each) => ({
                  value: each,
                  label: t(`urgency.${each}`),
                }))}
                value={urgency}
                onChange={(event) => set('urgency', event.currentTarget.value as ReferralUrgency)}
              />
              <fieldset className={styles.items}>
                <legend>{text('make.items')}</legend>
                <p className={styles.quiet}>{text('make.items.note')}</p>
                <Stack gap="xs">
                  {DISCLOSED_ITEMS.filter((item) => item !== 'note').map((item) => (
                    <Checkbox
                      key={item}
                      label={t(`item.${item}`)}
                      checked={items.includes(item)}
                      disabled={item === 'need'}
                      onChange={() => toggle(item)}
                    />
                  ))}
                </Stack>
              </fieldset>
              <NativeSelect
                label={text('make.speaks')}
                data={COMMON_LANGUAGES.map((each) => ({ value: each, label: languageName(each) }))}
                value={speaks}
                onChange={(event) => set('speaks', event.currentTarget.value)}
              />
              <Textarea
                label={text('make.need')}
                description={text('make.need.note')}
                autosize
                minRows={2}
                maxLength={LONGEST_NEED}
                value={need}
                onChange={(event) => set('need', event.currentTarget.value)}
              />
              <Textarea
                label={text('make.note')}
                autosize
                minRows={2}
                maxLength={LONGEST_NOTE}
                value={note}
                onChange={(event) => set('note', event.currentTarget.value)}
              />
              {error !== null && <Notice kind="refusal">{errorText(error)}</Notice>}
              <Button type="submit" disabled={!isReady} loading={draft.isPending || name.isPending}>
                {text('make.draft')}
              </Button>
            </Stack>
          </form>
        </Panel>
      )}
    </Page>
  );
}
