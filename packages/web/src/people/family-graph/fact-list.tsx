import { Button } from '@mantine/core';
import { type FactKind, familyTexts, type RecordedFact } from '@tirek/domain/people/family-graph';
import { useState } from 'react';
import { useWrite } from '../../api/use-write.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { ShownGraph, Writing } from '../family-graph-page.tsx';
import styles from './family-graph.module.css';

interface FactListProps {
  readonly familyId: string;
  readonly shown: ShownGraph;
  readonly names: ReadonlyMap<string, string>;
  readonly onCorrect: (writing: Writing) => void;
}

/** What was written down, each to be corrected or taken back. */
export function FactList({ familyId, shown, names, onCorrect }: FactListProps) {
  const text = useText('genogram');
  const t = familyTexts(useLanguage().language);
  const [leaving, setLeaving] = useState<RecordedFact | null>(null);
  const withdraw = useWrite('withdrawFamilyFact', {
    renews: ['getFamilyGraph'],
    onDone: () => setLeaving(null),
  });
  const name = (person: string) => names.get(person) ?? '';
  const words = (fact: RecordedFact): string => {
    switch (fact.fact) {
      case 'life':
        return `${name(fact.value.id)}: ${text(`state.${fact.value.life.state}`)}`;
      case 'union':
        return `${t(`kind.${fact.value.kind}`)}: ${fact.value.partners.map(name).join(', ')}`;
      case 'parentage':
        return text('fact.parentage', {
          parent: name(fact.value.parent),
          child: name(fact.value.child),
        });
      case 'care':
        return text('fact.care', { carer: name(fact.value.carer), child: name(fact.value.ward) });
      case 'household': {
        const today = fact.value.members.filter(({ until }) => until === null);
        return text('fact.household', {
          names: today.map(({ person }) => name(person)).join(', '),
        });
      }
    }
  };
  const facts = factsOf(shown);
  return (
    <>
      <ul className={styles.facts}>
        {facts.map((fact) => (
          <li key={`${fact.fact} ${fact.value.id}`} className={styles.fact}>
            <p>{words(fact)}</p>
            <div className={styles.buttons}>
              <Button
                variant="default"
                size="sm"
                aria-label={text('fact.correctWhich', { fact: words(fact) })}
                onClick={() => onCorrect({ kind: fact.fact, known: fact })}
              >
                {text('fact.correct')}
              </Button>
              <Button
                variant="default"
                size="sm"
                aria-label={text('fact.withdrawWhich', { fact: words(fact) })}
                onClick={() => setLeaving(fact)}
              >
                {text('fact.withdraw')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {leaving && (
        <Dialog
          isOpen
          isDangerous
          title={text('withdraw.title')}
          confirm={text('fact.withdraw')}
          isBusy={withdraw.isPending}
          error={withdraw.error}
          onClose={() => setLeaving(null)}
          onConfirm={() =>
            withdraw.mutate({
              familyId,
              factId: leaving.value.id,
              kind: leaving.fact,
              basedOn: shown.versions[leaving.value.id] ?? 0,
            })
          }
        >
          <p>{words(leaving)}</p>
          <p>{text('withdraw.words')}</p>
        </Dialog>
      )}
    </>
  );
}

/** The graph as the facts it was made of. */
function factsOf({ graph }: ShownGraph): RecordedFact[] {
  const all = <Kind extends FactKind>(
    fact: Kind,
    values: ReadonlyArray<Extract<RecordedFact, { fact: Kind }>['value']>,
  ) => values.map((value) => ({ fact, value }) as unknown as RecordedFact);
  return [
    ...all('union', graph.unions),
    ...all('parentage', graph.parentages),
    ...all(
      'life',
      graph.persons.flatMap(({ id, life }) => (life ? [{ id, life }] : [])),
    ),
    ...all('care', graph.cares),
    ...all('household', graph.households),
  ];
}
