import { Problem } from '@tirek/domain/problem';
import { NetworkFailure } from '../api/network-failure.ts';
import { useText } from '../text/language.tsx';

/** The sentence for anything that was thrown: a refusal by its code, a network that failed by its kind. */
export function useErrorText(): (error: unknown) => string {
  const problem = useText('problem');
  const ui = useText('ui');
  return (error) => {
    if (error instanceof Problem) return problem(error.code, error.params);
    if (error instanceof NetworkFailure) return ui(`network.${error.kind}`);
    return ui('error.page');
  };
}
