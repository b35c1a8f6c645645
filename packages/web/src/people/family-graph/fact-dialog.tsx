import {
  FINDINGS,
  type FindingCode,
  familyTexts,
  tellFinding,
} from '@tirek/domain/people/family-graph';
import { Problem } from '@tirek/domain/problem';
import { useClient } from '../../api/client.ts';
import { useWrite } from '../../api/use-write.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { useKeptForm } from '../../ui/use-kept-form.ts';
import type { ShownGraph, Writing } from '../family-graph-page.tsx';
import { draftOf, EMPTY_DRAFT, type FactDraft, factOf } from './fact-draft.ts';
import { FactFields } from './fact-fields.tsx';

interface FactDialogProps {
  readonly familyId: string;
  readonly shown: ShownGraph;
  readonly names: ReadonlyMap<string, string>;
  readonly writing: Writing;
  readonly onClose: () => void;
}

/** Writes down one fact; what seldom is so is asked about, and written once she says that it is. */
export function FactDialog({ familyId, shown, names, writing, onClose }: FactDialogProps) {
  const text = useText('genogram');
  const { api } = useClient();
  const { kind, known } = writing;
  const form = useKeptForm<{ readonly id: string; readonly draft: FactDraft }>(
    `fact ${familyId} ${kind} ${known?.value.id ?? ''}`,
    () => ({ id: known?.value.id ?? api.newId(), draft: known ? draftOf(known) : EMPTY_DRAFT }),
  );
  const { id, draft } = form.values;
  const write = useWrite('recordFamilyFact', {
    renews: ['getFamilyGraph'],
    onDone: () => {
      form.drop();
      onClose();
    },
  });
  const fact = factOf(kind, draft, { id, known });
  const found = findingsOf(write.error);
  const isAsked = write.error instanceof Problem && write.error.code === 'family-fact-unlikely';
  const send = () => {
    if (!fact) return;
    const confirmed = isAsked ? found.map(({ code }) => code) : [];
    const basedOn = shown.versions[fact.value.id] ?? 0;
    write.mutate({ familyId, basedOn, fact, confirmed });
  };
  return (
    <Dialog
      isOpen
      title={text(known ? `correct.${kind}` : `add.${kind}`)}
      confirm={text(isAsked ? 'confirm.asked' : 'confirm')}
      canConfirm={fact !== null}
      isBusy={write.isPending}
      error={found.length > 0 ? null : write.error}
      onClose={onClose}
      onConfirm={send}
    >
      <FactFields
        kind={kind}
        draft={draft}
        names={names}
        isKnown={known !== null}
        onChange={(changed) => {
          form.set('draft', changed);
          // What was asked about another fact is not an answer about this one.
          if (write.error) write.reset();
        }}
      />
      {found.length > 0 && (
        <Findings error={write.error} found={found} names={names} isAsked={isAsked} />
      )}
    </Dialog>
  );
}

interface Found {
  readonly code: FindingCode;
  readonly persons: readonly string[];
}

function Findings({
  error,
  found,
  names,
  isAsked,
}: {
  error: unknown;
  found: readonly Found[];
  names: ReadonlyMap<string, string>;
  isAsked: boolean;
}) {
  const errorText = useErrorText();
  const t = familyTexts(useLanguage().language);
  return (
    <Notice kind={isAsked ? 'warning' : 'refusal'}>
      {found.map((each) => (
        <p key={`${each.code} ${each.persons.join(' ')}`}>
          {tellFinding(each, { t, name: (person) => names.get(person) ?? '' })}
        </p>
      ))}
      <p>{errorText(error)}</p>
    </Notice>
  );
}

/** What the server found, as far as this version of the page has words for it. */
function findingsOf(error: unknown): Found[] {
  if (!(error instanceof Problem) || !Array.isArray(error.details.findings)) return [];
  return (error.details.findings as Found[]).filter(({ code }) => code in FINDINGS);
}
