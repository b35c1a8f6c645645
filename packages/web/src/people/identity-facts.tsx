import { fullName, type Identity, type Person } from '@tirek/domain/people';
import { useText } from '../text/language.tsx';
import { Facts } from '../ui/facts.tsx';
import { useBirthText } from './use-birth-text.ts';

/** An identity as a list of facts. */
export function IdentityFacts({
  identity,
  sex,
}: {
  identity: Identity;
  sex?: Person['sex'] | undefined;
}) {
  const text = useText('people');
  const birthText = useBirthText();
  const { names, birth, phones, documents } = identity;
  return (
    <Facts
      facts={[
        ...names.map(
          (name, at) => [nameLabel(at, text(`name.${name.kind}`)), fullName(name)] as const,
        ),
        [text('birth'), birthText(birth)],
        ...(sex ? ([[text('sex'), text(`sex.${sex}`)]] as const) : []),
        [text('phone'), phones.join(', ') || text('none')],
        ...documents.map(
          ({ kind, number }, at) => [nameLabel(at, text(`document.${kind}`)), number] as const,
        ),
      ]}
    />
  );
}

/** Labels of facts are told apart, also where somebody has two names of one kind. */
const nameLabel = (at: number, label: string): string => (at === 0 ? label : `${label} ${at + 1}`);
