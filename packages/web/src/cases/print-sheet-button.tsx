import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { SheetKind } from '@tirek/domain/cases';
import { useClient } from '../api/client.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/notice.tsx';
import { saveFile } from '../ui/save-file.ts';

/** A family's sheet as the PDF that the server makes, so that the log knows who took it along. */
export function PrintSheetButton({ familyId, kind }: { familyId: string; kind: SheetKind }) {
  const text = useText('cases');
  const { language } = useLanguage();
  const { api } = useClient();
  const errorText = useErrorText();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.download('getFamilySheet', { familyId, kind, language }),
    onSuccess: (file) => saveFile(`${kind}-${language}.pdf`, file),
  });
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon name="download" size={18} />}
        loading={isPending}
        onClick={() => mutate()}
      >
        {text(`sheet.${kind}`)}
      </Button>
      {error !== null && <Notice kind="refusal">{errorText(error)}</Notice>}
    </>
  );
}
