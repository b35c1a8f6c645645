import { Button, Select } from '@mantine/core';
import type { InputOf } from '@tirek/domain/contract';
import { AUDIT_EFFECTS } from '@tirek/domain/privacy';
import { useMay } from '../access/index.ts';
import { useRead } from '../api/use-read.ts';
import type { TirekContract } from '../api.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { DatePicker } from '../ui/date-picker.tsx';
import { actionText, KNOWN_ACTIONS } from './action-text.ts';
import styles from './audit.module.css';

export type AuditQuestion = Omit<InputOf<TirekContract['listAuditEntries']>, 'before'>;

interface AuditFiltersProps {
  readonly question: AuditQuestion;
  readonly onChange: (question: AuditQuestion) => void;
}

/** Narrowing the log: what kind, which action, who, which day. */
export function AuditFilters({ question, onChange }: AuditFiltersProps) {
  const text = useText('audit');
  const format = useFormat();
  const may = useMay();
  const accounts = useRead('listAccounts', {}, { isWanted: may('account.read') });
  const { effect, action, accountId, day } = question;
  const change = (part: { [Name in keyof AuditQuestion]?: AuditQuestion[Name] | undefined }) =>
    onChange(
      Object.fromEntries(
        Object.entries({ ...question, ...part }).filter(([, value]) => value),
      ) as AuditQuestion,
    );
  const actions = format.sorted(
    KNOWN_ACTIONS.map((value) => ({ value, label: actionText(text, value) })),
    ({ label }) => label,
  );
  const people = format.sorted(accounts.data?.accounts ?? [], ({ displayName }) => displayName);
  return (
    <div className={styles.filters}>
      <Select
        label={text('filter.effect')}
        placeholder={text('filter.any')}
        data={AUDIT_EFFECTS.map((value) => ({ value, label: text(`effect.${value}`) }))}
        value={effect ?? null}
        onChange={(value) => change({ effect: AUDIT_EFFECTS.find((known) => known === value) })}
        clearable
      />
      <Select
        label={text('filter.action')}
        placeholder={text('filter.any')}
        data={actions}
        value={action ?? null}
        onChange={(value) => change({ action: value ?? undefined })}
        clearable
        searchable
      />
      {may('account.read') && (
        <Select
          label={text('filter.person')}
          placeholder={text('filter.anybody')}
          data={people.map(({ id, displayName }) => ({ value: id, label: displayName }))}
          value={accountId ?? null}
          onChange={(value) => change({ accountId: value ?? undefined })}
          clearable
          searchable
        />
      )}
      <DatePicker
        label={text('filter.day')}
        value={day ?? ''}
        onChange={(date) => change({ day: date || undefined })}
      />
      {Object.keys(question).length > 0 && (
        <Button variant="subtle" onClick={() => onChange({})}>
          {text('filter.clear')}
        </Button>
      )}
    </div>
  );
}
