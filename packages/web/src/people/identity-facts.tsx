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
        ...numbered(names, ({ kind }) => text(`name.${kind}`)).map(
          ([label, name]) => [label, fullName(name)] as const,
        ),
        [text('birth'), birthText(birth)],
        ...(sex ? ([[text('sex'), text(`sex.${sex}`)]] as const) : []),
        [text('phone'), phones.join(', ') || text('none')],
        ...numbered(documents, ({ kind }) => text(`document.${kind}`)).map(
          ([label, { number }]) => [label, number] as const,
        ),
      ]}
    />
  );
}

/** Each thing with its label; the second of a kind bears a number, so that labels are told apart. */
function numbered<Thing>(
  things: readonly Thing[],
  labelOf: (thing: Thing) => string,
): ReadonlyArray<readonly [label: string, thing: Thing]> {
  return things.map((thing, at) => {
    const label = labelOf(thing);
    const before = things.slice(0, at).filter((other) => labelOf(other) === label).length;
    return [before === 0 ? label : `${label} ${before + 1}`, thing];
  });
}
