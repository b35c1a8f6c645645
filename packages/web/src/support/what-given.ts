import type { Method, SupportKind, SupportTexts } from '@tirek/domain/support';

/** Help in one line: its kind, and its method where it has one. */
export const whatGiven = (
  { kind, method }: { readonly kind: SupportKind; readonly method: Method | null },
  t: SupportTexts,
): string => (method ? `${t(`kind.${kind}`)}: ${t(`method.${method}`)}` : t(`kind.${kind}`));
