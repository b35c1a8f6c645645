import type { casesContract } from '@tirek/domain/cases';
import {
  type CaseEntryInput,
  type CaseKind,
  type CaseSettings,
  caseTexts,
  type FamilyCase,
  type FamilyCaseTexts,
  familyCaseTexts,
  foldCase,
  type NeedCategory,
  type TaskCircumstances,
  versionIn,
} from '@tirek/domain/cases';
import type { OutputOf } from '@tirek/domain/contract';
import { fullName } from '@tirek/domain/people';
import { useMemo } from 'react';
import { useMay } from '../access/index.ts';
import { useWrite } from '../api/use-write.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { useToast } from '../ui/toasts.tsx';

type Answer = OutputOf<(typeof casesContract)['getCase']>;

/** A family's case as the page has it: what stands, who is who, and what the reader may do. */
export interface CaseShown extends Answer {
  readonly familyCase: FamilyCase;
  /** What the programme set. */
  readonly settings: CaseSettings;
  /** By person, in the order of the family. */
  readonly names: ReadonlyMap<string, string>;
  /** Members about whom something may be written. */
  readonly writable: ReadonlyArray<{ readonly value: string; readonly label: string }>;
  readonly isHolder: boolean;
  /** Whether new things may be written: the reader holds the family and its case is open. */
  readonly canWrite: boolean;
  nameOf(personId: string): string;
  versionOf(kind: CaseKind, subjectId: string): number;
}

/** What the tasks of a case follow from besides the case. */
export const circumstancesOf = ({
  family,
  today,
  life,
  settings,
  papers,
  learning,
}: CaseShown): TaskCircumstances => ({
  ...{ familyId: family.id, today, life, settings, papers, learning },
});

export function useCaseShown(answer: Answer, settings: CaseSettings): CaseShown {
  const text = useText('cases');
  const may = useMay();
  return useMemo(() => {
    const { family, entries, agreed } = answer;
    const familyCase = foldCase(entries, settings.reviewMonths);
    const gone = text('gone');
    const names = new Map(
      family.members.map(({ personId, name }) => [personId, (name && fullName(name)) || gone]),
    );
    const isHolder = family.isOwn && may('case.write');
    return {
      ...answer,
      familyCase,
      settings,
      names,
      writable: [...names]
        .filter(([personId]) => agreed.includes(personId))
        .map(([value, label]) => ({ value, label })),
      isHolder,
      canWrite: isHolder && familyCase.status === 'open',
      nameOf: (personId) => names.get(personId) ?? gone,
      versionOf: (kind, subjectId) => versionIn(entries, kind, subjectId),
    };
  }, [answer, settings, text, may]);
}

/** Writes one entry on top of what is shown. */
export function useCaseWrite(shown: CaseShown, onDone: () => void) {
  const text = useText('cases');
  const tell = useToast();
  const write = useWrite('recordCaseEntry', {
    renews: ['getCase', 'listCases'],
    onDone: () => {
      tell(text('saved'));
      onDone();
    },
  });
  return {
    isPending: write.isPending,
    error: write.error,
    send(entry: CaseEntryInput) {
      const familyId = shown.family.id;
      const subjectId = 'subjectId' in entry ? entry.subjectId : familyId;
      write.mutate({ familyId, entry, basedOn: shown.versionOf(entry.kind, subjectId) });
    },
  };
}

/** The words of the domain: of closed lists, of tasks and of categories of needs. */
export function useCaseWords(): {
  readonly t: FamilyCaseTexts;
  category(category: NeedCategory): string;
} {
  const { language } = useLanguage();
  return useMemo(() => {
    const taxonomy = caseTexts(language);
    return {
      t: familyCaseTexts(language),
      category: (category: NeedCategory) => taxonomy(`need.category.${category}`),
    };
  }, [language]);
}
