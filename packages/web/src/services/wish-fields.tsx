import { Checkbox, NativeSelect, NumberInput } from '@mantine/core';
import { NEED_CATEGORY_IDS } from '@tirek/domain/cases';
import { COMMON_LANGUAGES } from '@tirek/domain/people';
import { MOST, type Wish } from '@tirek/domain/services';
import { useLanguageNames } from '../people/index.ts';
import { useRegionNames } from '../programmes/index.ts';
import { useText } from '../text/language.tsx';
import styles from './directory.module.css';
import { useServiceWords } from './use-service-words.ts';

const MARKS = ['womenStaff', 'free', 'remote', 'freePlaces'] as const;

/** What is looked for; what is left empty is not asked. */
export function WishFields({ wish, onChange }: { wish: Wish; onChange: (wish: Wish) => void }) {
  const text = useText('directory');
  const { category } = useServiceWords();
  const { regions } = useRegionNames();
  const languageName = useLanguageNames();
  return (
    <>
      <div className={styles.wishes}>
        <NativeSelect
          label={text('find.region')}
          data={[
            { value: '', label: text('find.anyRegion') },
            ...regions.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          value={wish.region ?? ''}
          onChange={(event) => onChange({ ...wish, region: event.currentTarget.value || null })}
        />
        <NativeSelect
          label={text('find.category')}
          data={[
            { value: '', label: text('find.anyCategory') },
            ...NEED_CATEGORY_IDS.map((each) => ({ value: each, label: category(each) })),
          ]}
          value={wish.category ?? ''}
          onChange={(event) =>
            onChange({ ...wish, category: (event.currentTarget.value || null) as Wish['category'] })
          }
        />
        <NativeSelect
          label={text('find.language')}
          data={[
            { value: '', label: text('find.anyLanguage') },
            ...COMMON_LANGUAGES.map((each) => ({ value: each, label: languageName(each) })),
          ]}
          value={wish.language ?? ''}
          onChange={(event) => onChange({ ...wish, language: event.currentTarget.value || null })}
        />
        <NumberInput
          label={text('find.age')}
          min={0}
          max={MOST.age}
          allowDecimal={false}
          value={wish.age ?? ''}
          onChange={(age) => onChange({ ...wish, age: age === '' ? null : Number(age) })}
        />
      </div>
      <div className={styles.marks}>
        {MARKS.map((mark) => (
          <Checkbox
            key={mark}
            label={text(`find.${mark}`)}
            checked={wish[mark]}
            onChange={(event) => onChange({ ...wish, [mark]: event.currentTarget.checked })}
          />
        ))}
      </div>
    </>
  );
}
