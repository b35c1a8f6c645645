import { findPackage } from '../form-library.ts';
import type { FormPackage } from '../form-package.ts';
import type { RefusalList } from './refusal.ts';

/**
 * An instrument whose words a site must buy never comes in by a file with words: it would be kept and sent on like any other.
 * A site adds its text where its licence is asked for.
 */
export function refuseSoldWords(pkg: FormPackage, list: RefusalList): void {
  const known = findPackage(pkg.code);
  const isSold = known?.licence.text === 'bring-your-own' || pkg.licence?.text === 'bring-your-own';
  if (!isSold) return;
  const ours = JSON.stringify([known?.items ?? [], known?.optionLists ?? {}]);
  const isNew = (text: unknown) => text !== undefined && !ours.includes(JSON.stringify(text));
  const refuse = (linkId: string) =>
    list.refuse('text-not-free', { kind: 'item', linkId }, pkg.code);
  const look = (items: FormPackage['items']) => {
    for (const item of items) {
      const options = 'options' in item && Array.isArray(item.options) ? item.options : [];
      if (isNew(item.text) || isNew(item.help) || options.some(({ text }) => isNew(text))) {
        refuse(item.linkId);
      }
      if ('items' in item) look(item.items);
    }
  };
  look(pkg.items);
  for (const [name, options] of Object.entries(pkg.optionLists)) {
    if (options.some(({ text }) => isNew(text))) refuse(name);
  }
}
