import { Link } from '@tanstack/react-router';
import { type FormPackage, findForm, languagesOffered, listForms } from '@tirek/domain/instruments';
import { LANGUAGE_NAMES } from '@tirek/domain/text';
import { useLanguage, useText } from '../text/language.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { ReadFilePanel } from './read-file-panel.tsx';
import { titleOf } from './title-of.ts';

/** Every questionnaire there is, and in which languages it is asked. */
export function InstrumentsPage() {
  const text = useText('instruments');
  const { language } = useLanguage();
  return (
    <Page title={text('title')} intro={text('intro')}>
      <Panel>
        <DataTable<FormPackage>
          caption={text('title')}
          rows={listForms()}
          keyOf={({ code }) => code}
          columns={[
            {
              key: 'title',
              header: text('name'),
              isRowHeader: true,
              cell: (pkg) => (
                <Link to="/instruments/$code" params={{ code: pkg.code }}>
                  {titleOf(pkg, language)}
                </Link>
              ),
            },
            { key: 'owner', header: text('owner'), cell: ({ licence }) => licence.owner },
            {
              key: 'languages',
              header: text('languages'),
              cell: ({ code }) => <Offered code={code} />,
            },
          ]}
        />
      </Panel>
      <ReadFilePanel />
    </Page>
  );
}

function Offered({ code }: { code: string }) {
  const text = useText('instruments');
  const form = findForm(code);
  const offered = form ? languagesOffered(form) : [];
  if (form?.pkg.licence.text === 'bring-your-own') return text('sold');
  return offered.map((each) => LANGUAGE_NAMES[each]).join(', ') || text('none');
}
