import type { FormOutline, Leaf, LeafKind, Pathway } from '@tirek/domain/pathways';

/** A condition of a kind to begin with: the first thing that such a condition can ask about. */
export function newLeaf(
  kind: LeafKind,
  { forms, reads }: { readonly forms: readonly FormOutline[]; readonly reads: Pathway['reads'] },
): Leaf {
  const read = reads[0];
  const first = forms.find(({ items }) => items.length > 0);
  const concluding = forms.find(({ conclusions }) => conclusions.length > 0);
  const conclusion = concluding?.conclusions[0];
  const item = first?.items[0];
  const { form = '', scale = '' } = read ?? {};
  switch (kind) {
    case 'band': {
      const bands = forms
        .find(({ code }) => code === form)
        ?.scales.find(({ id }) => id === scale)?.bands;
      return { kind, form, scale, bands: [bands?.at(-1)?.id ?? ''], times: 1 };
    }
    case 'conclusion':
      return {
        ...{ kind, form: concluding?.code ?? '', conclusion: conclusion?.id ?? '' },
        outcomes: conclusion?.outcomes.slice(0, 1).map(({ id }) => id) ?? [],
      };
    case 'item':
      return {
        ...{ kind, form: first?.code ?? '', item: item?.id ?? '' },
        options: item?.options.slice(-1).map(({ id }) => id) ?? [],
      };
    case 'signal':
      return { kind, urgency: 'today', kinds: [] };
    case 'change':
      return { kind, is: 'worsened', since: 'last', form: null };
    case 'functioning':
      return { kind, atLeast: 'marked' };
    case 'need':
      return { kind, categories: ['basic'] };
    case 'event':
      return { kind, events: ['move'], days: 90 };
    case 'missed':
      return { kind, atLeast: 2 };
    case 'risk-before':
      return { kind };
    case 'age':
      return { kind, from: 18, below: null };
    case 'provider':
      return { kind, may: 'psychotherapy' };
  }
}
