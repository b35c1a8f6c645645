import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type FormPackage, findPackage } from '@tirek/domain/instruments';
import { FORM_FILE_FORMATS } from '@tirek/domain/instruments/contract';
import { translationStrings } from '@tirek/domain/instruments/translations';
import { LANGUAGE_NAMES, LANGUAGES } from '@tirek/domain/text';
import { useClient } from '../api/client.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Facts } from '../ui/facts.tsx';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { saveFile } from '../ui/save-file.ts';
import styles from './instruments.module.css';
import { Missing } from './missing.tsx';
import { titleOf } from './title-of.ts';

/** One questionnaire: whose it is, its files for other programs, its languages. */
export function InstrumentPage() {
  const { code } = useParams({ strict: false });
  const pkg = findPackage(code ?? '');
  return pkg ? <Instrument pkg={pkg} /> : <Missing />;
}

function Instrument({ pkg }: { pkg: FormPackage }) {
  const text = useText('instruments');
  const { language } = useLanguage();
  const { licence, code, version } = pkg;
  return (
    <Page
      title={titleOf(pkg, language)}
      back={{ to: '/instruments', label: text('title') }}
      isNarrow
    >
      <Panel>
        <Facts
          facts={[
            [text('code'), `${code} ${version}`],
            [text('owner'), licence.owner],
            [text('source'), licence.source],
          ]}
        />
      </Panel>
      <FilesPanel pkg={pkg} />
      {licence.text === 'shipped' && (
        <Panel title={text('translations')} note={text('translations.note')}>
          <Group gap="xs">
            {LANGUAGES.filter((each) => translationStrings(pkg, each).length > 0).map((each) => (
              <ButtonLink
                key={each}
                variant="default"
                to="/instruments/$code/translations/$language"
                params={{ code, language: each }}
              >
                {LANGUAGE_NAMES[each]}
              </ButtonLink>
            ))}
          </Group>
        </Panel>
      )}
    </Page>
  );
}

type Format = (typeof FORM_FILE_FORMATS)[number];
const ENDINGS: Record<Format, string> = {
  'fhir-r4': '-r4.json',
  'fhir-r5': '-r5.json',
  xlsform: '.xlsx',
  package: '.json',
};

function FilesPanel({ pkg: { code, licence } }: { pkg: FormPackage }) {
  const text = useText('instruments');
  const { api } = useClient();
  const errorText = useErrorText();
  const { mutate, isPending, variables, error } = useMutation({
    mutationFn: (format: Format) => api.download('fetchFormFile', { code, format }),
    onSuccess: (file, format) => saveFile(`${code}${ENDINGS[format]}`, file),
  });
  return (
    <Panel title={text('files')} note={text('files.note')}>
      {licence.text === 'bring-your-own' && (
        <Notice kind="info" isStanding>
          {text('files.sold', { owner: licence.owner })}
        </Notice>
      )}
      <div className={styles.buttons}>
        {FORM_FILE_FORMATS.map((format) => (
          <Button
            key={format}
            variant="default"
            leftSection={<Icon name="download" size={18} />}
            loading={isPending && variables === format}
            onClick={() => mutate(format)}
          >
            {text(`format.${format}`)}
          </Button>
        ))}
      </div>
      {error !== null && <Notice kind="refusal">{errorText(error)}</Notice>}
    </Panel>
  );
}
