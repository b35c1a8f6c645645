import { MultiSelect } from '@mantine/core';
import { COMMON_LANGUAGES } from '@tirek/domain/people';
import { useText } from '../text/language.tsx';
import { useLanguageNames } from './use-language-names.ts';

/** The languages somebody speaks, in the order in which they are chosen: best first. */
export function LanguagesInput({
  value,
  onChange,
}: {
  value: readonly string[];
  onChange: (languages: string[]) => void;
}) {
  const text = useText('people');
  const nameOf = useLanguageNames();
  const codes = [...new Set([...COMMON_LANGUAGES, ...value])];
  return (
    <MultiSelect
      label={text('languages')}
      description={text('languages.help')}
      data={codes.map((code) => ({ value: code, label: nameOf(code) }))}
      value={[...value]}
      onChange={onChange}
      maxValues={8}
      searchable
      nothingFoundMessage={text('languages.none')}
    />
  );
}
