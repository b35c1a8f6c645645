import { fullName, type Identity } from '@tirek/domain/people';
import { type Evidence, familyTexts, type LifeDate } from '@tirek/domain/people/family-graph';
import { useLanguage, useText } from '../text/language.tsx';
import { useBirthText } from './use-birth-text.ts';

/** A field of a record of people in words: what it is called, and a value of it. */
export interface ClashWords {
  readonly label: (key: string) => string;
  readonly value: (key: string, value: unknown) => string;
}

/** Words for the fields in which two versions of an identity or of a family's fact differ. */
export function useClashWords(nameOf: (personId: string) => string): ClashWords {
  const text = useText('people');
  const facts = useText('genogram');
  const birthText = useBirthText();
  const { language } = useLanguage();
  const domain = familyTexts(language);
  const date = (value: unknown) => birthText(value as LifeDate | null);
  const labels: Readonly<Record<string, string>> = {
    names: text('clash.names'),
    birth: text('birth'),
    phones: text('phones'),
    documents: text('documentNumber'),
    kind: text('clash.kind'),
    partners: text('clash.partners'),
    from: facts('field.from'),
    since: facts('field.from'),
    until: facts('field.until'),
    on: facts('field.died'),
    end: facts('field.end'),
    evidence: facts('field.evidence'),
    members: facts('field.members'),
    state: facts('field.state'),
    place: facts('field.place'),
    expectedRelease: facts('field.release'),
    parent: facts('field.parent'),
    child: facts('field.child'),
    ward: facts('field.child'),
    carer: facts('field.carer'),
  };
  const kindWords = (kind: string) => {
    if (kind === 'guardianship' || kind === 'kin-care') return facts(`care.${kind}`);
    if (kind === 'biological' || kind === 'adoptive' || kind === 'unknown')
      return domain(`parentage.${kind}`);
    return domain(`kind.${kind as 'registered'}`);
  };
  return {
    label: (key) => labels[key] ?? key,
    value(key, value) {
      if (value === null || (Array.isArray(value) && value.length === 0)) return text('none');
      switch (key) {
        case 'names':
          return (value as Identity['names'])
            .map((name) => `${text(`name.${name.kind}`)}: ${fullName(name)}`)
            .join('; ');
        case 'birth':
        case 'from':
        case 'since':
        case 'until':
        case 'on':
        case 'expectedRelease':
          return date(value);
        case 'phones':
          return (value as string[]).join(', ');
        case 'documents':
          return (value as Identity['documents'])
            .map((document) => `${text(`document.${document.kind}`)}: ${document.number}`)
            .join('; ');
        case 'end': {
          const { how, on } = value as { how: never; on: LifeDate | null };
          return `${domain(`end.${how}`)}, ${date(on)}`;
        }
        case 'evidence': {
          const evidence = value as Evidence;
          return evidence.kind === 'asserted'
            ? domain(`by.${evidence.by}`)
            : domain(`document.${evidence.document}`);
        }
        case 'state':
          return facts(`state.${value as 'alive'}`);
        case 'place':
          return domain(`place.${value as 'prison'}`);
        case 'partners':
          return (value as string[]).map(nameOf).join(', ');
        case 'members':
          return (value as { person: string }[]).map(({ person }) => nameOf(person)).join(', ');
        case 'parent':
        case 'child':
        case 'ward':
        case 'carer':
          return nameOf(String(value));
        case 'kind':
          return kindWords(String(value));
        default:
          return String(value);
      }
    },
  };
}
