import { Button, NumberInput, Stack } from '@mantine/core';
import { Problem } from '@tirek/domain/problem';
import type { Campaign } from '@tirek/domain/surveys';
import { useState } from 'react';
import { useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState } from '../ui/states.tsx';

interface IssueFormProps {
  readonly kind: 'code' | 'card';
  /** How this survey is answered; another way needs other paper, or none. */
  readonly linkage: Campaign['settings']['linkage'];
  readonly least: number;
  readonly most: number;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onIssue: (count: number) => void;
}

const SLIPS_A_PAGE = 8;
const NEEDED = {
  code: { linkage: 'one-time', otherwise: 'wave-without-codes' },
  card: { linkage: 'panel', otherwise: 'campaign-without-cards' },
} as const;

/** How many to make, and what to know before: they are shown once. */
export function IssueForm({ kind, linkage, least, most, isBusy, error, onIssue }: IssueFormProps) {
  const text = useText('surveys');
  const errorText = useErrorText();
  const [count, setCount] = useState(least > SLIPS_A_PAGE ? least : 5 * SLIPS_A_PAGE);
  if (linkage !== NEEDED[kind].linkage)
    return <EmptyState title={errorText(new Problem(NEEDED[kind].otherwise))} />;
  // The first sending was done but its answer was lost on the way: what it made cannot be seen again.
  const isLost = error instanceof Problem && error.code === 'already-done';
  return (
    <Panel title={text(`issue.${kind}.title`)} note={text(`issue.${kind}.note`)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onIssue(count);
        }}
      >
        <Stack gap="md" align="flex-start">
          <NumberInput
            label={text(`issue.${kind}.count`)}
            description={text('issue.pages', { count: Math.ceil(count / SLIPS_A_PAGE) })}
            value={count}
            onChange={(value) => setCount(Number(value) || 0)}
            min={least}
            max={most}
            step={SLIPS_A_PAGE}
            allowDecimal={false}
            w="14rem"
            inputWrapperOrder={['label', 'input', 'description', 'error']}
          />
          <Notice kind="warning" isStanding>
            {text('issue.once')}
          </Notice>
          {error !== null && (
            <Notice kind="refusal">{isLost ? text('issue.lost') : errorText(error)}</Notice>
          )}
          <Button type="submit" loading={isBusy} disabled={count < least || count > most}>
            {text(`issue.${kind}.go`)}
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}
