import { Button, NativeSelect, NumberInput } from '@mantine/core';
import {
  type ConsentAgeRule,
  type ConsentAgeTable,
  GUARDIAN_PARTS,
  PERSON_PARTS,
} from '@tirek/domain/consents';
import { useText } from '../text/language.tsx';
import styles from './consents.module.css';

interface AgeTableFieldsProps {
  readonly table: ConsentAgeTable;
  readonly onChange: (table: ConsentAgeTable) => void;
}

/** One rule a line, from its age to the next one. */
export function AgeTableFields({ table, onChange }: AgeTableFieldsProps) {
  const text = useText('consents');
  const { rules } = table;
  const change = (at: number, rule: Partial<ConsentAgeRule>) =>
    onChange({
      ...table,
      rules: rules.map((one, place) => (place === at ? { ...one, ...rule } : one)),
    });
  const last = rules.at(-1);
  return (
    <div className={styles.fields}>
      {rules.map((rule, at) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule is known by its place; its age is being typed
          key={at}
          className={styles.rule}
        >
          <legend className={styles.heading}>{text('settings.from', { age: rule.fromAge })}</legend>
          <NumberInput
            label={text('settings.age')}
            value={rule.fromAge}
            min={0}
            max={18}
            allowDecimal={false}
            disabled={at === 0}
            onChange={(value) => typeof value === 'number' && change(at, { fromAge: value })}
          />
          <NativeSelect
            label={text('settings.guardian')}
            value={rule.guardian}
            data={GUARDIAN_PARTS.map((value) => ({
              value,
              label: text(`settings.guardian.${value}`),
            }))}
            onChange={(event) =>
              change(at, { guardian: event.currentTarget.value as ConsentAgeRule['guardian'] })
            }
          />
          <NativeSelect
            label={text('settings.person')}
            value={rule.person}
            data={PERSON_PARTS.map((value) => ({ value, label: text(`settings.person.${value}`) }))}
            onChange={(event) =>
              change(at, { person: event.currentTarget.value as ConsentAgeRule['person'] })
            }
          />
          {at > 0 && (
            <Button
              variant="subtle"
              aria-label={`${text('settings.remove')}: ${text('settings.from', { age: rule.fromAge })}`}
              onClick={() =>
                onChange({ ...table, rules: rules.filter((_, place) => place !== at) })
              }
            >
              {text('settings.remove')}
            </Button>
          )}
        </fieldset>
      ))}
      {last && last.fromAge < 18 && (
        <div>
          <Button
            variant="default"
            onClick={() =>
              onChange({
                ...table,
                rules: [...rules, { fromAge: 18, guardian: 'none', person: 'consents' }],
              })
            }
          >
            {text('settings.add')}
          </Button>
        </div>
      )}
    </div>
  );
}
