import type { ComponentProps } from 'react';
import { useText } from '../../text/language.tsx';
import { Page } from '../../ui/page.tsx';
import { BriefDesk } from './brief-desk.tsx';

type BriefFrameProps = ComponentProps<typeof BriefDesk> & {
  readonly intro: string;
  readonly back: { readonly to: string; readonly label: string };
};

/** The page around a short paper, wherever the paper comes from. */
export function BriefFrame({ intro, back, ...desk }: BriefFrameProps) {
  const text = useText('reports');
  return (
    <Page title={text('brief.title')} intro={intro} back={back} isWide>
      <BriefDesk {...desk} />
    </Page>
  );
}
