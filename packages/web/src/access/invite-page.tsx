import { Button, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { type Assignment, SignInName } from '@tirek/domain/access';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@tirek/domain/text';
import type { FormEvent } from 'react';
import { useWrite } from '../api/use-write.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { AssignmentList } from './assignment-list.tsx';
import { AssignmentPicker } from './assignment-picker.tsx';
import { useAssignmentText } from './assignment-text.ts';
import { InvitationHandover } from './invitation-handover.tsx';

interface InviteForm {
  readonly displayName: string;
  readonly signInName: string;
  readonly language: Language;
  readonly assignments: readonly Assignment[];
}

/** A new colleague: name, roles, and then the link that lets her in. */
export function InvitePage() {
  const text = useText('access');
  const errorText = useErrorText();
  const { language } = useLanguage();
  const assignmentText = useAssignmentText();
  const form = useKeptForm<InviteForm>('invite', {
    displayName: '',
    signInName: '',
    language,
    assignments: [],
  });
  const { displayName, signInName, assignments } = form.values;
  const create = useWrite('createAccount', { renews: ['listAccounts'], onDone: () => form.drop() });
  const isNameOdd = signInName !== '' && !SignInName.safeParse(signInName).success;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ ...form.values, assignments: [...assignments] });
  };
  if (create.data) {
    return (
      <Page title={text('invite.done')} isNarrow>
        <Panel>
          <InvitationHandover
            name={create.variables.displayName}
            invitation={create.data.invitation}
          />
        </Panel>
        <ButtonLink to="/accounts" variant="default" mt="lg">
          {text('invite.toList')}
        </ButtonLink>
      </Page>
    );
  }
  return (
    <Page
      title={text('invite.title')}
      intro={text('invite.intro')}
      back={{ to: '/accounts', label: text('accounts.title') }}
      isNarrow
    >
      <form onSubmit={submit}>
        <Panel title={text('invite.who')}>
          <Stack gap="md">
            <TextInput
              label={text('account.displayName')}
              description={text('account.displayNameHelp')}
              value={displayName}
              onChange={(event) => form.set('displayName', event.currentTarget.value)}
              maxLength={100}
              required
              withAsterisk={false}
            />
            <TextInput
              label={text('signIn.name')}
              description={text('account.signInNameHelp')}
              value={signInName}
              onChange={(event) => form.set('signInName', event.currentTarget.value)}
              error={isNameOdd ? text('account.signInNameOdd') : null}
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              maxLength={64}
              required
              withAsterisk={false}
            />
            <div>
              <p>{text('account.language')}</p>
              <SegmentedControl
                aria-label={text('account.language')}
                data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
                value={form.values.language}
                onChange={(value) => form.set('language', value as Language)}
              />
            </div>
          </Stack>
        </Panel>
        <Panel title={text('account.roles')} note={text('invite.rolesNote')}>
          <AssignmentList
            assignments={assignments}
            keyOf={({ role, region }) => `${role} ${region}`}
            textOf={assignmentText}
            onEnd={(ended) =>
              form.set(
                'assignments',
                assignments.filter((held) => held !== ended),
              )
            }
          />
          <AssignmentPicker
            onPick={(picked) =>
              form.set('assignments', [
                ...assignments.filter(
                  ({ role, region }) => role !== picked.role || region !== picked.region,
                ),
                picked,
              ])
            }
          />
        </Panel>
        <Stack gap="md" mt="lg">
          {create.isError && <Notice kind="refusal">{errorText(create.error)}</Notice>}
          <Button
            type="submit"
            size="md"
            loading={create.isPending}
            disabled={displayName.trim() === '' || signInName === '' || isNameOdd}
          >
            {text('invite.go')}
          </Button>
        </Stack>
      </form>
    </Page>
  );
}
